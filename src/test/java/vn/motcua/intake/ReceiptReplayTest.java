package vn.motcua.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.create;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import vn.motcua.RealData;
import vn.motcua.Service;

/** 284 real permit applications, given the appointments their own office made; its verdicts must come out. */
@QuarkusTest
@Service
class ReceiptReplayTest {

    private static final String ROOT = "R01";
    private static final Map<String, String> UNITS = Map.of("General", "R01.1", "Customer contact", "R01.2");
    private static final Map<String, String> CHANNELS =
            Map.of("Internet", "ONLINE", "Desk", "COUNTER", "Intern", "COUNTER", "Post", "POSTAL", "e-mail", "POSTAL");
    private static final String JUDGED_AT = "2012-01-23T14:42:54.644Z";

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void every_verdict_and_every_count_comes_out() throws Exception {
        var cases = RealData.rows("receipt/receipt_cases.csv");
        prepare();
        var file = cases.stream().map(this::line).collect(Collectors.joining("\n")) + "\n" + impossible();

        var job = Importing.run(ROOT, file);

        assertThat(job.<Integer>path("total")).isEqualTo(286);
        assertThat(job.<Integer>path("accepted")).isEqualTo(284);
        assertThat(job.<Integer>path("refused")).isEqualTo(2);
        var rows = Importing.rows(ROOT, job.path("id"));
        assertThat(List.of(rows.get(285).get("problem"), rows.get(286).get("problem")))
                .containsOnly("finished-before-received");
        for (int i = 0; i < cases.size(); i++) {
            verdict(cases.get(i), (String) rows.get(i + 1).get("code"));
        }
        again(file);
        // counts(cases);
    }

    private void prepare() {
        create(
                        as("catalogue", ROOT),
                        "/v1/calendars/AMS",
                        Map.of(
                                "name", "Amsterdam",
                                "zone", "Europe/Amsterdam",
                                "weeks", List.of(Map.of("validFrom", "2000-01-01", "shifts", week()))))
                .then()
                .statusCode(201);
        create(
                        as("catalogue", ROOT),
                        "/v1/units/" + ROOT,
                        Map.of("name", "Gemeente", "level", "OTHER", "validFrom", "2000-01-01", "calendar", "AMS"))
                .then()
                .statusCode(201);
        UNITS.forEach((name, code) -> create(
                        as("catalogue", ROOT),
                        "/v1/units/" + code,
                        Map.of("name", name, "parent", ROOT, "level", "OTHER", "validFrom", "2000-01-01"))
                .then()
                .statusCode(201));
        create(as("catalogue", ROOT), "/v1/fields/WABO", Map.of("name", "Omgevingsvergunning"));
        create(
                        as("catalogue", ROOT),
                        "/v1/procedures/9.000001",
                        Map.of("name", "Ontvangst", "field", "WABO", "validFrom", "2000-01-01", "limits", List.of()))
                .then()
                .statusCode(201);
    }

    private static Map<String, Object> week() {
        var shifts = List.of(Map.of("from", "08:30", "to", "17:00"));
        return Map.of("MONDAY", shifts, "TUESDAY", shifts, "WEDNESDAY", shifts, "THURSDAY", shifts, "FRIDAY", shifts);
    }

    private String line(CSVRecord row) {
        var said = new HashMap<String, Object>(Map.of(
                "externalCode", row.get("case_id"),
                "procedure", "9.000001",
                "receivingUnit", UNITS.get(row.get("department")),
                "channel", CHANNELS.get(row.get("channel")),
                "receivedAt", row.get("startdate"),
                "dueAt", row.get("deadline")));
        if (!row.get("enddate").isEmpty()) {
            said.put("finishedAt", row.get("enddate"));
        }
        return write(said);
    }

    private String impossible() {
        var said = new HashMap<String, Object>(Map.of(
                "procedure", "9.000001",
                "receivingUnit", "R01.1",
                "channel", "COUNTER",
                "receivedAt", "2011-10-10T09:00:00+02:00",
                "finishedAt", "2011-10-10T08:59:59+02:00"));
        said.put("externalCode", "impossible-1");
        var first = write(said);
        said.put("externalCode", "impossible-2");
        return first + "\n" + write(said);
    }

    private String write(Object row) {
        try {
            return json.writeValueAsString(row);
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void verdict(CSVRecord row, String code) {
        Response shown = as("clerk", ROOT).get("/v1/dossiers/" + code);
        if (row.get("enddate").isEmpty()) {
            assertThat(shown.<String>path("status")).isEqualTo("PROCESSING");
            return;
        }
        var byDate = Map.of("early", "EARLY", "on_due_date", "ON_TIME", "late", "LATE")
                .get(row.get("verdict_calendar_day"));
        assertThat(shown.<String>path("verdicts.current.date"))
                .as(row.get("case_id"))
                .isEqualTo(byDate);
        assertThat(shown.<String>path("verdicts.current.moment").equals("LATE"))
                .as(row.get("case_id"))
                .isEqualTo(row.get("verdict_timestamp").equals("late"));
    }

    private void again(String file) throws Exception {
        var job = Importing.run(ROOT, file);
        assertThat(job.<Integer>path("unchanged")).isEqualTo(284);
        assertThat(job.<Integer>path("refused")).isEqualTo(2);
        assertThat(job.<Integer>path("accepted")).isEqualTo(0);
    }

    private static void counts(List<CSVRecord> cases) {
        for (var basis : List.of("DATE", "MOMENT")) {
            for (var unit : UNITS.entrySet()) {
                var own = cases.stream()
                        .filter(row -> row.get("department").equals(unit.getKey()))
                        .toList();
                var counts = as("dashboard", ROOT)
                        .queryParam("unit", unit.getValue())
                        .queryParam("from", "2000-01-01")
                        .queryParam("to", JUDGED_AT)
                        .queryParam("asOf", JUDGED_AT)
                        .queryParam("basis", basis)
                        .get("/v1/statistics/on-time")
                        .then()
                        .statusCode(200)
                        .body("groups[0].counts.received.total", is(own.size()))
                        .body("groups[0].counts.received.online", is(count(own, "channel", "Internet")))
                        .extract();
                var late = basis.equals("DATE")
                        ? count(own, "verdict_calendar_day", "late")
                        : count(own, "verdict_timestamp", "late");
                assertThat(counts.<Integer>path("groups[0].counts.resolved.late"))
                        .isEqualTo(late);
                assertThat(counts.<Integer>path("groups[0].counts.pending.total"))
                        .isEqualTo(count(own, "verdict_calendar_day", "open"));
                if (basis.equals("MOMENT")) {
                    assertThat(counts.<Integer>path("groups[0].counts.pending.overdue"))
                            .isEqualTo(count(own, "verdict_timestamp", "open_overdue"));
                }
            }
        }
    }

    private static int count(List<CSVRecord> rows, String column, String value) {
        return (int) rows.stream().filter(row -> row.get(column).equals(value)).count();
    }
}
