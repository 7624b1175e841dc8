package vn.motcua.statistics;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of the dossiers of a period (design section 7). Every dossier is counted once on either side of
 * carriedOver + received = resolved + withdrawn + refused + pending; before receipt, once on either side of
 * waitingBefore + submitted = accepted + refused + withdrawn + waiting.
 */
@Schema(name = "Counts")
record Counts(
        @Schema(description = "Received before the period and not ended before it", examples = "3") long carriedOver,
        Received received,
        Resolved resolved,
        @Schema(examples = "1") long withdrawn,
        @Schema(description = "Refused after receipt: the supplement never came", examples = "0") long refused,
        Pending pending,
        Cohort cohort,
        @Schema(description = "Of those received in the period: entered later than received", examples = "0")
                long lateEntries,
        Intake intake) {

    static final Counts NONE = new Counts(
            0,
            new Received(0, 0, 0),
            new Resolved(0, 0, 0, 0),
            0,
            0,
            new Pending(0, 0, 0, 0),
            new Cohort(0, 0),
            0,
            new Intake(0, 0, 0, 0, 0, 0, 0));

    /** The same counts with finished dossiers judged otherwise. */
    Counts judging(Resolved otherwise) {
        return new Counts(carriedOver, received, otherwise, withdrawn, refused, pending, cohort, lateEntries, intake);
    }

    @Schema(name = "ReceivedCounts")
    record Received(
            @Schema(examples = "20") long total,
            @Schema(examples = "12") long counter,
            @Schema(examples = "7") long online,
            @Schema(examples = "1") long postal) {

        Received(long counter, long online, long postal) {
            this(counter + online + postal, counter, online, postal);
        }
    }

    @Schema(name = "ResolvedCounts")
    record Resolved(
            @Schema(examples = "17") long total,
            @Schema(examples = "9") long early,
            @Schema(examples = "6") long onTime,
            @Schema(examples = "1") long late,
            @Schema(examples = "1") long withoutDeadline) {

        Resolved(long early, long onTime, long late, long withoutDeadline) {
            this(early + onTime + late + withoutDeadline, early, onTime, late, withoutDeadline);
        }
    }

    @Schema(name = "PendingCounts", description = "Open at the cut, the first that fits from the last to the first")
    record Pending(
            @Schema(examples = "5") long total,
            @Schema(examples = "3") long withinDeadline,
            @Schema(examples = "1") long stopped,
            @Schema(examples = "1") long overdue,
            @Schema(examples = "0") long withoutDeadline) {

        Pending(long withinDeadline, long stopped, long overdue, long withoutDeadline) {
            this(
                    withinDeadline + stopped + overdue + withoutDeadline,
                    withinDeadline,
                    stopped,
                    overdue,
                    withoutDeadline);
        }
    }

    @Schema(name = "CohortCounts", description = "Of those received in the period: finished so far at the cut")
    record Cohort(@Schema(examples = "8") long early, @Schema(examples = "5") long onTime) {}

    @Schema(name = "IntakeCounts", description = "Dossiers once submitted online, before receipt")
    record Intake(
            @Schema(examples = "1") long waitingBefore,
            @Schema(examples = "8") long submitted,
            @Schema(examples = "7") long accepted,
            @Schema(examples = "1") long refused,
            @Schema(examples = "0") long withdrawn,
            @Schema(examples = "1") long waiting,
            @Schema(description = "Of those waiting: longer than the desk may take", examples = "0")
                    long waitingLate) {}
}
