package vn.motcua.statistics;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.http.Database;

/** All reports that were frozen; each question once. */
@ApplicationScoped
class FrozenReports implements PanacheRepositoryBase<FrozenReport, UUID> {

    private static final String SAME_QUESTION =
            """
            asked.unit = :unit and asked.report = :report and asked.periodFrom = :from and asked.periodTo = :to
                and asked.unitRole = :unitRole and asked.basis = :basis and asked.promise = :promise
                and asked.units = :units""";

    /** The report that answers this question, where it was frozen before. */
    Optional<FrozenReport> first(ReportQuestion asked) {
        return find(SAME_QUESTION, asked.members()).firstResultOptional();
    }

    /** Of two that freeze the same at once, the database lets one through. */
    void add(FrozenReport report) {
        try {
            persistAndFlush(report);
        } catch (PersistenceException refused) {
            throw Database.brokenConstraint(refused)
                    .filter("frozen_report_once"::equals)
                    .<RuntimeException>map(broken -> QuarkusTransaction.requiringNew()
                            .call(() -> first(report.asked()).orElseThrow().refusal()))
                    .orElse(refused);
        }
    }

    /** Those of some units, newest first, after the place of one; each narrowing applies where it is given. */
    List<FrozenLine> list(Collection<String> units, Form report, Optional<Place> after, int most) {
        var where = new StringBuilder("r.asked.unit in :units");
        var values = new HashMap<String, Object>(Map.of("units", units));
        if (report != null) {
            where.append(" and r.asked.report = :report");
            values.put("report", report.number());
        }
        after.ifPresent(place -> {
            where.append(" and (r.frozenAt < :at or r.frozenAt = :at and r.id < :id)");
            values.put("at", place.frozenAt());
            values.put("id", place.id());
        });
        var query = getEntityManager()
                .createQuery(
                        "select r.id, r.asked, r.frozenAt, r.frozenBy from FrozenReport r where " + where
                                + " order by r.frozenAt desc, r.id desc",
                        Object[].class)
                .setMaxResults(most);
        values.forEach(query::setParameter);
        return query.getResultList().stream()
                .map(row -> FrozenLine.of((UUID) row[0], (ReportQuestion) row[1], (Instant) row[2], (String) row[3]))
                .toList();
    }

    /** Where a report stands in the list. */
    record Place(Instant frozenAt, UUID id) {}
}
