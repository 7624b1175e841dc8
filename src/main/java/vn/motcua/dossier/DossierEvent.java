package vn.motcua.dossier;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import vn.motcua.deadline.LimitUnit;
import vn.motcua.deadline.StopKind;
import vn.motcua.organization.SuccessionKind;
import vn.motcua.procedure.Channel;

/**
 * Something that happened to a dossier. Kept for ever; what it holds names people by id. Free texts are kept beside it
 * and only their salted digests in it, so that they can be taken away.
 */
sealed interface DossierEvent {

    /** The name of the kind in history, as {@code HANDED_OVER}. */
    default String type() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    /** Free texts by name. */
    default Map<String, String> texts() {
        return Map.of();
    }

    /** The number of the first row that, with all after it, never was; null if it undoes nothing. */
    default Integer annuls() {
        return null;
    }

    /** Where the papers came from and under which rules they are handled; the first row of every history. */
    record Origin(
            String code,
            String externalCode,
            Source source,
            String procedure,
            long procedureVersion,
            String caseName,
            Channel channel,
            Delivery delivery,
            String handInUnit,
            String receivingUnit,
            String competentUnit,
            String intakeCalendar,
            int intakeCalendarVersion,
            String calendar,
            int calendarVersion,
            Instant namedDueAt,
            int papers,
            int papersDigitised) {}

    record Submitted(Origin origin) implements DossierEvent {}

    record Received(Origin origin, boolean lateEntry, @JsonIgnore Map<String, String> texts) implements DossierEvent {}

    record Accepted(Origin origin) implements DossierEvent {}

    record Refused(@JsonIgnore Map<String, String> texts) implements DossierEvent {}

    record Stopped(StopKind kind, Instant answerBy, @JsonIgnore Map<String, String> texts) implements DossierEvent {

        @Override
        public String type() {
            return switch (kind) {
                case SUPPLEMENT -> "SUPPLEMENT_REQUESTED";
                case PAYMENT -> "PAYMENT_REQUESTED";
                case SUSPENSION -> "SUSPENDED";
            };
        }
    }

    record Resumed(StopKind kind) implements DossierEvent {

        @Override
        public String type() {
            return switch (kind) {
                case SUPPLEMENT -> "SUPPLEMENT_RECEIVED";
                case PAYMENT -> "PAID";
                case SUSPENSION -> "RESUMED";
            };
        }
    }

    record HandedOver(
            String giver,
            String givingUnit,
            String receiver,
            String unit,
            BigDecimal limitValue,
            LimitUnit limitUnit,
            Instant stepDueAt)
            implements DossierEvent {}

    record Extended(Instant before, Instant dueAt, boolean inTime, @JsonIgnore Map<String, String> texts)
            implements DossierEvent {}

    record Finished(Outcome outcome, boolean digitised) implements DossierEvent {}

    record Returned(Delivery delivery) implements DossierEvent {}

    /** A unit ended; its heir stands in these of its places. */
    record PassedOn(
            String from,
            String to,
            SuccessionKind kind,
            LocalDate date,
            Integer rule,
            List<Heirs.Place> places,
            @JsonIgnore Map<String, String> texts)
            implements DossierEvent {}

    record Withdrawn(@JsonIgnore Map<String, String> texts) implements DossierEvent {}

    record Reopened(Integer annuls, @JsonIgnore Map<String, String> texts) implements DossierEvent {}

    record Corrected(Correction.Kind kind, Origin origin, @JsonIgnore Map<String, String> texts)
            implements DossierEvent {

        @Override
        public String type() {
            return kind + "_CORRECTED";
        }
    }

    /**
     * A newer version of a calendar holds from here on.
     *
     * @param recalculation id of the job that brought it
     * @param intakeBefore version the intake hours had; null where they are of another calendar
     * @param runningBefore the same of the clock
     * @param stepBefore the same of the step under way
     */
    record CalendarChanged(
            UUID recalculation,
            String calendar,
            int version,
            Integer intakeBefore,
            Integer runningBefore,
            Integer stepBefore,
            Instant before,
            Instant dueAt,
            Instant stepDueAt,
            @JsonIgnore Map<String, String> texts)
            implements DossierEvent {}

    /** What was said of a person was set right; what it said before stands beside the people. */
    record PersonCorrected(Person.Role role, @JsonIgnore Map<String, String> texts) implements DossierEvent {}

    /**
     * Its people and all free texts were taken away.
     *
     * @param anonymisation id of the job
     */
    record Anonymised(UUID anonymisation) implements DossierEvent {}

    record Voided(@JsonIgnore Map<String, String> texts) implements DossierEvent {}
}
