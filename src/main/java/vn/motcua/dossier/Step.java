package vn.motcua.dossier;

import static vn.motcua.dossier.Status.AWAITING_PAYMENT;
import static vn.motcua.dossier.Status.AWAITING_SUPPLEMENT;
import static vn.motcua.dossier.Status.FINISHED;
import static vn.motcua.dossier.Status.PROCESSING;
import static vn.motcua.dossier.Status.RECEIVED;
import static vn.motcua.dossier.Status.SUBMITTED;
import static vn.motcua.dossier.Status.SUSPENDED;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.motcua.access.Rights;

/** What can be done with a dossier, and from which statuses. The whole life of a dossier, on one screen. */
enum Step {
    ACCEPTANCE(Rights.ACCEPT_DOSSIER, SUBMITTED),
    REFUSAL(Rights.REFUSE_DOSSIER, SUBMITTED, AWAITING_SUPPLEMENT),
    SUPPLEMENT_REQUEST(Rights.REQUEST_SUPPLEMENT, SUBMITTED, RECEIVED, PROCESSING),
    SUPPLEMENT(Rights.RECEIVE_SUPPLEMENT, AWAITING_SUPPLEMENT),
    PAYMENT_REQUEST(Rights.REQUEST_PAYMENT, RECEIVED, PROCESSING),
    PAYMENT(Rights.RECEIVE_PAYMENT, AWAITING_PAYMENT),
    SUSPENSION(Rights.SUSPEND_DOSSIER, RECEIVED, PROCESSING),
    RESUMPTION(Rights.RESUME_DOSSIER, SUSPENDED),
    HAND_OVER(Rights.HAND_OVER_DOSSIER, RECEIVED, PROCESSING),
    EXTENSION(Rights.EXTEND_PROMISE, RECEIVED, PROCESSING),
    RESULT(Rights.FINISH_DOSSIER, RECEIVED, PROCESSING),
    RETURN(Rights.RETURN_RESULT, FINISHED),
    WITHDRAWAL(
            Rights.WITHDRAW_DOSSIER, SUBMITTED, RECEIVED, PROCESSING, AWAITING_SUPPLEMENT, AWAITING_PAYMENT, SUSPENDED),
    CORRECTION(Rights.CORRECT_DOSSIER, Status.values());

    private final Rights rights;
    private final Set<Status> from;

    Step(Rights rights, Status... from) {
        this.rights = rights;
        this.from = Set.of(from);
    }

    /** By whom it can be taken. */
    Rights rights() {
        return rights;
    }

    boolean isAllowedFrom(Status status) {
        return from.contains(status);
    }

    /** The next steps a dossier in this status allows, by the last part of their paths. It is extended only once. */
    static List<String> allowedFrom(Status status, boolean extended) {
        return Arrays.stream(values())
                .filter(step -> step.isAllowedFrom(status))
                .filter(step -> step != CORRECTION) // sets right what was done, and is no next step
                .filter(step -> step != EXTENSION || !extended)
                .map(Step::path)
                .toList();
    }

    String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
