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

/** What can be done with a dossier, and from which statuses. The whole life of a dossier, on one screen. */
enum Step {
    ACCEPTANCE(SUBMITTED),
    REFUSAL(SUBMITTED, AWAITING_SUPPLEMENT),
    SUPPLEMENT_REQUEST(SUBMITTED, RECEIVED, PROCESSING),
    SUPPLEMENT(AWAITING_SUPPLEMENT),
    PAYMENT_REQUEST(RECEIVED, PROCESSING),
    PAYMENT(AWAITING_PAYMENT),
    SUSPENSION(RECEIVED, PROCESSING),
    RESUMPTION(SUSPENDED),
    HAND_OVER(RECEIVED, PROCESSING),
    EXTENSION(RECEIVED, PROCESSING),
    RESULT(RECEIVED, PROCESSING),
    RETURN(FINISHED),
    WITHDRAWAL(SUBMITTED, RECEIVED, PROCESSING, AWAITING_SUPPLEMENT, AWAITING_PAYMENT, SUSPENDED),
    CORRECTION(Status.values());

    private final Set<Status> from;

    Step(Status... from) {
        this.from = Set.of(from);
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
