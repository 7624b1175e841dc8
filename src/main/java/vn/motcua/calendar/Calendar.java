package vn.motcua.calendar;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** The hours some offices keep. What they are stands in its versions. */
@Entity
class Calendar {

    @Id
    private String code;

    private int version;

    protected Calendar() {}

    Calendar(String code) {
        this.code = code;
        this.version = 1;
    }

    String code() {
        return code;
    }

    /** The newest version. */
    int version() {
        return version;
    }

    /** Every edit makes a version: the one before it is kept as it was. */
    int next() {
        return ++version;
    }
}
