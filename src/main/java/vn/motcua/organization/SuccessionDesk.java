package vn.motcua.organization;

import static vn.motcua.organization.OrganizationProblem.SUCCESSION_AFTER_END;
import static vn.motcua.organization.OrganizationProblem.SUCCESSION_BEFORE_BEGIN;
import static vn.motcua.organization.OrganizationProblem.SUCCESSION_EXISTS;
import static vn.motcua.organization.OrganizationProblem.SUCCESSION_UNIT_UNKNOWN;
import static vn.motcua.organization.OrganizationProblem.SUCCESSOR_NOT_IN_FORCE;
import static vn.motcua.organization.OrganizationProblem.UNIT_TAKES_OVER;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import vn.motcua.http.Job;
import vn.motcua.http.Jobs;

/** Records that a unit ends and who takes its place; a job does the rest when the day has come. */
@ApplicationScoped
class SuccessionDesk {

    private final Units units;
    private final Successions successions;
    private final CatalogueRights rights;
    private final Jobs jobs;
    private final Event<UnitSucceeded> recorded;
    private final SecurityIdentity caller;
    private final InstantSource time;

    SuccessionDesk(
            Units units,
            Successions successions,
            CatalogueRights rights,
            Jobs jobs,
            Event<UnitSucceeded> recorded,
            SecurityIdentity caller,
            InstantSource time) {
        this.units = units;
        this.successions = successions;
        this.rights = rights;
        this.jobs = jobs;
        this.recorded = recorded;
        this.caller = caller;
        this.time = time;
    }

    @Transactional
    Job record(UnitCode code, SuccessionForm said) {
        units.keepFromMoving();
        var unit = units.require(code);
        rights.requireOver(code);
        requireEnds(unit, said);
        said.successors().forEach(part -> requireTakesOver(part, said));
        return keep(unit, said);
    }

    private void requireEnds(Unit unit, SuccessionForm said) {
        if (successions.of(unit.code()).isPresent()) {
            throw SUCCESSION_EXISTS.because(unit.code());
        }
        if (!said.date().isAfter(unit.validFrom())) {
            throw SUCCESSION_BEFORE_BEGIN.because(unit.code(), unit.validFrom());
        }
        unit.validTo().filter(said.date().minusDays(1)::isAfter).ifPresent(end -> {
            throw SUCCESSION_AFTER_END.because(unit.code(), end);
        });
        successions.takesOverOn(unit.code()).stream()
                .filter(day -> !day.isBefore(said.date()))
                .forEach(day -> {
                    throw UNIT_TAKES_OVER.because(unit.code(), day);
                });
    }

    private void requireTakesOver(SuccessionForm.Part part, SuccessionForm said) {
        var successor = known(part.unit());
        rights.requireOver(part.unit());
        if (!successor.isInForce(said.date())) {
            throw SUCCESSOR_NOT_IN_FORCE.because(part.unit(), said.date());
        }
        if (part.handInUnits() != null) {
            part.handInUnits().forEach(this::known);
        }
    }

    private Unit known(UnitCode code) {
        return units.find(code).orElseThrow(() -> SUCCESSION_UNIT_UNKNOWN.because(code));
    }

    private Job keep(Unit unit, SuccessionForm said) {
        var now = time.instant();
        var by = caller.getPrincipal().getName();
        var job = new Job(Successions.JOB, by, caller.getAttribute("unit"), now);
        recorded.fire(new UnitSucceeded(unit, said.date(), job));
        jobs.add(job);
        // who shows the unit sees the succession too, even where the day it ends was known before
        units.getEntityManager().lock(unit, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        unit.endBefore(said.date());
        successions.persist(new Succession(unit.code(), said, by, now, job.id()));
        successions.flush();
        return job;
    }
}
