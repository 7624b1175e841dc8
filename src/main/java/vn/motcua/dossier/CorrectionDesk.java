package vn.motcua.dossier;

import static vn.motcua.dossier.DossierProblem.CORRECTION_CHANGES_NOTHING;
import static vn.motcua.dossier.DossierProblem.NOTHING_TO_REOPEN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import vn.motcua.calendar.KeptCalendar;
import vn.motcua.organization.UnitCode;
import vn.motcua.procedure.ProcedureVersion;
import vn.motcua.procedure.Procedures;

/** What a supervisor sets right. Nothing is erased: each correction is a row of history, and names its reason. */
@ApplicationScoped
@Transactional
class CorrectionDesk {

    private final Steps steps;
    private final History history;
    private final Clocks clocks;
    private final Procedures procedures;
    private final Offices offices;
    private final People people;
    private final EntityManager entities;

    CorrectionDesk(
            Steps steps,
            History history,
            Clocks clocks,
            Procedures procedures,
            Offices offices,
            People people,
            EntityManager entities) {
        this.steps = steps;
        this.history = history;
        this.clocks = clocks;
        this.procedures = procedures;
        this.offices = offices;
        this.people = people;
        this.entities = entities;
    }

    /** The same desk at another time, for what is replayed; its caller brings the transaction. */
    CorrectionDesk at(InstantSource another) {
        return new CorrectionDesk(steps.at(another), history, clocks, procedures, offices, people, entities);
    }

    Dossier correct(DossierCode code, String ifMatch, StepBodies.Corrected body) {
        return steps.take(Step.CORRECTION, code, ifMatch, (dossier, clock, now) -> {
            dossier.amendments().requireItsPeople();
            return correct(dossier, clock, now, body);
        });
    }

    private DossierEvent correct(Dossier dossier, Clockwork clock, Moment now, StepBodies.Corrected body) {
        return switch (body.kind()) {
            case REOPEN -> reopen(dossier, clock, body.texts());
            case VOID -> dossier.makeVoid(now, clock, body.texts());
            case PERSON -> setRight(dossier, body);
            case PROCEDURE, UNIT, CHANNEL -> countUnder(dossier, clock, now, body);
        };
    }

    private DossierEvent setRight(Dossier dossier, StepBodies.Corrected body) {
        var event = dossier.amendments().correctPerson(body.role(), body.texts());
        people.setRight(dossier, body.role(), body.person());
        return event;
    }

    private DossierEvent reopen(Dossier dossier, Clockwork clock, Map<String, String> texts) {
        var status = dossier.standing().status;
        var rows = history.holding(dossier);
        for (var i = 0; i < rows.size() - 1; i++) {
            if (dossier.standing().endedAt != null && rows.get(i).type().equals(status.name())) {
                return dossier.reopen(rows.get(i), rows.get(i + 1).standing(), clock, texts);
            }
        }
        throw NOTHING_TO_REOPEN.because(status);
    }

    private DossierEvent countUnder(Dossier dossier, Clockwork clock, Moment now, StepBodies.Corrected body) {
        var to = correction(dossier, clock, now, body);
        if (dossier.papers().saysAlready(to)) {
            throw CORRECTION_CHANGES_NOTHING.because();
        }
        entities.persist(new FormerKey(dossier, now));
        return dossier.correct(to, now, clock, body.texts());
    }

    /** What the dossier says, but for the one thing that is corrected. */
    private Correction correction(Dossier dossier, Clockwork clock, Moment now, StepBodies.Corrected body) {
        var papers = dossier.papers();
        var competent = offices.require(Optional.ofNullable(body.unit()).orElse(UnitCode.of(papers.competentUnit())));
        var received = receivedOn(dossier, clock, now);
        var procedure = procedure(papers, received, body);
        var channel = Optional.ofNullable(body.channel()).orElse(papers.channel());
        var caseName = Optional.ofNullable(body.caseName())
                .or(() -> body.procedure() == null ? Optional.ofNullable(papers.caseName()) : Optional.empty());
        var running = body.unit() == null ? clock.running() : hoursOf(competent, dossier, clock, now);
        return new Correction(
                body.kind(),
                procedure,
                caseName,
                channel,
                competent.code().value(),
                body.unit() == null ? papers.competentPath() : competent.path(),
                clocks.on(procedure, channel, caseName, clock.intake(), running));
    }

    private static LocalDate receivedOn(Dossier dossier, Clockwork clock, Moment now) {
        var standing = dossier.standing();
        return clock.running().hours().dateOf(standing.receivedAt == null ? now.at() : standing.receivedAt);
    }

    private ProcedureVersion procedure(Papers papers, LocalDate received, StepBodies.Corrected body) {
        return body.procedure() == null
                ? procedures.version(papers.procedureVersion())
                : procedures.requireInForce(body.procedure(), received);
    }

    /** An open dossier goes to a unit that can still answer for it; one that keeps these hours keeps its version. */
    private KeptCalendar hoursOf(Office competent, Dossier dossier, Clockwork clock, Moment now) {
        var hours = competent.hours();
        var on = dossier.standing().endedAt == null ? hours.hours().dateOf(now.at()) : receivedOn(dossier, clock, now);
        competent.requireInForce(on);
        return hours.code().equals(clock.running().code()) ? clock.running() : hours;
    }
}
