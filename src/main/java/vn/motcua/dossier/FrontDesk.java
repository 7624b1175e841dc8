package vn.motcua.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.access.Caller;
import vn.motcua.organization.UnitCode;
import vn.motcua.procedure.ProcedureCode;
import vn.motcua.procedure.Procedures;

/** What can be done with a dossier: one method, one step, one transaction. */
@ApplicationScoped
@Transactional
class FrontDesk {

    private final Steps steps;
    private final Clocks clocks;
    private final Procedures procedures;
    private final Offices offices;
    private final Caller caller;

    FrontDesk(Steps steps, Clocks clocks, Procedures procedures, Offices offices, Caller caller) {
        this.steps = steps;
        this.clocks = clocks;
        this.procedures = procedures;
        this.offices = offices;
        this.caller = caller;
    }

    /** The same desk at another time, for what is replayed; its caller brings the transaction. */
    FrontDesk at(InstantSource another) {
        return new FrontDesk(steps.at(another), clocks, procedures, offices, caller);
    }

    /** Receives what was submitted: from here on it runs on the rules in force today, of those who stand here today. */
    Dossier accept(DossierCode code, String ifMatch, Optional<String> caseName) {
        return steps.take(Step.ACCEPTANCE, code, ifMatch, (dossier, clock, now) -> {
            var papers = dossier.papers();
            var known = offices.known(List.of(UnitCode.of(papers.competentNow()), UnitCode.of(papers.receivingNow())));
            var competent = known.require(UnitCode.of(papers.competentNow()));
            var receiving = known.require(UnitCode.of(papers.receivingNow()));
            var today = competent.hours().hours().dateOf(now.at());
            receiving.requireInForce(today);
            competent.requireInForce(today);
            var procedure = procedures.requireInForce(ProcedureCode.of(papers.procedureCode()), today);
            var which = caseName.or(() -> Optional.ofNullable(papers.caseName()));
            var rules = clocks.on(procedure, papers.channel(), which, receiving.hours(), competent.hours());
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
        var office = offices.require(code);
        office.requireInForce(office.hours().hours().dateOf(now.at()));
        var nth = dossier.handOvers().size() + 1;
        var planned = procedures.version(dossier.papers().procedureVersion()).stepLimit(nth);
        var limit = Optional.ofNullable(body.limit()).or(() -> planned);
        return new Receiver(code, body.officer(), office.hours(), limit);
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
