package vn.motcua;

/** Until closed the database changes one dossier no more, as after a disk fault or with a constraint yet to come. */
public final class Refusal implements AutoCloseable {

    /** @param code of the dossier */
    public Refusal(String code) {
        Owner.does("create function refuse_one() returns trigger language plpgsql as"
                + " $$ begin raise exception 'refused' using errcode = 'XX001'; end $$");
        Owner.does("create trigger refuse_one before update on dossier for each row when (new.code = '" + code
                + "') execute function refuse_one()");
    }

    @Override
    public void close() {
        Owner.does("drop trigger refuse_one on dossier", "drop function refuse_one()");
    }
}
