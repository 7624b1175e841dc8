package vn.motcua.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import vn.motcua.deadline.Verdict;
import vn.motcua.problem.ProblemType;

/** What recalculations did, or would do, dossier by dossier. */
@ApplicationScoped
class RecalculationRows {

    private static final String INSERT =
            """
            insert into recalculation_row
                (job, dossier, unit, from_due, to_due, verdict_before, verdict_after, problem)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";

    private final EntityManager entities;

    RecalculationRows(EntityManager entities) {
        this.entities = entities;
    }

    void keep(UUID job, List<Effect> effects) {
        entities.unwrap(Session.class).doWork(connection -> {
            try (var insert = connection.prepareStatement(INSERT)) {
                for (var effect : effects) {
                    bind(insert, job, effect);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    private static void bind(PreparedStatement insert, UUID job, Effect effect) throws SQLException {
        insert.setObject(1, job);
        insert.setLong(2, effect.dossier().id());
        insert.setString(3, effect.dossier().papers().competentNow());
        insert.setObject(4, utc(effect.from()));
        insert.setObject(5, utc(effect.to()));
        insert.setString(6, name(effect.before().verdict()));
        insert.setString(7, name(effect.after().verdict()));
        insert.setString(8, effect.problem());
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    private static String name(Verdict verdict) {
        return verdict == null ? null : verdict.name();
    }

    /** Says that a dossier stays as it is, and why. */
    void refuse(UUID job, long dossier, ProblemType problem) {
        entities.createNativeQuery(
                        """
                        insert into recalculation_row (job, dossier, unit, problem)
                        select ?1, id, coalesce(competent_heir, competent_unit), ?3 from dossier where id = ?2""")
                .setParameter(1, job)
                .setParameter(2, dossier)
                .setParameter(3, problem.code())
                .executeUpdate();
    }

    /** The rows after a dossier, in the order dossiers were recorded; narrowed by what is given. */
    List<RecalculationRow.Placed> list(UUID job, RecalculationRow.Filter filter, long after, int most) {
        var query = entities.createNativeQuery(
                        """
                        select r.dossier, d.code, d.zone, r.unit, r.moved, r.from_due, r.to_due, r.verdict_before,
                            r.verdict_after, r.verdict_changes, r.problem
                        from recalculation_row r join dossier d on d.id = r.dossier
                        where r.job = :job and r.dossier > :after"""
                                + filter.sql() + " order by r.dossier limit :most")
                .setParameter("job", job)
                .setParameter("after", after)
                .setParameter("most", most);
        filter.bind(query);
        return rows(query).map(RecalculationRow.Placed::of).toList();
    }

    /** How many there are of each unit, by code. */
    List<RecalculationView.OfUnit> byUnit(UUID job) {
        var query = entities.createNativeQuery(
                        """
                        select unit, count(*), count(*) filter (where moved), count(*) filter (where verdict_changes)
                        from recalculation_row where job = ?1 group by unit order by unit""")
                .setParameter(1, job);
        return rows(query).map(RecalculationView.OfUnit::of).toList();
    }

    @SuppressWarnings("unchecked")
    private static Stream<Object[]> rows(Query query) {
        return query.getResultList().stream();
    }
}
