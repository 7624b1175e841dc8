package vn.motcua.procedure;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** A field of administration, under which procedures are published and reports 06b counted. */
@Entity
class Field {

    @Id
    private String code;

    private String name;

    @Version
    private long version;

    protected Field() {}

    Field(String code, String name) {
        this.code = code;
        this.name = name;
    }

    void rename(String name) {
        this.name = name;
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    long version() {
        return version;
    }
}
