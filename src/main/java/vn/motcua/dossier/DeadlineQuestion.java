package vn.motcua.dossier;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.deadline.AfterSupplement;
import vn.motcua.deadline.CutOff;
import vn.motcua.deadline.DueMoment;
import vn.motcua.deadline.Stop;
import vn.motcua.deadline.StopKind;
import vn.motcua.deadline.Terms;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.http.Flaws;
import vn.motcua.organization.UnitCode;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ProcedureCode;

/** When would the result be due? On whose hours, by which limit, with which stops. */
@Schema(name = "DeadlineQuestion")
record DeadlineQuestion(
        @Schema(nullable = true, description = "Code of a calendar; this or a unit") String calendar,
        @Schema(nullable = true, description = "Unit on whose calendar the time runs") UnitCode unit,
        @NotNull Instant receivedAt,
        @Schema(nullable = true, description = "The time limit itself; this or a procedure") TimeLimit limit,
        @Schema(nullable = true, description = "With limit; SAME_TIME by default") DueMoment due,
        @Schema(nullable = true, description = "With limit; none by default") CutOff cutOff,
        @Schema(nullable = true, description = "With limit; RESTART by default") AfterSupplement afterSupplement,
        @Schema(nullable = true, description = "Procedure whose version in force at receipt gives the limit")
                ProcedureCode procedure,
        @Schema(nullable = true, description = "With procedure, required") Channel channel,
        @JsonProperty("case")
                @Schema(nullable = true, description = "With procedure, where it has several cases")
                @Size(min = 1, max = 300)
                String caseName,
        @Schema(nullable = true, description = "In order, without overlap; only the last may be open")
                @Size(max = MOST_STOPS)
                List<@NotNull @Valid StopBody> stops) {

    static final int MOST_STOPS = 100;

    /** Refuses a question that says the same thing in two ways, or not at all. */
    DeadlineQuestion requireSense() {
        requireOne("/calendar", calendar, unit);
        requireOne("/limit", limit, procedure);
        if (limit == null) {
            refuse("/due", due, cutOff, afterSupplement);
            requireOne("/channel", channel, null);
        } else {
            refuse("/channel", channel, caseName);
        }
        return this;
    }

    private static void requireOne(String pointer, Object one, Object other) {
        if (one == null && other == null) {
            throw Flaws.at(pointer, "required", "Bắt buộc phải có", "Is required");
        }
        if (one != null && other != null) {
            throw Flaws.at(pointer, "ambiguous", "Chỉ được nêu một trong hai", "Only one of the two may be given");
        }
    }

    private static void refuse(String pointer, Object... given) {
        if (Stream.of(given).anyMatch(java.util.Objects::nonNull)) {
            throw Flaws.at(
                    pointer,
                    "ambiguous",
                    "due, cutOff, afterSupplement đi với limit; channel, case đi với procedure",
                    "due, cutOff and afterSupplement go with limit; channel and case with procedure");
        }
    }

    /** The terms said outright. */
    Terms terms() {
        try {
            return new Terms(
                    Optional.of(limit),
                    due == null ? DueMoment.SAME_TIME : due,
                    Optional.ofNullable(cutOff),
                    afterSupplement == null ? AfterSupplement.RESTART : afterSupplement);
        } catch (IllegalArgumentException contradictory) {
            throw Flaws.at(
                    "/due",
                    "invalid",
                    "Thời hạn trong ngày (0) cần due là END_OF_DAY",
                    "A limit of 0, the same day, needs END_OF_DAY as due");
        }
    }

    /** The stops, refused unless each begins at or after the end of the one before. */
    List<Stop> orderedStops() {
        if (stops == null) {
            return List.of();
        }
        for (int i = 0; i < stops.size(); i++) {
            var stop = stops.get(i);
            var before = i == 0 ? Instant.MIN : stops.get(i - 1).to();
            if (before == null || stop.from().isBefore(before) || stop.endsBeforeItBegins()) {
                throw Flaws.at(
                        "/stops/" + i,
                        "order",
                        "Các lần tạm dừng phải theo thứ tự, không chồng nhau, chỉ lần cuối được để ngỏ",
                        "Stops must be in order without overlap, and only the last may be open");
            }
        }
        return stops.stream().map(StopBody::stop).toList();
    }

    @Schema(name = "Stop")
    record StopBody(
            @NotNull Instant from,
            @Schema(nullable = true, description = "Absent: still open") Instant to,
            @Schema(nullable = true, defaultValue = "SUSPENSION") StopKind kind) {

        boolean endsBeforeItBegins() {
            return to != null && to.isBefore(from);
        }

        Stop stop() {
            return new Stop(from, Optional.ofNullable(to), kind == null ? StopKind.SUSPENSION : kind);
        }
    }
}
