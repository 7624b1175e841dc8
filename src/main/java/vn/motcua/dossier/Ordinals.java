package vn.motcua.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import vn.motcua.organization.UnitCode;

/** Gives codes: one after another at each unit on each local day, under any number of desks. */
@ApplicationScoped
class Ordinals {

    /**
     * Those who draw at many desks lock them in the same order, whatever they draw. Which codes are taken is asked with
     * an array: for a join PostgreSQL, which cannot know how few they are, would read all dossiers.
     */
    private static final String DRAW =
            """
            with wanted as (
                select unit, day, many, stem
                from unnest(cast(?1 as text[]), cast(?2 as date[]), cast(?3 as integer[]), cast(?4 as text[]))
                    as wanted (unit, day, many, stem)
                order by unit, day),
            drawn as (
                insert into dossier_ordinal (unit, day, last) select unit, day, many from wanted
                on conflict (unit, day) do update set last = dossier_ordinal.last + excluded.last
                returning unit, day, last),
            given as (
                select stem, ordinal, stem || lpad(cast(ordinal as text), greatest(4, length(cast(ordinal as text))), '0') code
                from drawn join wanted using (unit, day), generate_series(last - many + 1, last) ordinal)
            select stem, code, code = any (array(
                select taken.code from dossier taken where taken.code = any (array(select code from given))))
            from given order by ordinal""";

    private final EntityManager entities;

    Ordinals(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The next code nobody has yet; an import may have brought some. The row lock it takes lasts until the transaction
     * ends.
     */
    DossierCode next(UnitCode unit, LocalDate day) {
        var desk = new Desk(unit, day);
        return next(Map.of(desk, 1), Set.of()).get(desk).remove();
    }

    /**
     * The same for many desks, as many as each asks for.
     *
     * @param brought codes that are about to be taken
     */
    Map<Desk, Queue<DossierCode>> next(Map<Desk, Integer> many, Set<DossierCode> brought) {
        var given = new HashMap<Desk, Queue<DossierCode>>();
        var missing = new HashMap<>(many);
        while (!missing.isEmpty()) {
            for (var drawn : draw(missing)) {
                if (!drawn.taken && !brought.contains(drawn.code)) {
                    given.computeIfAbsent(drawn.desk, first -> new ArrayDeque<>())
                            .add(drawn.code);
                    missing.compute(drawn.desk, (desk, left) -> left == 1 ? null : left - 1);
                }
            }
        }
        return given;
    }

    @SuppressWarnings("unchecked")
    private List<Drawn> draw(Map<Desk, Integer> many) {
        var desks = List.copyOf(many.keySet());
        var stems = new HashMap<String, Desk>();
        desks.forEach(desk -> stems.put(desk.stem(), desk));
        List<Object[]> rows = entities.createNativeQuery(DRAW)
                .setParameter(1, column(desks, desk -> desk.unit.value(), String[]::new))
                .setParameter(2, column(desks, Desk::day, LocalDate[]::new))
                .setParameter(3, column(desks, many::get, Integer[]::new))
                .setParameter(4, column(desks, Desk::stem, String[]::new))
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
        return rows.stream()
                .map(row -> new Drawn(stems.get((String) row[0]), DossierCode.of((String) row[1]), (Boolean) row[2]))
                .toList();
    }

    private static <T> T[] column(List<Desk> desks, Function<Desk, T> value, IntFunction<T[]> array) {
        return desks.stream().map(value).toArray(array);
    }

    /** Where codes are counted: a unit on a local day. */
    record Desk(UnitCode unit, LocalDate day) {

        private String stem() {
            return DossierCode.stem(unit, day);
        }
    }

    private record Drawn(Desk desk, DossierCode code, boolean taken) {}
}
