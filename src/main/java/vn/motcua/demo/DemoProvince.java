package vn.motcua.demo;

import static vn.motcua.access.Role.CATALOGUE;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.motcua.access.DemoCast;
import vn.motcua.access.DemoMark;
import vn.motcua.calendar.Calendars;
import vn.motcua.dossier.Rehearsal;
import vn.motcua.organization.Foundation;
import vn.motcua.organization.Units;
import vn.motcua.procedure.Catalogue;

/**
 * Fills a new demo database with a province, so that every figure and list shows something. All of it is one
 * transaction: a start that is killed leaves nothing behind, and the next one begins anew, from the same seed and
 * relative to the same first start.
 */
@ApplicationScoped
class DemoProvince {

    private static final Logger LOG = Logger.getLogger(DemoProvince.class);
    private static final long SEED = 20_250_701;
    /** After those that mark the database and bring the national calendar; before the first request is taken. */
    private static final int LAST = Interceptor.Priority.APPLICATION + 1000;

    /** The session looks at all it remembers after every step; now and then it had better forget. */
    private static final int REMEMBERED = 25;

    private static final int PATIENCE_SECONDS = 600;

    private final DemoMark mark;
    private final boolean wanted;
    private final EntityManager entities;
    private final ObjectMapper json;
    private final Units units;
    private final Foundation foundation;
    private final Catalogue catalogue;
    private final Calendars calendars;
    private final DemoCast cast;
    private final Rehearsal rehearsal;

    DemoProvince(
            DemoMark mark,
            @ConfigProperty(name = "motcua.demo.data", defaultValue = "true") boolean wanted,
            EntityManager entities,
            ObjectMapper json,
            Units units,
            Foundation foundation,
            Catalogue catalogue,
            Calendars calendars,
            DemoCast cast,
            Rehearsal rehearsal) {
        this.mark = mark;
        this.wanted = wanted;
        this.entities = entities;
        this.json = json;
        this.units = units;
        this.foundation = foundation;
        this.catalogue = catalogue;
        this.calendars = calendars;
        this.cast = cast;
        this.rehearsal = rehearsal;
    }

    void fill(@Observes @Priority(LAST) StartupEvent starting) {
        if (mark.isDemo() && wanted) {
            QuarkusTransaction.requiringNew().timeout(PATIENCE_SECONDS).run(this::fillWhereThereIsNothing);
        }
    }

    private void fillWhereThereIsNothing() {
        keepOthersFromFilling();
        if (units.count() == 0) {
            LOG.info("Demo province: being replayed, ready in some seconds");
            var begun = System.nanoTime();
            var dossiers = play(Script.read(json), mark.madeAt());
            var took = Duration.ofNanos(System.nanoTime() - begun);
            LOG.infof("Demo province: %d dossiers replayed in %.1f s", dossiers, took.toMillis() / 1000.0);
        }
    }

    /** Another replica that starts at the same time waits here, however long, and then finds all done. */
    private void keepOthersFromFilling() {
        entities.createNativeQuery("set local lock_timeout = 0").executeUpdate();
        entities.createNativeQuery("select cast(pg_advisory_xact_lock(hashtext('demo province')) as text)")
                .getSingleResult();
    }

    /** Founds the province and lets its dossiers live until then; needs a transaction. Answers how many there are. */
    int play(Script script, Instant end) {
        found(script);
        var hours = new OfficeHours(calendars.national().hours(), end);
        var stage = new Stage(script, hours, new Timeline(end), cast, rehearsal);
        var number = 0;
        for (var story : script.stories().stories()) {
            var chance = Chance.of(SEED + story.name().hashCode()); // another story changes nothing in this one
            for (var i = 0; i < story.count(); i++) {
                var lots = chance.another();
                var receipt = Receipt.draw(script, hours, story, ++number, lots);
                new Life(stage, story, receipt, lots).begin();
            }
        }
        stage.timeline().run(REMEMBERED, entities::clear);
        return number;
    }

    private void found(Script script) {
        var places = script.places();
        cast.as(CATALOGUE, places.root().code().value(), () -> {
            places.units().forEach(place -> foundation.found(place.code(), place.unit()));
            script.catalogue().fields().forEach(entry -> catalogue.addField(entry.code(), entry.field()));
            script.catalogue().procedures().forEach(entry -> catalogue.addProcedure(entry.code(), entry.procedure()));
            return places;
        });
    }
}
