package vn.motcua.statistics;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What counters hold of a day: what happened on it, and by how many the dossiers standing somewhere became more or
 * fewer. Added up to a day, the latter tell how many stand there when the day ends.
 */
enum Measure {
    RECEIVED_COUNTER,
    RECEIVED_ONLINE,
    RECEIVED_POSTAL,
    LATE_ENTRIES,
    PAPERS,
    DIGITISED_PAPERS,
    EARLY,
    ON_TIME,
    LATE,
    NO_DEADLINE,
    FIRST_EARLY,
    FIRST_ON_TIME,
    FIRST_LATE,
    FIRST_NO_DEADLINE,
    MOMENT_EARLY,
    MOMENT_ON_TIME,
    MOMENT_LATE,
    MOMENT_NO_DEADLINE,
    DIGITISED_RESULTS,
    WITHDRAWN,
    REFUSED,
    WITHIN_DEADLINE,
    STOPPED,
    OVERDUE,
    OPEN_WITHOUT_DEADLINE,
    /** Running dossiers whose due date passes with the end of the day: then they are overdue. */
    MISSED,
    SUBMITTED,
    ACCEPTED,
    INTAKE_REFUSED,
    INTAKE_WITHDRAWN,
    WAITING_LATE,
    /** Waiting dossiers whose desk should have answered some time this day. */
    INTAKE_MISSED,
    /** Of those received that day: finished so far. Of a pair of half-months: received in the one, finished in the other. */
    COHORT_EARLY,
    COHORT_ON_TIME,
    /** Received and finished that day. */
    SAME_DAY_EARLY,
    SAME_DAY_ON_TIME;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String each(Function<Measure, String> sql) {
        return Arrays.stream(values()).map(sql).collect(Collectors.joining(", "));
    }

    static String columns() {
        return each(Measure::column);
    }
}
