package vn.motcua.deadline;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The clock as one would do it by hand: walks day by day, piece of work by piece of work, taking away what is
 * stopped, until the limit is used up. Knows nothing of positions or prefix sums.
 */
final class NaiveClock {

    private static final MathContext EXACT_ENOUGH = new MathContext(60);
    private static final BigDecimal NOTHING = new BigDecimal("1e-40");

    private final RandomOffice office;

    NaiveClock(RandomOffice office) {
        this.office = office;
    }

    record Piece(Instant from, Instant to, BigDecimal share) {}

    Instant opening(Instant moment) {
        for (var date = dateOf(moment).minusDays(1); ; date = date.plusDays(1)) {
            for (var piece : pieces(date, LimitUnit.WORKING_HOUR)) {
                if (piece.to.isAfter(moment)) {
                    return piece.from.isAfter(moment) ? piece.from : moment;
                }
            }
        }
    }

    Instant close(LocalDate date) {
        var pieces = pieces(date, LimitUnit.WORKING_HOUR);
        return pieces.isEmpty() ? close(date.plusDays(1)) : pieces.get(pieces.size() - 1).to;
    }

    LocalDate dateOf(Instant moment) {
        return LocalDate.ofInstant(moment, office.zone);
    }

    /** Where a limit in working time ends, before any stop that begins later than that is looked at. */
    Due due(Instant received, TimeLimit limit, List<Stop> stops) {
        var left = limit.value();
        var start = opening(received);
        for (var date = dateOf(start).minusDays(1); ; date = date.plusDays(1)) {
            for (var piece : running(date, limit.unit(), start, stops)) {
                if (left.compareTo(NOTHING) <= 0) {
                    return new Due(piece.from, date); // the far side of the gap
                }
                if (piece.share.subtract(left).compareTo(NOTHING.negate()) >= 0) {
                    boolean whole = limit.unit() == LimitUnit.WORKING_DAY
                            && limit.value().scale() == 0;
                    if (piece.share.subtract(left).abs().compareTo(NOTHING) > 0) {
                        return new Due(within(piece, left), date);
                    } else if (!whole) {
                        return new Due(piece.to, date);
                    }
                }
                left = left.subtract(piece.share);
            }
        }
    }

    private static Instant within(Piece piece, BigDecimal left) {
        var nanos = BigDecimal.valueOf(Duration.between(piece.from, piece.to).toNanos());
        return piece.from.plusNanos(
                nanos.multiply(left).divide(piece.share, EXACT_ENOUGH).longValue());
    }

    private List<Piece> running(LocalDate date, LimitUnit unit, Instant start, List<Stop> stops) {
        var running = cut(pieces(date, unit), Instant.EPOCH, start);
        for (var stop : stops) {
            running = cut(running, stop.from(), stop.to().orElseThrow());
        }
        return running;
    }

    private static List<Piece> cut(List<Piece> pieces, Instant from, Instant to) {
        var left = new ArrayList<Piece>();
        for (var piece : pieces) {
            add(left, piece, piece.from, piece.to.isBefore(from) ? piece.to : from);
            add(left, piece, piece.from.isAfter(to) ? piece.from : to, piece.to);
        }
        return left;
    }

    private static void add(List<Piece> pieces, Piece whole, Instant from, Instant to) {
        if (from.isBefore(to)) {
            var part = BigDecimal.valueOf(Duration.between(from, to).toNanos());
            var all = BigDecimal.valueOf(Duration.between(whole.from, whole.to).toNanos());
            pieces.add(new Piece(from, to, whole.share.multiply(part).divide(all, EXACT_ENOUGH)));
        }
    }

    private List<Piece> pieces(LocalDate date, LimitUnit unit) {
        var bounds = new ArrayList<Instant[]>();
        for (var shift : shiftsOn(date)) {
            var from = moment(date, shift.from());
            var to = moment(date, shift.to());
            if (from.isBefore(to)) {
                bounds.add(new Instant[] {from, to});
            }
        }
        var day = bounds.stream().mapToLong(bound -> length(bound)).sum();
        var unitLength = BigDecimal.valueOf(unit == LimitUnit.WORKING_DAY ? day : 3600);
        return bounds.stream()
                .map(bound -> new Piece(
                        bound[0], bound[1], BigDecimal.valueOf(length(bound)).divide(unitLength, EXACT_ENOUGH)))
                .toList();
    }

    private static long length(Instant[] bound) {
        return Duration.between(bound[0], bound[1]).toSeconds();
    }

    private List<Shift> shiftsOn(LocalDate date) {
        for (var day : office.days) {
            if (day.date().equals(date)) {
                return day.replaces().isPresent() ? usual(day.replaces().get()) : day.shifts();
            }
        }
        return usual(date);
    }

    private List<Shift> usual(LocalDate date) {
        var second = office.weeks.get(1);
        var week = date.isBefore(second.validFrom()) ? office.weeks.get(0) : second;
        return week.shifts().getOrDefault(date.getDayOfWeek(), List.of());
    }

    private Instant moment(LocalDate date, String time) {
        if (time.equals("24:00")) {
            return moment(date.plusDays(1), "00:00");
        }
        var local = date.atTime(LocalTime.parse(time));
        var gap = office.zone.getRules().getTransition(local);
        return gap != null && gap.isGap()
                ? gap.getInstant()
                : local.atZone(office.zone).toInstant();
    }
}
