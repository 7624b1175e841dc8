package vn.motcua;

import java.util.List;

/** SQL that multiplies imported dossiers with their stops and histories, hashes included. */
final class Copies {

    private static final String DOSSIERS =
            """
            create temp table fresh as
            select d.id as old, d.id + copy * 1000000 as id, d.code as old_code,
                substring(d.code from '^.*-') || lpad((substring(d.code from '[0-9]+$')::int + copy * 200)::text, 5, '0')
                    as code,
                d.external_code as old_external, d.external_code || '-' || copy as external, copy
            from dossier d cross join generate_series(1, %d - 1) as copy where d.source = 'IMPORT'""";

    private static final String TOLD =
            """
            create temp table fresh_told as
            select f.id, e.position as old_position, e.position + f.copy * 10000000 as position, e.number,
                replace(replace(e.facts, '"' || f.old_code || '"', '"' || f.code || '"'),
                    '"' || f.old_external || '"', '"' || f.external || '"') as facts,
                ''::bytea as previous, ''::bytea as hash
            from fresh f join dossier_event e on e.dossier = f.old""";

    private static final String FIRST_HASH =
            "update fresh_told set hash = sha256(convert_to(facts, 'UTF8')) where number = 1";

    private static final String SECOND_HASH =
            """
            update fresh_told t set previous = b.hash, hash = sha256(b.hash || convert_to(t.facts, 'UTF8'))
            from fresh_told b where b.id = t.id and b.number = 1 and t.number = 2""";

    /** Whatever columns the tables have: all but those the database reckons itself. */
    private static final String INSERT =
            """
            do $$
            declare names text;
            begin
                select string_agg(quote_ident(column_name), ', ') into names from information_schema.columns
                where table_schema = 'public' and table_name = '%1$s' and is_generated = 'NEVER';
                execute format('insert into %1$s (%%1$s) select %%1$s from (select (jsonb_populate_record(o, %2$s)).*'
                    ' from %3$s) as fresh', names);
            end $$""";

    private Copies() {}

    /** @param times how many there are of each in the end */
    static List<String> sql(int times) {
        return List.of(
                DOSSIERS.formatted(times),
                TOLD,
                "create index on fresh_told (id, number)",
                FIRST_HASH,
                SECOND_HASH,
                INSERT.formatted(
                        "dossier",
                        "jsonb_build_object(''id'', f.id, ''code'', f.code, ''external_code'', f.external,"
                                + " ''last_hash'', t.hash)",
                        "fresh f join dossier o on o.id = f.old"
                                + " join fresh_told t on t.id = f.id and t.number = o.last_number"),
                INSERT.formatted(
                        "dossier_stop",
                        "jsonb_build_object(''dossier'', f.id)",
                        "fresh f join dossier_stop o on o.dossier = f.old"),
                INSERT.formatted(
                        "dossier_event",
                        "jsonb_build_object(''dossier'', t.id, ''position'', t.position, ''facts'', t.facts,"
                                + " ''previous_hash'', t.previous, ''hash'', t.hash)",
                        "fresh_told t join dossier_event o on o.position = t.old_position"),
                "analyze");
    }
}
