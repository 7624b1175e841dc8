package vn.motcua.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.Service;
import vn.motcua.dossier.Status;
import vn.motcua.organization.Units;

/** The demo province, whenever it is first started. What is played here is rolled back. */
@QuarkusTest
@Service
class DemoProvinceTest {

    private static final int OF_EACH_STORY = 2;

    @Inject
    DemoProvince province;

    @Inject
    EntityManager entities;

    @Inject
    ObjectMapper json;

    @Inject
    Units units;

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "2026-02-20T03:00:00Z, in the middle of Tết",
        "2026-05-31T18:30:00Z, on a Sunday night",
        "2025-07-04T04:00:00Z, just after the districts ended",
        "2024-01-02T02:00:00Z, on a machine whose clock is slow",
        "2031-10-10T09:00:00Z, after the last known day off"
    })
    void every_status_occurs_whenever_it_is_started(Instant firstStart, String when) {
        var statuses = played(firstStart, "select distinct status from dossier where receiving_unit like 'H42%'");

        assertThat(statuses).hasSize(Status.values().length);
    }

    @Test
    void nothing_has_happened_after_the_first_start() {
        var firstStart = Instant.parse("2026-11-22T03:00:00Z");

        assertThat(played(
                        firstStart,
                        "select count(*) from dossier_event where recorded_at > '2026-11-22T03:00:00Z'"
                                + " and done_by like 'demo-%-H42%'"))
                .isEqualTo(List.of(0L));
    }

    @Test
    void the_same_start_gives_the_same_dossiers() {
        var firstStart = Instant.parse("2026-11-22T03:00:00Z");
        var all = "select code || status || coalesce(cast(due_at as text), '') from dossier"
                + " where receiving_unit like 'H42%' order by code";

        assertThat(played(firstStart, all)).hasSizeGreaterThan(50).isEqualTo(played(firstStart, all));
    }

    @Test
    void the_tests_have_no_demo_province() {
        assertThat(units.findByIdOptional("H42")).isEmpty();
    }

    /** What a question about the demo province answers, before all of it is forgotten. */
    private List<?> played(Instant firstStart, String question) {
        QuarkusTransaction.begin();
        try {
            province.play(shortened(), firstStart);
            return entities.createNativeQuery(question).getResultList();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private Script shortened() {
        var script = Script.read(json);
        var stories = script.stories().stories().stream()
                .map(story -> story.told(OF_EACH_STORY))
                .toList();
        return new Script(
                script.places(),
                script.catalogue(),
                script.work(),
                new Script.Stories(script.stories().intake(), script.stories().bodies(), stories),
                script.people());
    }
}
