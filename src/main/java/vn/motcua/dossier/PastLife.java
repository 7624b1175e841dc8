package vn.motcua.dossier;

import java.util.Map;

/** Lets the aggregate live through what another system recorded, each step at its own time. */
final class PastLife {

    private final PastDossier past;
    private final Opening opening;
    private final Moment now;
    private final String by;

    PastLife(PastDossier past, Opening opening, Moment now, String by) {
        this.past = past;
        this.opening = opening;
        this.now = now;
        this.by = by;
    }

    /** Tells each thing that happened, in order, while the dossier stands where it stood then. */
    Dossier relive(Chronicle chronicle) {
        var begun = begin();
        chronicle.tell(begun.dossier(), begun.event(), begun.at());
        var dossier = begun.dossier();
        if (past.submittedAt() != null) {
            var received = now.at(past.receivedAt());
            var rules = new Rules(opening.procedure(), opening.caseName(), opening.clock());
            chronicle.tell(dossier, dossier.accept(receivedAs(), received, rules), received);
        }
        goOn(dossier, chronicle);
        return dossier;
    }

    private Begun begin() {
        var at = now.at(past.submittedAt() != null ? past.submittedAt() : past.receivedAt());
        var recorded = past.submittedAt() != null
                ? Dossier.submitted(opening, at)
                : Dossier.received(opening, receivedAs(), at, Map.of());
        return new Begun(recorded.dossier(), recorded.event(), at);
    }

    private Status receivedAs() {
        return past.stands() == Status.RECEIVED ? Status.RECEIVED : Status.PROCESSING;
    }

    private void goOn(Dossier dossier, Chronicle chronicle) {
        switch (past.stands()) {
            case AWAITING_SUPPLEMENT, AWAITING_PAYMENT, SUSPENDED -> {
                var at = now.at(past.stoppedAt());
                chronicle.tell(dossier, stop(dossier, at), at);
            }
            case REFUSED, WITHDRAWN -> {
                var at = now.at(past.endedAt());
                chronicle.tell(dossier, dossier.endedElsewhere(past.stands(), at), at);
            }
            case FINISHED, RETURNED -> finish(dossier, chronicle);
            default -> {
                // received or in processing: nothing more has happened
            }
        }
    }

    private DossierEvent stop(Dossier dossier, Moment at) {
        return switch (past.stands()) {
            case AWAITING_SUPPLEMENT -> dossier.requestSupplement(at, by, opening.clock(), Map.of());
            case AWAITING_PAYMENT -> dossier.requestPayment(at, by, opening.clock(), Map.of());
            default -> dossier.suspend(at, by, opening.clock(), Map.of());
        };
    }

    /** What the result said and how it was handed over is not told by an import. */
    private void finish(Dossier dossier, Chronicle chronicle) {
        var finished = now.at(past.finishedAt());
        chronicle.tell(dossier, dossier.finish(null, false, finished, opening.clock()), finished);
        if (past.returnedAt() != null) {
            var returned = now.at(past.returnedAt());
            chronicle.tell(dossier, dossier.giveBack(null, returned), returned);
        }
    }

    private record Begun(Dossier dossier, DossierEvent event, Moment at) {}

    /** Writes down what happened. */
    interface Chronicle {

        void tell(Dossier dossier, DossierEvent event, Moment moment);
    }
}
