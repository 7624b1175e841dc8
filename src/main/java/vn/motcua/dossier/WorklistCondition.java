package vn.motcua.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.dossier.DossierList.Conditions;

/** What may call for action in a dossier a unit holds. Each is a list of its own with an index of its own (V13). */
@Schema(
        description =
                """
                `ALL`: whatever is not ended, by the moment due. `OVERDUE`: the judged promise is missed by date, \
                before a stop or extension moved it or because its date is past while the clock runs; by that date. \
                `DUE_TODAY`: due today and not missed. `DUE_WITHIN`: the clock runs and the moment promised lies \
                within `workingHours` from now, even where an earlier promise was missed. `INTAKE_LATE`: submitted and \
                not answered within 8 working hours. `ANSWER_OVERDUE`: stopped, and `answerBy` is past. `APOLOGY_MISSING`: overdue, and no extension with \
                its apology was given. Today is that of the dossier's own zone; what has ended or is void is in none.""")
enum WorklistCondition {
    ALL(WorklistOrder.URGENCY) {
        @Override
        void narrow(Conditions held, Instant now, Instant until) {
            held.require("d.status in ('SUBMITTED', 'RECEIVED', 'PROCESSING', 'AWAITING_SUPPLEMENT',"
                    + " 'AWAITING_PAYMENT', 'SUSPENDED')");
        }
    },
    OVERDUE(WorklistOrder.JUDGED_DATE) {
        @Override
        void narrow(Conditions held, Instant now, Instant until) {
            held.require(RECEIVED);
            held.add(JUDGED + " < " + TODAY, "now", now);
            held.add(JUDGED + " <= :latest", "latest", dateAt(now, EASTERNMOST));
        }
    },
    /** The judged date of a stopped dossier is a missed one, and so not today. */
    DUE_TODAY(WorklistOrder.JUDGED_DATE) {
        @Override
        void narrow(Conditions held, Instant now, Instant until) {
            held.require(RECEIVED);
            held.add(JUDGED + " = " + TODAY, "now", now);
            held.add(JUDGED + " >= :earliest", "earliest", dateAt(now, WESTERNMOST));
            held.add(JUDGED + " <= :latest", "latest", dateAt(now, EASTERNMOST));
        }
    },
    DUE_WITHIN(WorklistOrder.URGENCY) {
        @Override
        void narrow(Conditions held, Instant now, Instant until) {
            held.require("d.status in ('RECEIVED', 'PROCESSING')");
            held.add(WorklistOrder.Key.DUE.sql() + " >= :now", "now", now);
            held.add(WorklistOrder.Key.DUE.sql() + " <= :until", "until", until);
        }
    },
    INTAKE_LATE(WorklistOrder.INTAKE_DUE) {
        @Override
        void narrow(Conditions held, Instant now, Instant until) {
            held.require("d.status = 'SUBMITTED'");
            held.add("d.intake_due_at < :now", "now", now);
        }
    },
    ANSWER_OVERDUE(WorklistOrder.ANSWER_BY) {
        @Override
        void narrow(Conditions held, Instant now, Instant until) {
            held.require("d.status = 'AWAITING_SUPPLEMENT'");
            held.add("d.answer_by < :now", "now", now);
        }
    },
    APOLOGY_MISSING(WorklistOrder.JUDGED_DATE) {
        @Override
        void narrow(Conditions held, Instant now, Instant until) {
            OVERDUE.narrow(held, now, until);
            held.require("d.extended_at is null");
        }
    };

    private static final String RECEIVED =
            "d.status in ('RECEIVED', 'PROCESSING', 'AWAITING_SUPPLEMENT', 'AWAITING_PAYMENT', 'SUSPENDED')";
    private static final String JUDGED = WorklistOrder.Key.JUDGED.sql();
    private static final String TODAY = "cast(cast(:now as timestamptz) at time zone d.zone as date)";
    /** Between the first and the last date it is anywhere lie all todays; an index can be read from one to the other. */
    private static final ZoneOffset EASTERNMOST = ZoneOffset.ofHours(14);

    private static final ZoneOffset WESTERNMOST = ZoneOffset.ofHours(-12);

    private final WorklistOrder order;

    WorklistCondition(WorklistOrder order) {
        this.order = order;
    }

    WorklistOrder order() {
        return order;
    }

    /** @param until the end of the working hours asked for, null where none are */
    abstract void narrow(Conditions held, Instant now, Instant until);

    private static LocalDate dateAt(Instant now, ZoneOffset offset) {
        return now.atOffset(offset).toLocalDate();
    }
}
