package vn.motcua.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a unit that has ended leaves: the dossiers in which it still stands, in whatever place. Found by these places
 * alone, so that what has passed over is done and nothing else has to be remembered.
 */
@ApplicationScoped
class Estate {

    /** A dossier that is over no longer minds who holds it. */
    private static final List<String> PLACES = List.of(
            "coalesce(competent_heir, competent_unit) = %s",
            "coalesce(receiving_heir, receiving_unit) = %s",
            "hand_in_unit <> receiving_unit and coalesce(hand_in_heir, hand_in_unit) = %s",
            "current_unit = %s and not voided and status in ('SUBMITTED', 'RECEIVED', 'PROCESSING',"
                    + " 'AWAITING_SUPPLEMENT', 'AWAITING_PAYMENT', 'SUSPENDED')");

    private static final String FORMER_KEY = "coalesce(competent_heir, competent_unit) = %s";
    private static final String AREA =
            "(select area_code from dossier_person p where p.dossier = d.id and p.role = 'APPLICANT')";
    private static final String SPEAKS_OF_MORE = "not voided and status not in ('REFUSED', 'WITHDRAWN', 'RETURNED')";

    private final EntityManager entities;

    Estate(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Some of the dossiers left, held until this transaction ends; not those somebody is at work on just now.
     *
     * @param but ids of dossiers to leave where they are
     */
    List<Line> next(String unit, int most, Set<Long> but) {
        return PLACES.stream()
                .map(place -> lines(
                        """
                        select d.id, field, procedure_code, hand_in_unit, %s, %s, 0
                        from dossier d where %s and d.id <> all (:but) limit %d for update skip locked"""
                                .formatted(AREA, SPEAKS_OF_MORE, place.formatted(":unit"), most),
                        unit,
                        but))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Some of the former keys left, each as the dossier it belonged to was then. */
    List<Line> nextFormerKeys(String unit, int most, Set<Long> but) {
        return lines(
                """
                select d.id, k.field, k.procedure_code, d.hand_in_unit, %s, false, k.number
                from dossier_key k join dossier d on d.id = k.dossier
                where %s and d.id <> all (:but) limit %d for update of k skip locked"""
                        .formatted(
                                AREA,
                                FORMER_KEY.replace("competent_", "k.competent_").formatted(":unit"),
                                most),
                unit,
                but);
    }

    @SuppressWarnings("unchecked")
    private List<Line> lines(String sql, String unit, Set<Long> but) {
        List<Object[]> rows = entities.createNativeQuery(sql)
                .setParameter("unit", unit)
                .setParameter("but", but.toArray(Long[]::new))
                .getResultList();
        return rows.stream().map(Line::of).toList();
    }

    /** How many dossiers are left, those somebody is at work on among them. */
    long size(String unit) {
        var each = PLACES.stream()
                .map(place -> "select id from dossier where " + place.formatted(":unit"))
                .collect(Collectors.joining(" union "));
        return number("select count(*) from (" + each + ") as ids", unit);
    }

    boolean hasFormerKeys(String unit) {
        return number("select count(*) from dossier_key where " + FORMER_KEY.formatted(":unit"), unit) > 0;
    }

    private long number(String sql, String unit) {
        return ((Number) entities.createNativeQuery(sql)
                        .setParameter("unit", unit)
                        .getSingleResult())
                .longValue();
    }

    /** Lets what is over pass to its heirs: for the figures, and for whoever looks it up. Nothing happens to it. */
    void pass(String unit, List<Passing> over) {
        entities.createNativeQuery(
                        """
                        update dossier d set
                            hand_in_heir = case coalesce(hand_in_heir, hand_in_unit)
                                when :unit then passing.heir else hand_in_heir end,
                            receiving_heir = case coalesce(receiving_heir, receiving_unit)
                                when :unit then passing.heir else receiving_heir end,
                            competent_heir = case coalesce(competent_heir, competent_unit)
                                when :unit then passing.heir else competent_heir end,
                            units = case when passing.heir = any (units) then units else units || passing.heir end,
                            version = version + 1
                        from unnest(cast(:ids as bigint[]), cast(:heirs as text[])) as passing (id, heir)
                        where d.id = passing.id""")
                .setParameter("unit", unit)
                .setParameter("ids", texts(over, Passing::id))
                .setParameter("heirs", texts(over, Passing::heir))
                .executeUpdate();
    }

    void passFormerKeys(List<Passing> over) {
        entities.createNativeQuery(
                        """
                        update dossier_key k set competent_heir = passing.heir
                        from unnest(cast(:ids as bigint[]), cast(:numbers as integer[]), cast(:heirs as text[]))
                            as passing (id, number, heir)
                        where k.dossier = passing.id and k.number = passing.number""")
                .setParameter("ids", texts(over, Passing::id))
                .setParameter("numbers", texts(over, passing -> passing.left.number))
                .setParameter("heirs", texts(over, Passing::heir))
                .executeUpdate();
    }

    private static String[] texts(List<Passing> over, Function<Passing, Object> part) {
        return over.stream().map(part).map(String::valueOf).toArray(String[]::new);
    }

    /**
     * Takes up again the jobs of units in which dossiers have come to stand since they were done: history brought
     * later, late entries, what was under way at midnight.
     */
    void recall() {
        var left = Stream.concat(
                        PLACES.stream().map(place -> "select 1 from dossier where %s limit 1".formatted(place)),
                        Stream.of("select 1 from dossier_key where " + FORMER_KEY + " limit 1"))
                .map(probe -> "(" + probe.formatted("s.unit") + ")")
                .collect(Collectors.joining(" union all "));
        entities.createNativeQuery(
                        """
                        update job set state = 'QUEUED' where state = 'DONE' and id in (
                            select s.job from succession s cross join lateral (%s limit 1) as found)"""
                                .formatted(left))
                .executeUpdate();
    }

    /**
     * A dossier left, and what a rule asks of it.
     *
     * @param area area code of the applicant's address, or null
     * @param open whether it is still to be decided or handed over
     * @param number of a former key: the row of history that corrected it; else 0
     */
    record Line(long id, String field, String procedure, String handInUnit, String area, boolean open, int number) {

        private static Line of(Object[] row) {
            return new Line(
                    ((Number) row[0]).longValue(),
                    (String) row[1],
                    (String) row[2],
                    (String) row[3],
                    (String) row[4],
                    (Boolean) row[5],
                    ((Number) row[6]).intValue());
        }
    }

    /** What is left, and who gets it. */
    record Passing(Line left, Heir to) {

        private Object id() {
            return left.id;
        }

        private Object heir() {
            return to.unit();
        }
    }
}
