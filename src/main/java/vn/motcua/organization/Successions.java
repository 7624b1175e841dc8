package vn.motcua.organization;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All successions, by the unit that ends. */
@ApplicationScoped
public class Successions implements PanacheRepositoryBase<Succession, String> {

    /** Kind of the job that passes over what a unit leaves. */
    public static final String JOB = "SUCCESSION";

    /** The succession a job brings about. */
    public Succession ofJob(UUID job) {
        return find("job", job).singleResult();
    }

    Optional<Succession> of(UnitCode unit) {
        return findByIdOptional(unit.value());
    }

    Map<String, Succession> of(List<Unit> units) {
        var codes = units.stream().map(unit -> unit.code().value()).toList();
        return find("unit in ?1", codes).stream().collect(Collectors.toMap(Succession::unit, Function.identity()));
    }

    /** The days on which the unit takes the place of others; on each it has to be there. */
    List<LocalDate> takesOverOn(UnitCode unit) {
        return getEntityManager()
                .createQuery(
                        "select distinct s.date from Succession s join s.parts part where part.successor = ?1"
                                + " order by s.date",
                        LocalDate.class)
                .setParameter(1, unit.value())
                .getResultList();
    }
}
