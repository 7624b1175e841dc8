package vn.motcua;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;

/** Until closed the database changes one dossier no more, as after a disk fault or with a constraint yet to come. */
public final class Refusal implements AutoCloseable {

    private final EntityManager entities;

    /** @param code of the dossier */
    public Refusal(EntityManager entities, String code) {
        this.entities = entities;
        change("create function refuse_one() returns trigger language plpgsql as"
                + " $$ begin raise exception 'refused' using errcode = 'XX001'; end $$");
        change("create trigger refuse_one before update on dossier for each row when (new.code = '" + code
                + "') execute function refuse_one()");
    }

    @Override
    public void close() {
        change("drop trigger refuse_one on dossier");
        change("drop function refuse_one()");
    }

    private void change(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(sql).executeUpdate());
    }
}
