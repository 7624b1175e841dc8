package vn.motcua.dossier;

import static vn.motcua.dossier.Status.FINISHED;
import static vn.motcua.dossier.Status.PROCESSING;
import static vn.motcua.dossier.Status.REFUSED;
import static vn.motcua.dossier.Status.RETURNED;
import static vn.motcua.dossier.Status.SUBMITTED;
import static vn.motcua.dossier.Status.WITHDRAWN;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import vn.motcua.deadline.StopKind;

/**
 * One application until its result is handed over. Submitted online it waits for the desk; once received the clock
 * runs; requests and suspensions stop it; finished, it is judged. Due dates are derived from the facts, never patched.
 */
@Entity
class Dossier extends KeptDossier {

    protected Dossier() {}

    private Dossier(Opening opening, Moment now) {
        super(opening, now);
    }

    /** Recorded but not yet checked by the desk. The intake timer runs, the clock does not. */
    static Recorded submitted(Opening opening, Moment now) {
        var dossier = new Dossier(opening, now);
        dossier.standing().status = SUBMITTED;
        dossier.standing().submittedAt = now.at();
        dossier.standing().intakeDueAt = opening.clock().intakeDue(now.at());
        return new Recorded(dossier, new DossierEvent.Submitted(dossier.papers().origin()));
    }

    /** Received at the desk: the clock runs and the first promise is given. */
    static Recorded received(Opening opening, Status as, Moment now, Map<String, String> texts) {
        var dossier = new Dossier(opening, now);
        dossier.receive(as, now.at(), opening.clock());
        var event = new DossierEvent.Received(dossier.papers().origin(), opening.lateEntry(), texts);
        return new Recorded(dossier, event);
    }

    /** What was submitted is received, under the rules in force now. */
    DossierEvent accept(Status as, Moment now, Rules rules) {
        require(Step.ACCEPTANCE);
        papers.receiveUnder(rules);
        receive(as, now.at(), rules.clock());
        return new DossierEvent.Accepted(papers.origin());
    }

    private void receive(Status as, Instant at, Clockwork clock) {
        standing.status = as;
        standing.receivedAt = at;
        standing.intakeDueAt = null;
        settle(clock);
    }

    /** Refused at the desk, or because the papers asked for never came. */
    DossierEvent refuse(Moment now, Map<String, String> texts) {
        require(Step.REFUSAL);
        if (answerBy != null && !now.at().isAfter(answerBy)) {
            throw DossierProblem.ANSWER_STILL_AWAITED.because(papers.local(answerBy));
        }
        end(REFUSED, now.at());
        return new DossierEvent.Refused(texts);
    }

    /** Stops the clock and asks the applicant for papers; before receipt it stops the intake timer. */
    DossierEvent requestSupplement(Moment now, String by, Clockwork clock, Map<String, String> texts) {
        require(Step.SUPPLEMENT_REQUEST);
        if (stops.hasAsked(StopKind.SUPPLEMENT) && !texts.containsKey("whyNotAtOnce")) {
            throw DossierProblem.SECOND_REQUEST_WITHOUT_REASON.because();
        }
        answerBy = clock.answerBy(now.at());
        standing.intakeDueAt = null;
        return stop(StopKind.SUPPLEMENT, Status.AWAITING_SUPPLEMENT, now, by, clock, texts);
    }

    DossierEvent requestPayment(Moment now, String by, Clockwork clock, Map<String, String> texts) {
        require(Step.PAYMENT_REQUEST);
        return stop(StopKind.PAYMENT, Status.AWAITING_PAYMENT, now, by, clock, texts);
    }

    DossierEvent suspend(Moment now, String by, Clockwork clock, Map<String, String> texts) {
        require(Step.SUSPENSION);
        return stop(StopKind.SUSPENSION, Status.SUSPENDED, now, by, clock, texts);
    }

    private DossierEvent stop(
            StopKind kind, Status as, Moment now, String by, Clockwork clock, Map<String, String> texts) {
        stops.begin(new Stoppage(kind, standing.status, now.at(), by, answerBy));
        standing.status = as;
        standing.stoppedAt = now.at();
        settle(clock);
        return new DossierEvent.Stopped(kind, answerBy, texts);
    }

    /** What was waited for is there; the dossier goes on where it stood. */
    DossierEvent resume(Step step, Moment now, Clockwork clock) {
        require(step);
        var stop = stops.end(now.at());
        standing.status = stop.fromStatus;
        standing.stoppedAt = null;
        answerBy = null;
        if (!stop.stopsTheClock()) {
            standing.intakeDueAt = clock.intakeDue(now.at());
        }
        settle(clock);
        return new DossierEvent.Resumed(stop.kind);
    }

    /** Gives the dossier to a unit or an officer. The unit that answers for it stays the same. */
    DossierEvent handOver(Receiver to, String giver, Moment now, Clockwork clock) {
        require(Step.HAND_OVER);
        var step = new HandOver(giver, currentUnit, to, now.at());
        handOvers.begin(step, clock, stops.ofTheClock());
        standing.status = PROCESSING;
        currentUnit = step.unit;
        officer = step.receiver;
        rememberUnits();
        return new DossierEvent.HandedOver(
                step.giver, step.givingUnit, step.receiver, step.unit, step.limitValue, step.limitUnit, step.dueAt);
    }

    /** The result is ready: the clock stops for good and the verdicts are given. */
    DossierEvent finish(Outcome result, boolean digitised, Moment now, Clockwork clock) {
        require(Step.RESULT);
        handOvers.end(now.at(), clock, stops.ofTheClock());
        standing.finish(now.at(), deadline(clock), digitised);
        standing.status = FINISHED;
        outcome = result;
        return new DossierEvent.Finished(result, digitised);
    }

    DossierEvent giveBack(Delivery by, Moment now) {
        require(Step.RETURN);
        standing.status = RETURNED;
        standing.returnedAt = now.at();
        return new DossierEvent.Returned(by);
    }

    DossierEvent withdraw(Moment now, Map<String, String> texts) {
        require(Step.WITHDRAWAL);
        end(WITHDRAWN, now.at());
        return new DossierEvent.Withdrawn(texts);
    }

    /** An end that another system recorded, whatever steps led to it there. */
    DossierEvent endedElsewhere(Status as, Moment at) {
        end(as, at.at());
        return as == REFUSED ? new DossierEvent.Refused(Map.of()) : new DossierEvent.Withdrawn(Map.of());
    }

    /** Another unit takes the place of one that ends. Nothing that was promised moves. */
    DossierEvent passOn(Heir heir) {
        var places = papers.passOn(heir);
        if (heir.replaces(currentUnit)) {
            currentUnit = heir.unit();
            officer = null;
            places.add(Heirs.Place.CURRENT);
        }
        remember(heir.unit());
        return heir.passedOn(places);
    }

    /** Names a later date, with an apology: once, and before the promised day has come or with the reason why not. */
    DossierEvent extend(Instant due, Moment now, Clockwork clock, Map<String, String> texts) {
        require(Step.EXTENSION);
        if (amendments.isExtended()) {
            throw DossierProblem.EXTENDED_ONCE.because();
        }
        requireLater(due, now);
        var inTime = clock.running().hours().dateOf(now.at()).isBefore(standing.dueDate);
        if (!inTime && !texts.containsKey("whyNotInTime")) {
            throw DossierProblem.EXTENSION_LATE_WITHOUT_REASON.because(standing.dueDate);
        }
        var before = standing.dueAt;
        amendments.extend(Standing.kept(due), now.at());
        settle(clock);
        return new DossierEvent.Extended(before, standing.dueAt, inTime, texts);
    }

    private void requireLater(Instant due, Moment now) {
        if (standing.dueAt == null) {
            throw DossierProblem.NOTHING_PROMISED.because();
        }
        if (!due.isAfter(standing.dueAt) || !due.isAfter(now.at())) {
            throw DossierProblem.EXTENSION_NOT_LATER.because(papers.local(standing.dueAt));
        }
    }

    /**
     * Undoes the step that ended it: clock and stops run as if it had never been taken.
     *
     * @param last the row of that step
     * @param before where the dossier stood before it
     */
    DossierEvent reopen(HistoryRow last, Standing before, Clockwork clock, Map<String, String> texts) {
        require(Step.CORRECTION);
        if (before.stoppedAt != null) {
            answerBy = stops.reopen().answerBy;
        }
        if (standing.status == FINISHED) {
            handOvers.reopen();
            outcome = null;
        }
        standing.goBackTo(before);
        if (standing.endedAt == null) {
            settle(clock);
        }
        return new DossierEvent.Reopened(last.number(), texts);
    }

    /** Counts it under another procedure, unit or channel; while it is open, its promise is reckoned anew. */
    DossierEvent correct(Correction to, Moment now, Clockwork clock, Map<String, String> texts) {
        require(Step.CORRECTION);
        if (standing.receivedAt != null) {
            amendments.keepRules(papers);
        }
        papers.countUnder(to);
        rememberUnits();
        if (standing.endedAt == null) {
            papers.runOn(to.clock());
            runOnPapers(now, to.clock(), clock);
        }
        return new DossierEvent.Corrected(to.kind(), papers.origin(), texts);
    }

    private void runOnPapers(Moment now, Clockwork newer, Clockwork clock) {
        if (standing.receivedAt != null) {
            amendments.runOn(papers, now.at());
            settle(clock.changed(now.at(), newer));
        }
    }

    /** Goes over to a newer version of a calendar: the promise is told anew, what was missed stays missed. */
    Optional<DossierEvent> changeCalendar(Announcement news, Moment now, Clockwork clock) {
        var before = standing.dueAt;
        var newer = clock.adopting(news.calendar());
        var step = handOvers.adopt(news.calendar(), now.at(), clock, stops.ofTheClock());
        settle(clock.runsOn(newer) ? clock : goOver(newer, now, clock));
        return news.event(clock, step, before, standing.dueAt, handOvers.dueAt());
    }

    private Clockwork goOver(Clockwork newer, Moment now, Clockwork clock) {
        if (standing.receivedAt == null) {
            papers.runOn(newer);
            standing.waitAnew(stops.lastEnd(), now.at(), newer);
            return newer;
        }
        amendments.keepRules(papers);
        papers.runOn(newer);
        amendments.changeCalendars(papers, now.at());
        return clock.changed(now.at(), newer);
    }

    /** Entered twice or by mistake: it leaves every count and allows nothing more. Not to hide a missed promise. */
    DossierEvent makeVoid(Moment now, Clockwork clock, Map<String, String> texts) {
        require(Step.CORRECTION);
        if (isMissed(now, clock)) {
            throw DossierProblem.MISSED_IS_NOT_VOID.because();
        }
        amendments.makeVoid(now.recordedAt());
        return new DossierEvent.Voided(texts);
    }

    private void end(Status as, Instant at) {
        if (standing.stoppedAt != null) {
            stops.end(at);
        }
        standing.status = as;
        standing.stoppedAt = null;
        standing.intakeDueAt = null;
        standing.endedAt = at;
        answerBy = null;
    }

    private void require(Step step) {
        if (amendments.isVoid()) {
            throw DossierProblem.DOSSIER_VOID.because();
        }
        if (!step.isAllowedFrom(standing.status)) {
            throw DossierProblem.STATUS_FORBIDS
                    .because(standing.status, step.path())
                    .allowing(allowedSteps());
        }
    }

    private void settle(Clockwork clock) {
        if (standing.receivedAt != null) {
            standing.show(deadline(clock));
            handOvers.settle(clock, stops.ofTheClock());
        }
    }
}
