package vn.motcua.statistics;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.motcua.deadline.Basis;
import vn.motcua.deadline.PromiseKind;
import vn.motcua.http.Database;
import vn.motcua.statistics.OnTimeCount.Place;

/**
 * Answers from the counters, with what they do not hold yet, in one snapshot: as live as the histories, and as exact.
 * It answers what is asked of whole days, as known now, by date and against the promise in force, for units as they
 * were; for a whole province also by field, procedure and channel.
 */
@ApplicationScoped
class Counters {

    private static final Judgement USUAL = new Judgement(Basis.DATE, PromiseKind.CURRENT);

    /** So many dossiers not counted yet are read along; with more the counters are being filled. */
    private static final int MOST_UNCOUNTED = 2_000;

    private final EntityManager entities;

    Counters(EntityManager entities) {
        this.entities = entities;
    }

    /** The same as {@link OnTimeCount#count}, or nothing where counters do not tell. */
    Optional<Map<Place, Tally>> count(Question asked, List<SubPeriod> parts) {
        return isKept(asked)
                ? Span.of(parts, asked.asOf(), asked.zone()).flatMap(span -> atOneMoment(asked, span))
                : Optional.empty();
    }

    static boolean isKept(Question asked) {
        return asked.live()
                && asked.units() == UnitView.AS_WAS
                && asked.judgement().equals(USUAL)
                && !(CounterSql.isByKind(asked) && asked.properties().contains(Grouping.UNIT));
    }

    private Optional<Map<Place, Tally>> atOneMoment(Question asked, Span span) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Database.readAtOneMoment(entities);
            var state = state(asked);
            var uncounted = ((Number) state.get("uncounted")).intValue();
            return (Boolean) state.get("fits") && uncounted < MOST_UNCOUNTED
                    ? Optional.of(tallies(asked, span, uncounted > 0))
                    : Optional.empty();
        });
    }

    private Tuple state(Question asked) {
        var sql = CounterSql.STATE.replace("${path}", asked.unitRole().pathColumn());
        return (Tuple) entities.createNativeQuery(sql, Tuple.class)
                .setParameter("most", MOST_UNCOUNTED)
                .setParameter("role", asked.unitRole().name())
                .setParameter("unit", asked.unit().value())
                .setParameter("zone", asked.zone().getId())
                .setParameter("whole", CounterSql.isByKind(asked))
                .getSingleResult();
    }

    private Map<Place, Tally> tallies(Question asked, Span span, boolean withMissing) {
        var tallies = new HashMap<Place, Tally>();
        rows(asked, span, withMissing).stream()
                .collect(Collectors.groupingBy(row -> List.of(row.get("first_key"), row.get("second_key"))))
                .forEach((keys, rows) -> new RunningCounts(span, rows)
                        .tallies((part, tally) ->
                                tallies.put(new Place(part, (String) keys.get(0), (String) keys.get(1)), tally)));
        return tallies;
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(Question asked, Span span, boolean withMissing) {
        var query = entities.createNativeQuery(CounterSql.of(asked, withMissing), Tuple.class);
        asked.wanted().forEach((property, value) -> query.setParameter(property.name(), value));
        ofNow(query, asked, span)
                .setParameter("role", asked.unitRole().name())
                .setParameter("unit", asked.unit().value());
        if (withMissing) {
            query.setParameter("firsts", each(span.firsts(), day -> day))
                    .setParameter("starts", each(span.starts(), day -> day))
                    .setParameter("end", span.end().toString())
                    .setParameter("localToday", span.today().toString());
        }
        return cells(query, span).getResultList();
    }

    private static Query ofNow(Query query, Question asked, Span span) {
        return query.setParameter(
                        "today", span.today().atStartOfDay(asked.zone()).toInstant())
                .setParameter("now", asked.asOf())
                .setParameter("nowIn", span.partOfToday());
    }

    private static Query cells(Query query, Span span) {
        var cells = span.cells();
        return query.setParameter("grains", each(cells, cell -> cell.grain().name()))
                .setParameter("days", each(cells, Cells::first))
                .setParameter("nexts", each(cells, Cells::next))
                .setParameter("parts", each(cells, Cells::part))
                .setParameter("closed", each(cells, Cells::closed))
                .setParameter("sinces", each(cells, cell -> since(cell, span)));
    }

    private static Object since(Cells cell, Span span) {
        return cell.grain() == Cells.Grain.PAIR ? span.starts().get(cell.part()) : "-infinity";
    }

    private static <T> String[] each(List<T> list, Function<T, Object> part) {
        return list.stream().map(part).map(String::valueOf).toArray(String[]::new);
    }
}
