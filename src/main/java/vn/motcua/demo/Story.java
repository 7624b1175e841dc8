package vn.motcua.demo;

import static java.time.temporal.ChronoUnit.SECONDS;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.motcua.procedure.Channel;

/**
 * What becomes of some dossiers, turn by turn; what is still to come at the first start never comes.
 *
 * @param name for the reader of the file; its lots are drawn by it
 * @param count how many dossiers live it
 * @param paces the kinds of work it is told of; every kind where it is not said
 * @param payment only of work that costs a fee
 * @param daysAgo when they came in, counted back from the first start; else the more the nearer it is
 * @param between when they came in, both dates included, whenever the first start was
 * @param enteredAfter hours until an offline desk entered them
 * @param intake what happens before the desk has accepted an online submission, where it is not the usual
 */
record Story(
        @JsonProperty("story") String name,
        int count,
        List<Work.Pace> paces,
        Channel channel,
        boolean payment,
        Span daysAgo,
        List<LocalDate> between,
        Span enteredAfter,
        List<Turn> intake,
        List<Turn> steps) {

    private static final int SECONDS_OF_A_DAY = 86_400;
    private static final int NINE_MONTHS = 270;
    /** Below 1: more and more offices take part. */
    private static final double GROWTH = 0.7;

    /** The same story told of so many dossiers. */
    Story told(int times) {
        return new Story(name, times, paces, channel, payment, daysAgo, between, enteredAfter, intake, steps);
    }

    boolean fits(Work work) {
        return (paces == null || paces.contains(work.pace()))
                && (channel == null || work.channels().containsKey(channel))
                && (!payment || work.payment());
    }

    /** A moment of the day on which somebody came. */
    Instant day(OfficeHours hours, Chance chance) {
        if (between != null) {
            var dates = between.get(0).datesUntil(between.get(1).plusDays(1)).toList();
            return hours.noon(chance.oneOf(dates));
        }
        var days = daysAgo != null ? daysAgo.draw(chance) : sometime(chance);
        return hours.end().truncatedTo(SECONDS).minusSeconds(Math.round(SECONDS_OF_A_DAY * days));
    }

    private static double sometime(Chance chance) {
        var ago = 1 - Math.pow(chance.between(0, 1), GROWTH);
        return 1 + ago * (NINE_MONTHS - 1);
    }
}
