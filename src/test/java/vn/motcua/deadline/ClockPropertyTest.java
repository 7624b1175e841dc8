package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What must hold for any office, moment, limit and stops (design section 4). */
class ClockPropertyTest {

    private static final int OFFICES = 60;
    private static final int CASES = 60;
    private static final List<RandomOffice> ALL =
            LongStream.range(0, OFFICES).mapToObj(RandomOffice::new).toList();

    private static void forAny(Consumer<RandomOffice> property) {
        ALL.forEach(office -> {
            for (int i = 0; i < CASES; i++) {
                property.accept(office);
            }
        });
    }

    private static Ruler ruler(RandomOffice office, TimeLimit limit) {
        return Ruler.of(office.calendar, Optional.of(limit));
    }

    private static boolean works(RandomOffice office, Instant moment) {
        return office.calendar.openingAtOrAfter(moment).equals(moment);
    }

    private static boolean opens(RandomOffice office, Instant moment) {
        return works(office, moment) && !works(office, moment.minusNanos(1));
    }

    @Test
    void a_moment_inside_a_shift_is_found_again() {
        forAny(office -> {
            var moment = office.moment();
            if (works(office, moment) && !opens(office, moment)) {
                for (var limit : List.of("0.25 WORKING_DAY", "1 WORKING_DAY", "1 WORKING_HOUR", "1 CLOCK_HOUR")) {
                    var ruler = ruler(office, Office.limit(limit));
                    assertThat(ruler.at(ruler.position(moment), moment).at())
                            .as(limit)
                            .isEqualTo(moment);
                }
            }
        });
    }

    @Test
    void an_opening_is_found_again_at_the_far_side_only() {
        forAny(office -> {
            var opening = office.calendar.openingAtOrAfter(office.moment());
            var far = ruler(office, Office.limit("1 WORKING_DAY"));
            var near = ruler(office, Office.limit("0.5 WORKING_DAY"));
            assertThat(far.at(far.position(opening), opening).at()).isEqualTo(opening);
            if (opens(office, opening)) {
                assertThat(near.at(near.position(opening), opening).at()).isBefore(opening);
            }
        });
    }

    @Test
    void a_position_is_found_again() {
        forAny(office -> {
            for (var unit : List.of(LimitUnit.WORKING_DAY, LimitUnit.WORKING_HOUR, LimitUnit.CLOCK_HOUR)) {
                var limit = office.limit(unit);
                var ruler = ruler(office, limit);
                var position = ruler.position(office.moment().truncatedTo(ChronoUnit.MINUTES))
                        .plus(limit.length());
                var found = ruler.position(ruler.at(position, office.moment()).at());
                // a share that no whole nanosecond marks is rounded down to the last that does
                assertThat(position.minus(found).decimal()).as("%s", limit).isEqualByComparingTo("0");
                assertThat(position.isBefore(found)).isFalse();
            }
        });
    }

    @Test
    void limits_add_up() {
        forAny(office -> {
            var unit = office.nextInt(2) == 0 ? LimitUnit.WORKING_DAY : LimitUnit.WORKING_HOUR;
            var one = office.limit(unit);
            var other = office.limit(unit);
            var both = new TimeLimit(one.value().add(other.value()), unit);
            var start = office.moment();
            var ruler = ruler(office, both);
            assertThat(ruler.end(start, both))
                    .isEqualByComparingTo(ruler.end(start, one).plus(other.length()));
        });
    }

    @Test
    void a_stop_gives_nothing_and_costs_nothing() {
        forAny(office -> {
            var limit = office.limit(office.nextInt(2) == 0 ? LimitUnit.WORKING_DAY : LimitUnit.WORKING_HOUR);
            var terms = new Terms(Optional.of(limit), DueMoment.SAME_TIME, Optional.empty(), AfterSupplement.PAUSE);
            var received = office.moment();
            var stops = office.stops(received);
            var deadline = Deadline.of(office.facts(terms, received, stops));
            if (deadline.missedMoment().isEmpty()) {
                var ruler = ruler(office, limit);
                var due = ruler.position(deadline.dueAt().orElseThrow());
                var ran = due.minus(ruler.position(deadline.startsAt()));
                for (var stop : stops) {
                    ran = ran.minus(waited(ruler, stop, deadline.startsAt()));
                }
                assertThat(ran.minus(limit.length()).decimal()).isEqualByComparingTo("0");
            }
        });
    }

    private static Position waited(Ruler ruler, Stop stop, Instant start) {
        var from = stop.from().isBefore(start) ? start : stop.from();
        var to = stop.to().orElseThrow();
        return to.isAfter(from) ? ruler.position(to).minus(ruler.position(from)) : Position.ZERO;
    }

    @Test
    void the_result_is_that_of_walking_day_by_day() {
        forAny(office -> {
            var limit = office.limit(office.nextInt(2) == 0 ? LimitUnit.WORKING_DAY : LimitUnit.WORKING_HOUR);
            var terms = office.terms(limit, AfterSupplement.PAUSE);
            var received = office.moment();
            var stops = office.stops(received);
            var deadline = Deadline.of(office.facts(terms, received, stops));
            if (deadline.missedMoment().isEmpty()) {
                var naive = naiveDue(office, terms, received, stops);
                assertThat(Duration.between(naive, deadline.dueAt().orElseThrow())
                                .abs())
                        .as("%s %s %s %s is not %s", limit, received, stops, deadline.dueAt(), naive)
                        .isLessThan(Duration.ofNanos(1000));
            }
        });
    }

    /** None of the stops begins after the due moment, so only their ends can hold it up. */
    private static Instant naiveDue(RandomOffice office, Terms terms, Instant received, List<Stop> stops) {
        var clock = new NaiveClock(office);
        var endOfDay = terms.due() == DueMoment.END_OF_DAY;
        var end = clock.due(received, terms.limit().orElseThrow(), stops);
        var due = endOfDay ? clock.close(end.date()) : end.at();
        for (var stop : stops) {
            var floor = clock.opening(stop.to().orElseThrow());
            floor = endOfDay ? clock.close(clock.dateOf(floor)) : floor;
            due = floor.isAfter(due) ? floor : due;
        }
        return due;
    }

    @Test
    void later_receipts_and_longer_limits_are_never_due_earlier() {
        forAny(office -> {
            var limit = office.limit();
            var terms = office.terms(limit, AfterSupplement.PAUSE);
            var longer = new Terms(
                    Optional.of(new TimeLimit(limit.value().add(BigDecimal.ONE), limit.unit())),
                    terms.due(),
                    Optional.empty(),
                    AfterSupplement.PAUSE);
            var received = office.moment();
            var due = due(office, terms, received, List.of());
            assertNotBefore(due, due(office, longer, received, List.of()), office, limit);
            assertNotBefore(
                    due, due(office, terms, received.plusSeconds(office.nextInt(200_000)), List.of()), office, limit);
        });
    }

    /** A limit in dates keeps the time of day of its start, so two that roll to one date compare by date only. */
    private static void assertNotBefore(Instant due, Instant later, RandomOffice office, TimeLimit limit) {
        if (limit.unit().countsDates()) {
            assertThat(office.calendar.dateOf(later)).as("%s", limit).isAfterOrEqualTo(office.calendar.dateOf(due));
        } else {
            assertThat(later).as("%s", limit).isAfterOrEqualTo(due);
        }
    }

    private static Instant due(RandomOffice office, Terms terms, Instant received, List<Stop> stops) {
        return Deadline.of(office.facts(terms, received, stops)).dueAt().orElseThrow();
    }

    @Test
    void a_stop_that_grows_never_moves_the_due_date_back() {
        forAny(office -> {
            var limit = office.limit();
            var terms = office.terms(limit, office.nextInt(2) == 0 ? AfterSupplement.PAUSE : AfterSupplement.RESTART);
            var received = office.moment();
            var stops = office.stops(received);
            var grown = new ArrayList<>(stops);
            var last = grown.remove(grown.size() - 1);
            var before = due(office, terms, received, grown);
            var due = due(office, terms, received, stops);
            if (!terms.restartsAfter(last)) {
                assertThat(due).as("%s %s", terms, stops).isAfterOrEqualTo(before);
            }
            var end = last.to().orElseThrow().plusSeconds(office.nextInt(400_000));
            grown.add(Stop.closed(last.from(), end, last.kind()));
            if (terms.restartsAfter(last)) {
                assertNotBefore(due, due(office, terms, received, grown), office, limit);
            } else {
                assertThat(due(office, terms, received, grown))
                        .as("%s %s %s", terms, stops, grown)
                        .isAfterOrEqualTo(due);
            }
        });
    }

    @Test
    void no_stop_that_began_in_time_makes_a_promise_late() {
        forAny(office -> {
            var terms = office.terms(office.limit(), AfterSupplement.PAUSE);
            var received = office.moment();
            var stops = office.stops(received);
            var deadline = Deadline.of(office.facts(terms, received, stops));
            if (deadline.missedDate().isEmpty()) {
                var end = stops.get(stops.size() - 1).to().orElseThrow();
                assertThat(deadline.dueAt().orElseThrow()).isAfterOrEqualTo(office.calendar.openingAtOrAfter(end));
            }
        });
    }

    @Test
    void the_reckoning_adds_up_to_the_limit() {
        forAny(office -> {
            var limit = office.limit();
            var terms = office.terms(limit, office.nextInt(2) == 0 ? AfterSupplement.PAUSE : AfterSupplement.RESTART);
            var received = office.moment();
            var deadline = Deadline.of(office.facts(terms, received, office.stops(received)));
            assertThat(sum(deadline)).as("%s", terms).isEqualByComparingTo(whole(office, limit, deadline));
            assertThat(deadline.reckoning())
                    .allMatch(day -> day.counted().signum() > 0 || day.reason().isPresent());
        });
    }

    private static BigDecimal sum(Deadline deadline) {
        return deadline.reckoning().stream().map(ReckonedDay::counted).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal whole(RandomOffice office, TimeLimit limit, Deadline deadline) {
        var start = office.calendar.dateOf(deadline.startsAt());
        return limit.unit() == LimitUnit.MONTH
                ? BigDecimal.valueOf(start.plusMonths(limit.value().longValue()).toEpochDay() - start.toEpochDay())
                : limit.value();
    }

    @Test
    void what_counted_and_what_remains_add_up_to_the_limit() {
        forAny(office -> {
            var limit = office.limit();
            var terms = office.terms(limit, AfterSupplement.PAUSE);
            var received = office.moment();
            var stops = office.stops(received);
            var last = stops.remove(stops.size() - 1);
            stops.add(Stop.open(last.from(), last.kind()));
            var deadline = Deadline.of(office.facts(terms, received, stops));
            if (deadline.missedMoment().isEmpty()) {
                assertThat(sum(deadline).add(deadline.remaining().orElseThrow().value()))
                        .as("%s %s %s", terms, received, stops)
                        .isCloseTo(whole(office, limit, deadline), Offset.offset(new BigDecimal("0.000001")));
            }
        });
    }
}
