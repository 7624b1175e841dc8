package vn.motcua.dossier;

import static vn.motcua.organization.OrganizationProblem.UNIT_UNKNOWN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import vn.motcua.calendar.Calendars;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitCode;

/** Looks up all units that receipts speak of, in two round trips however many they are. */
@ApplicationScoped
class Offices {

    /** The calendar of a unit is its own, else the nearest up the tree, last the national one. */
    private static final String PLACES =
            """
            with recursive above (below, path, calendar, parent) as (
                select code, array[code], calendar, parent from unit where code = any (cast(?1 as text[]))
                union all
                select below, unit.code || path, coalesce(above.calendar, unit.calendar), unit.parent
                from unit join above on unit.code = above.parent)
            select below, path, calendar.code, version
            from above join calendar on calendar.code = coalesce(above.calendar, ?2) where parent is null""";

    private final EntityManager entities;
    private final Calendars calendars;

    Offices(EntityManager entities, Calendars calendars) {
        this.entities = entities;
        this.calendars = calendars;
    }

    Office require(UnitCode code) {
        return known(List.of(code)).require(code);
    }

    /** Those of these units that are recorded. */
    Known known(Collection<UnitCode> codes) {
        var wanted = codes.stream().map(UnitCode::value).distinct().toList();
        var units = units(wanted);
        var known = new HashMap<UnitCode, Office>();
        places(wanted).forEach(row -> {
            var unit = units.get((String) row[0]);
            var hours = calendars.version((String) row[2], (int) row[3]);
            known.put(unit.code(), new Office(unit, List.of((String[]) row[1]), hours));
        });
        return new Known(known);
    }

    private Map<String, Unit> units(List<String> codes) {
        return entities.unwrap(Session.class).findMultiple(Unit.class, List.<Object>copyOf(codes)).stream()
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(unit -> unit.code().value(), Function.identity()));
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> places(List<String> codes) {
        return entities.createNativeQuery(PLACES)
                .setParameter(1, codes.toArray(String[]::new))
                .setParameter(2, Calendars.NATIONAL)
                .getResultList();
    }

    /** What was found. */
    record Known(Map<UnitCode, Office> offices) {

        Office require(UnitCode code) {
            return Optional.ofNullable(offices.get(code)).orElseThrow(() -> UNIT_UNKNOWN.because(code));
        }

        boolean has(UnitCode code) {
            return offices.containsKey(code);
        }
    }
}
