package vn.motcua.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.deadline.Deadline;
import vn.motcua.deadline.Reason;
import vn.motcua.deadline.ReckonedDay;
import vn.motcua.deadline.Remaining;
import vn.motcua.http.Language;

/** A deadline as it is shown, with its reckoning. All null where there is no time limit. */
@Schema(name = "Deadline")
record DeadlineView(
        @Schema(nullable = true, description = "When the clock last started") OffsetDateTime startsAt,
        @Schema(nullable = true, description = "The promise at receipt, moved by nothing") OffsetDateTime firstDueAt,
        @Schema(nullable = true, description = "Null while a stop is open") OffsetDateTime dueAt,
        @Schema(nullable = true, description = "Null while a stop is open") LocalDate dueDate,
        @Schema(nullable = true, description = "The promise that had ended before something moved it: it stays judged")
                Missed missed,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(nullable = true, description = "While a stop is open")
                Remaining remaining,
        @Schema(description = "Whether days off not yet settled may still move the date") boolean provisional,
        List<Row> reckoning) {

    /** Nothing is promised: no time limit, or no receipt yet. */
    static DeadlineView none() {
        return new DeadlineView(null, null, null, null, null, null, false, List.of());
    }

    static DeadlineView of(Deadline deadline, ZoneId zone, Language language) {
        if (!deadline.promised()) {
            return none();
        }
        return new DeadlineView(
                at(deadline.startsAt(), zone),
                at(deadline.firstDueAt(), zone),
                at(deadline.dueAt(), zone),
                deadline.dueDate().orElse(null),
                Missed.of(deadline, zone),
                deadline.remaining().orElse(null),
                deadline.provisional(),
                deadline.reckoning().stream().map(day -> Row.of(day, language)).toList());
    }

    private static OffsetDateTime at(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toOffsetDateTime();
    }

    private static OffsetDateTime at(Optional<Instant> moment, ZoneId zone) {
        return moment.map(known -> at(known, zone)).orElse(null);
    }

    @Schema(name = "MissedPromise")
    record Missed(
            @Schema(nullable = true, description = "Judged by DATE") LocalDate date,
            @Schema(nullable = true, description = "Judged by MOMENT") OffsetDateTime moment) {

        static Missed of(Deadline deadline, ZoneId zone) {
            return new Missed(deadline.missedDate().orElse(null), at(deadline.missedMoment(), zone));
        }
    }

    /** One date of the reckoning. */
    @Schema(name = "ReckonedDay")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            LocalDate date,
            @Schema(examples = "1", description = "How much of it counted, in the unit of the limit")
                    BigDecimal counted,
            @Schema(nullable = true, description = "Stable code of the reason") Reason code,
            @Schema(nullable = true, examples = "Quốc khánh", description = "For people, in the language asked for")
                    String reason,
            @Schema(nullable = true, examples = "Bộ luật Lao động 2019, Điều 112") String legalBasis) {

        static Row of(ReckonedDay day, Language language) {
            var told = day.name().or(() -> day.reason().map(reason -> ReasonTexts.of(reason, language)));
            return new Row(
                    day.date(),
                    day.counted(),
                    day.reason().orElse(null),
                    told.orElse(null),
                    day.legalBasis().orElse(null));
        }
    }
}
