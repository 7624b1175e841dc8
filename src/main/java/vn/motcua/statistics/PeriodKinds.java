package vn.motcua.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import vn.motcua.http.Flaws;

/** The kinds of period on record: those of the calendar and the statute, and each province's own. */
@ApplicationScoped
class PeriodKinds {

    private final EntityManager entities;

    PeriodKinds(EntityManager entities) {
        this.entities = entities;
    }

    PeriodKind require(String parameter, String name) {
        return entities
                .createNativeQuery("select first_day from period_kind where name = ?1", Integer.class)
                .setParameter(1, name)
                .getResultStream()
                .map(firstDay -> new PeriodKind(name, (Integer) firstDay))
                .findFirst()
                .orElseThrow(() -> Flaws.at(
                        parameter,
                        "unknown-period",
                        "Không có loại kỳ báo cáo này",
                        "There is no such kind of period"));
    }
}
