package vn.motcua.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.motcua.access.Caller;
import vn.motcua.calendar.Calendars;
import vn.motcua.http.Job;
import vn.motcua.http.Jobs;
import vn.motcua.organization.UnitCode;
import vn.motcua.organization.Units;

/** Where the people of old dossiers are let go of, never before the years of the rule are over. */
@ApplicationScoped
class AnonymisationDesk {

    static final String KIND = "ANONYMISATION";

    private final Anonymiser anonymiser;
    private final Jobs jobs;
    private final Units units;
    private final Sides sides;
    private final Calendars calendars;
    private final Caller caller;
    private final EntityManager entities;
    private final InstantSource time;
    private final int years;

    AnonymisationDesk(
            Anonymiser anonymiser,
            Jobs jobs,
            Units units,
            Sides sides,
            Calendars calendars,
            Caller caller,
            EntityManager entities,
            InstantSource time,
            @ConfigProperty(name = "motcua.people.kept-years") int years) {
        this.anonymiser = anonymiser;
        this.jobs = jobs;
        this.units = units;
        this.sides = sides;
        this.calendars = calendars;
        this.caller = caller;
        this.entities = entities;
        this.time = time;
        this.years = years;
    }

    @Transactional
    Job order(AnonymisationBody body) {
        var unit = units.require(Optional.ofNullable(body.unit()).orElse(UnitCode.of(caller.unit())));
        sides.requireWithin(unit);
        var zone = calendars.of(unit).hours().zone();
        var latest = LocalDate.ofInstant(time.instant(), zone).minusYears(years);
        if (body.endedBefore().isAfter(latest)) {
            throw DossierProblem.PEOPLE_STILL_KEPT.because(years, latest);
        }
        var job = new Job(KIND, caller.id(), caller.unit(), time.instant());
        var wanted = new Anonymisation(
                job, unit.code(), body.endedBefore().atStartOfDay(zone).toInstant(), body.legalBasis());
        job.expect(anonymiser.count(wanted, units.subtree(wanted.unit())));
        jobs.add(job);
        entities.persist(wanted);
        return job;
    }
}
