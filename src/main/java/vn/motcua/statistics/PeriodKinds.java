package vn.motcua.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import vn.motcua.http.Flaws;

/** The kinds of period on record: those of the calendar and the statute, and each province's own. */
@ApplicationScoped
class PeriodKinds {

    private final EntityManager entities;

    PeriodKinds(EntityManager entities) {
        this.entities = entities;
    }

    PeriodKind require(String parameter, String name) {
        List<?> firstDays = entities.createNativeQuery("select first_day from period_kind where name = ?1")
                .setParameter(1, name)
                .getResultList();
        return firstDays.stream()
                .findFirst()
                .map(firstDay -> new PeriodKind(name, (Integer) firstDay))
                .orElseThrow(() -> Flaws.at(
                        parameter,
                        "unknown-period",
                        "Không có loại kỳ báo cáo này",
                        "There is no such kind of period"));
    }
}
