package vn.motcua.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.posting;
import static vn.motcua.statistics.Freezing.FROZEN;
import static vn.motcua.statistics.Freezing.freeze;
import static vn.motcua.statistics.Freezing.report;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.MovableTime;
import vn.motcua.Province;
import vn.motcua.Service;
import vn.motcua.access.DemoCast;
import vn.motcua.access.Role;
import vn.motcua.http.Cursor;

/** Who finds which frozen reports, and who may freeze one. */
@QuarkusTest
@Service
class FrozenListTest {

    @Inject
    MovableTime time;

    @BeforeEach
    void a_morning_in_march() {
        Province.at("K77");
        time.setTo(Archive.time("03-02T08:00"));
    }

    @AfterEach
    void back_to_the_present() {
        time.release();
    }

    @Test
    void the_list_is_newest_first_and_never_ties() {
        var unit = "K77.2";
        var ids = new ArrayList<String>();
        for (var month = 1; month <= 5; month++) {
            var frozen = freeze(unit, report("06a", "2021-0" + month + "-01", "2021-12-01"));
            ids.add(0, frozen.path("id"));
            if (month % 2 == 0) {
                time.advance(Duration.ofDays(1)); // in pairs at the same moment
            }
        }

        var seen = new ArrayList<String>();
        var at = new ArrayList<String>();
        String next = null;
        do {
            var request = as("clerk", unit).queryParam("limit", 2);
            var page = (next == null ? request : request.queryParam("cursor", next)).get(FROZEN);
            page.then()
                    .statusCode(200)
                    .body("items[0]", not(hasKey("figures")))
                    .body("items[0].report", is("06a"))
                    .body("items[0].query.unit", is(unit))
                    .body("items[0].frozenBy", is(DemoCast.subject(Role.SUPERVISOR, unit)));
            seen.addAll(page.path("items.id"));
            at.addAll(page.path("items.frozenAt"));
            next = page.path("next");
        } while (next != null);

        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids);
        assertThat(at).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(seen.get(0)).isEqualTo(ids.get(0));
    }

    @Test
    void the_list_is_narrowed_by_unit_and_report() {
        freeze("K77", report("06a", "2021-01-01", "2021-02-01"));
        freeze("K77.1", report("06b", "2021-01-01", "2021-02-01"));

        as("auditor", "K77")
                .get(FROZEN + "?unit=K77.1&report=06b")
                .then()
                .statusCode(200)
                .body("items.query.unit", contains("K77.1"))
                .body("items.report", contains("06b"));
        List<String> units = as("auditor", "K77").get(FROZEN + "?limit=200").path("items.query.unit");
        assertThat(units).contains("K77", "K77.1");
        as("auditor", "K77")
                .get(FROZEN + "?report=06c")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("report"));
        as("auditor", "K77").get(FROZEN + "?unit=hanoi").then().statusCode(400);
        as("auditor", "K77")
                .get(FROZEN + "?cursor=nowhere")
                .then()
                .statusCode(400)
                .body("code", is("cursor-invalid"));
        var forged = Cursor.after("frozen reports", "2026-01-01T00:00:00Z", "not an id");
        as("auditor", "K77")
                .get(FROZEN + "?cursor=" + forged)
                .then()
                .statusCode(400)
                .body("code", is("cursor-invalid"));
    }

    @Test
    void it_reaches_down_the_tree_and_not_up_or_sideways() {
        var path = freeze("K77", report("06a", "2021-03-01", "2021-04-01")).header("Location");
        var below = freeze("K77.1", report("06a", "2021-03-01", "2021-04-01")).header("Location");

        as("dashboard", "K77").get(below).then().statusCode(200);
        for (var outside : List.of("K77.1", "K77.2", "K78")) {
            as("dashboard", outside).get(path).then().statusCode(404).body("code", is("frozen-report-unknown"));
        }
        as("dashboard", "K77.2").get(below).then().statusCode(404);
        as("dashboard", "K77").get(FROZEN + "/" + UUID.randomUUID()).then().statusCode(404);
        as("dashboard", "K77").get(FROZEN + "/17").then().statusCode(404);
        as("dashboard", "K77.1").get(FROZEN + "?unit=K77").then().statusCode(403);
        List<String> units = as("dashboard", "K77.1").get(FROZEN + "?limit=200").path("items.query.unit");
        assertThat(units).containsOnly("K77.1");
        var elsewhere = report("06a", "2021-03-01", "2021-04-01");
        elsewhere.put("unit", "K77");
        freeze("K77.1", elsewhere).then().statusCode(403).body("code", is("not-allowed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"clerk", "officer", "dashboard", "integrator", "auditor", "catalogue"})
    void only_a_supervisor_freezes(String role) {
        posting(as(role, "K77"), report("06a", "2021-05-01", "2021-06-01"))
                .post(FROZEN)
                .then()
                .statusCode(403)
                .body("code", is("not-allowed"));
    }

    @Test
    void the_catalogue_sees_none() {
        as("catalogue", "K77").get(FROZEN).then().statusCode(403);
    }
}
