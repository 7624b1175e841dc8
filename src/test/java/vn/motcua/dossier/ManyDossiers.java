package vn.motcua.dossier;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import vn.motcua.Owner;
import vn.motcua.Province;

/**
 * Dossiers by the thousand, written straight into the table and spread over the two communes of a province: of a
 * hundred, about 50 are returned, 30 run, some due before and some after the present, 7 wait for papers, 5 are
 * suspended, 5 submitted and 3 run without a promise. Every other one is with one of ten officers.
 */
@ApplicationScoped
class ManyDossiers {

    static final Instant PRESENT = Instant.parse("2026-06-15T03:00:00Z");

    private static final String SQL =
            """
            insert into dossier (id, code, external_code, source, procedure_version, procedure_code, field, channel,
                delivery, hand_in_unit, receiving_unit, competent_unit, current_unit, officer, units, receiving_path,
                competent_path, intake_calendar, intake_calendar_version, calendar, calendar_version, zone, late_entry,
                answer_by, status, submitted_at, intake_due_at, received_at, promised, due_at, due_date, missed_date,
                stopped_at, finished_at, returned_at, ended_at, date_verdict, moment_verdict, date_verdict_first,
                moment_verdict_first, recorded_at, last_number, last_hash, version, extended_at, extended_due_at)
            select nextval('dossier_seq'), unit || '-260101-' || lpad(cast(i as text), 8, '0'),
                case when i % 10 = 0 then '=many "' || i || '", Đ' end, 'DESK', version, procedure, field, 'COUNTER',
                'DESK', unit, unit, unit, unit, case when kind < 92 and i % 2 = 0 then 'officer-' || (i % 20) end,
                array[unit], array[root, unit], array[root, unit], 'VN', 1, 'VN', 1, 'Asia/Ho_Chi_Minh', false,
                case when kind between 80 and 86 then present + spread * interval '30 days' end,
                case when kind < 50 then 'RETURNED' when kind < 80 then 'PROCESSING'
                    when kind < 87 then 'AWAITING_SUPPLEMENT' when kind < 92 then 'SUSPENDED'
                    when kind < 97 then 'SUBMITTED' else 'RECEIVED' end,
                case when kind between 92 and 96 then recorded end,
                case when kind between 92 and 96 then present + spread * interval '5 days' end,
                case when kind not between 92 and 96 then recorded end, kind < 92,
                case when kind < 80 then due end, case when kind < 80 then local_date end,
                case when kind between 80 and 91 and due < present - interval '1 day' then local_date end,
                case when kind between 80 and 91 then recorded end,
                case when kind < 50 then recorded end, case when kind < 50 then recorded end,
                case when kind < 50 then recorded end, case when kind < 50 then 'EARLY' end,
                case when kind < 50 then 'EARLY' end, case when kind < 50 then 'EARLY' end,
                case when kind < 50 then 'EARLY' end, recorded, 1, '', 1,
                case when i % 7 < 2 and kind < 92 then recorded end, case when i % 7 < 2 and kind < 92 then due end
            from (select i, cast(:root as text) as root, :root || '.' || (1 + i % 2) as unit,
                    mod(hashint4(i) & 65535, 100) as kind, mod(hashint4(-i) & 65535, 1000) / 1000.0 - 0.6 as spread,
                    cast(:present as timestamptz) as present
                    from generate_series(1, :many) as i) as dossier
                cross join lateral (select present + spread * interval '100 days' as due,
                    present - i * interval '1 minute' as recorded) as times
                cross join lateral (select cast(due at time zone 'Asia/Ho_Chi_Minh' as date) as local_date) as dates
                cross join (select id as version, procedure, field from procedure_version where procedure = :procedure)
                    as catalogue""";

    private final EntityManager entities;

    ManyDossiers(EntityManager entities) {
        this.entities = entities;
    }

    void add(Province province, int many) {
        var procedure = province.procedure(5, "WORKING_DAY");
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(SQL)
                .setParameter("root", province.root())
                .setParameter("procedure", procedure)
                .setParameter("present", PRESENT)
                .setParameter("many", many)
                .executeUpdate());
        Owner.does("analyze dossier");
    }

    /** Takes them away again: they have no history, and other tests verify histories. Nothing refers to them. */
    void clear(Province province) {
        Owner.does(
                "set session_replication_role = replica",
                "delete from dossier where receiving_path @> array['" + province.root() + "']");
    }
}
