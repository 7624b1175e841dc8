package vn.motcua.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * One way to judge: against the current or the first promise, by date or by moment. What was promised and what was
 * missed before a stop is the clock's business and taken from the row; early, late and overdue are worked out here.
 */
record Promise(boolean first, boolean byMoment, ZoneId zone) {

    boolean isGiven(Row row) {
        return first
                ? row.has("firstDueAt")
                : row.standing().get("promised").asBoolean() || row.has(byMoment ? "missedMoment" : "missedDate");
    }

    /** The verdict on a finished dossier. */
    String verdict(Row row) {
        var finished = row.time("finishedAt");
        if (!isGiven(row)) {
            return "withoutDeadline";
        }
        if (isPast(row, finished)) {
            return "late";
        }
        return dateOf(finished).isBefore(judgedDate(row)) ? "early" : "onTime";
    }

    /** Whether an open dossier's promise was missed before a stop, or is past while the clock runs. */
    boolean isOverdue(Row row, Instant cut) {
        var stopped = row.time("stoppedAt");
        if (first) {
            return isPast(row, stopped == null ? cut : stopped);
        }
        return row.has(byMoment ? "missedMoment" : "missedDate") || stopped == null && isPast(row, cut);
    }

    private boolean isPast(Row row, Instant moment) {
        return byMoment ? moment.isAfter(judgedMoment(row)) : dateOf(moment).isAfter(judgedDate(row));
    }

    private Instant judgedMoment(Row row) {
        if (first) {
            return row.time("firstDueAt");
        }
        return row.has("missedMoment") ? row.time("missedMoment") : row.time("dueAt");
    }

    private LocalDate judgedDate(Row row) {
        if (byMoment) {
            return dateOf(judgedMoment(row));
        }
        if (first) {
            return row.date("firstDueDate");
        }
        return row.has("missedDate") ? row.date("missedDate") : row.date("dueDate");
    }

    private LocalDate dateOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }
}
