package vn.motcua.statistics;

import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One row of a report: received.total = resolved.total + pending.total + all that is beyond the form. */
@Schema(name = "FormRow")
record FormRow(
        @Schema(description = "The unit or field; empty in the total", examples = "{\"unit\": \"H42.18\"}")
                Map<String, String> key,
        Received received,
        Resolved resolved,
        Pending pending,
        BeyondForm beyondForm) {

    /** The sum of some counts, laid out as the form has it. */
    static FormRow of(Map<String, String> key, List<Counts> counts) {
        return new FormRow(key, received(counts), resolved(counts), pending(counts), beyondForm(counts));
    }

    /** The figure under a column of the report, by the column's id. */
    long figure(String column) {
        return switch (column) {
            case "received.total" -> received.total;
            case "received.online" -> received.online;
            case "received.counterAndPostal" -> received.counterAndPostal;
            case "received.carriedOver" -> received.carriedOver;
            case "resolved.total" -> resolved.total;
            case "resolved.early" -> resolved.early;
            case "resolved.onTime" -> resolved.onTime;
            case "resolved.late" -> resolved.late;
            case "pending.total" -> pending.total;
            case "pending.withinDeadline" -> pending.withinDeadline;
            case "pending.overdue" -> pending.overdue;
            case "beyondForm.withdrawn" -> beyondForm.withdrawn;
            case "beyondForm.refused" -> beyondForm.refused;
            case "beyondForm.withoutDeadlineResolved" -> beyondForm.withoutDeadlineResolved;
            case "beyondForm.withoutDeadlinePending" -> beyondForm.withoutDeadlinePending;
            default -> throw new IllegalArgumentException(column);
        };
    }

    private static Received received(List<Counts> counts) {
        return new Received(
                sum(counts, Counts::carriedOver)
                        + sum(counts, each -> each.received().total()),
                sum(counts, each -> each.received().online()),
                sum(counts, each -> each.received().counter())
                        + sum(counts, each -> each.received().postal()),
                sum(counts, Counts::carriedOver));
    }

    private static Resolved resolved(List<Counts> counts) {
        var early = sum(counts, each -> each.resolved().early());
        var onTime = sum(counts, each -> each.resolved().onTime());
        var late = sum(counts, each -> each.resolved().late());
        return new Resolved(early + onTime + late, early, onTime, late);
    }

    private static Pending pending(List<Counts> counts) {
        var within = sum(counts, each -> each.pending().withinDeadline())
                + sum(counts, each -> each.pending().stopped());
        var overdue = sum(counts, each -> each.pending().overdue());
        return new Pending(within + overdue, within, overdue);
    }

    private static BeyondForm beyondForm(List<Counts> counts) {
        return new BeyondForm(
                sum(counts, Counts::withdrawn),
                sum(counts, Counts::refused),
                sum(counts, each -> each.resolved().withoutDeadline()),
                sum(counts, each -> each.pending().withoutDeadline()));
    }

    private static long sum(List<Counts> counts, ToLongFunction<Counts> count) {
        return counts.stream().mapToLong(count).sum();
    }

    @Schema(name = "FormReceived")
    record Received(
            @Schema(examples = "23") long total,
            @Schema(examples = "7") long online,
            @Schema(examples = "13") long counterAndPostal,
            @Schema(examples = "3") long carriedOver) {}

    @Schema(name = "FormResolved")
    record Resolved(
            @Schema(examples = "16") long total,
            @Schema(examples = "9") long early,
            @Schema(examples = "6") long onTime,
            @Schema(examples = "1") long late) {}

    @Schema(name = "FormPending")
    record Pending(
            @Schema(examples = "5") long total,
            @Schema(examples = "4") long withinDeadline,
            @Schema(examples = "1") long overdue) {}

    @Schema(name = "BeyondForm", description = "What the form has no column for")
    record BeyondForm(
            @Schema(examples = "1") long withdrawn,
            @Schema(examples = "0") long refused,
            @Schema(examples = "1") long withoutDeadlineResolved,
            @Schema(examples = "0") long withoutDeadlinePending) {}
}
