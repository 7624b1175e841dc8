package vn.motcua.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import vn.motcua.access.Caller;
import vn.motcua.calendar.Calendars;
import vn.motcua.organization.UnitCode;
import vn.motcua.organization.Units;
import vn.motcua.procedure.ProcedureCode;
import vn.motcua.procedure.Procedures;

/** What can be done with a dossier: one method, one step, one transaction. */
@ApplicationScoped
@Transactional
class FrontDesk {

    private final Steps steps;
    private final Clocks clocks;
    private final Calendars calendars;
    private final Procedures procedures;
    private final Units units;
    private final Caller caller;

    FrontDesk(Steps steps, Clocks clocks, Calendars calendars, Procedures procedures, Units units, Caller caller) {
        this.steps = steps;
        this.clocks = clocks;
        this.calendars = calendars;
        this.procedures = procedures;
        this.units = units;
        this.caller = caller;
    }

    /** Receives what was submitted: from here on it runs on the rules in force today. */
    Dossier accept(DossierCode code, String ifMatch, Optional<String> caseName) {
        return steps.take(Step.ACCEPTANCE, code, ifMatch, (dossier, clock, now) -> {
            var papers = dossier.papers();
            var competent = units.require(UnitCode.of(papers.competentUnit()));
            var receiving = units.require(UnitCode.of(papers.receivingUnit()));
            var today = clocks.dateAt(competent, now.at());
            var procedure = procedures.requireInForce(ProcedureCode.of(papers.procedureCode()), today);
            var which = caseName.or(() -> Optional.ofNullable(papers.caseName()));
            var rules = clocks.now(procedure, papers.channel(), which, receiving, competent);
            return dossier.accept(Status.RECEIVED, now, new Rules(procedure, which, rules));
        });
    }

    Dossier refuse(DossierCode code, String ifMatch, Map<String, String> texts) {
        return steps.take(Step.REFUSAL, code, ifMatch, (dossier, clock, now) -> dossier.refuse(now, texts));
    }

    Dossier requestSupplement(DossierCode code, String ifMatch, Map<String, String> texts) {
        return steps.take(
                Step.SUPPLEMENT_REQUEST,
                code,
                ifMatch,
                (dossier, clock, now) -> dossier.requestSupplement(now, caller.id(), clock, texts));
    }

    Dossier requestPayment(DossierCode code, String ifMatch, Map<String, String> texts) {
        return steps.take(
                Step.PAYMENT_REQUEST,
                code,
                ifMatch,
                (dossier, clock, now) -> dossier.requestPayment(now, caller.id(), clock, texts));
    }

    Dossier suspend(DossierCode code, String ifMatch, Map<String, String> texts) {
        return steps.take(
                Step.SUSPENSION,
                code,
                ifMatch,
                (dossier, clock, now) -> dossier.suspend(now, caller.id(), clock, texts));
    }

    /** Papers or payment arrived, or the suspension ended. */
    Dossier resume(Step step, DossierCode code, String ifMatch) {
        return steps.take(step, code, ifMatch, (dossier, clock, now) -> dossier.resume(step, now, clock));
    }

    Dossier handOver(DossierCode code, String ifMatch, StepBodies.HandOver body) {
        return steps.take(
                Step.HAND_OVER,
                code,
                ifMatch,
                (dossier, clock, now) -> dossier.handOver(receiver(dossier, body, now), caller.id(), now, clock));
    }

    private Receiver receiver(Dossier dossier, StepBodies.HandOver body, Moment now) {
        var code = body.unit() == null ? UnitCode.of(dossier.currentUnit()) : body.unit();
        var unit = units.require(code);
        var today = clocks.dateAt(unit, now.at());
        if (!unit.isInForce(today)) {
            throw DossierProblem.UNIT_NOT_IN_FORCE.because(code, today);
        }
        var nth = dossier.handOvers().size() + 1;
        var planned = procedures.version(dossier.papers().procedureVersion()).stepLimit(nth);
        var limit = Optional.ofNullable(body.limit()).or(() -> planned);
        return new Receiver(code, body.officer(), calendars.of(unit), limit);
    }

    /** The one date a person may name, with an apology. */
    Dossier extend(DossierCode code, String ifMatch, StepBodies.Extension body) {
        return steps.take(
                Step.EXTENSION,
                code,
                ifMatch,
                (dossier, clock, now) -> dossier.extend(body.dueAt().toInstant(), now, clock, body.texts()));
    }

    Dossier finish(DossierCode code, String ifMatch, ReceiptBody.Result result) {
        return steps.take(
                Step.RESULT,
                code,
                ifMatch,
                (dossier, clock, now) -> dossier.finish(result.outcome(), result.asData(), now, clock));
    }

    Dossier giveBack(DossierCode code, String ifMatch, Optional<Delivery> by) {
        return steps.take(
                Step.RETURN,
                code,
                ifMatch,
                (dossier, clock, now) ->
                        dossier.giveBack(by.orElse(dossier.papers().delivery()), now));
    }

    Dossier withdraw(DossierCode code, String ifMatch, Map<String, String> texts) {
        return steps.take(Step.WITHDRAWAL, code, ifMatch, (dossier, clock, now) -> dossier.withdraw(now, texts));
    }
}
