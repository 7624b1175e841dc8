package vn.motcua.procedure;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A procedure of the national catalogue. What it says stands in its versions. */
@Entity
class Procedure {

    @Id
    private String code;

    private long version;

    protected Procedure() {}

    Procedure(ProcedureCode code) {
        this.code = code.value();
        this.version = 1;
    }

    ProcedureCode code() {
        return ProcedureCode.of(code);
    }

    /** Counts the changes, for the entity tag. */
    long version() {
        return version;
    }

    void changed() {
        version++;
    }
}
