package vn.motcua.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.intake.ReplayOffice.cell;
import static vn.motcua.intake.ReplayOffice.verdict;

import io.quarkus.test.junit.QuarkusTest;
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

    private static final Map<String, String> CHANNELS =
            Map.of("Internet", "ONLINE", "Desk", "COUNTER", "Intern", "COUNTER", "Post", "POSTAL", "e-mail", "POSTAL");
    private static final Map<String, String> BY_DATE =
            Map.of("early", "EARLY", "on_due_date", "ON_TIME", "late", "LATE");
    private static final String JUDGED_AT = "2012-01-23T14:42:54.644Z";

    private List<CSVRecord> cases;
    private ReplayOffice office;

    @Test
    void every_verdict_and_every_count_comes_out() throws Exception {
        cases = RealData.rows("receipt/receipt_cases.csv");
        office = new ReplayOffice("R01", "Europe/Amsterdam");
        var file = cases.stream().map(this::row).collect(Collectors.joining("\n")) + "\n" + impossible("impossible-1")
                + "\n" + impossible("impossible-2");

        var job = Importing.run("R01", file);

        assertThat(List.<Integer>of(job.path("total"), job.path("accepted"), job.path("refused")))
                .containsExactly(286, 284, 2);
        var rows = Importing.rows("R01", job.path("id"));
        assertThat(List.of(rows.get(285).get("problem"), rows.get(286).get("problem")))
                .containsOnly("finished-before-received");
        verdicts(rows);
        counts("DATE");
        counts("MOMENT");
        sentAgain(file);
    }

    private String row(CSVRecord said) {
        var row = new HashMap<>(Map.of(
                "externalCode", said.get("case_id"),
                "procedure", ReplayOffice.PROCEDURE,
                "receivingUnit", office.unit(said.get("department")),
                "channel", CHANNELS.get(said.get("channel")),
                "receivedAt", said.get("startdate"),
                "dueAt", said.get("deadline")));
        if (!said.get("enddate").isEmpty()) {
            row.put("finishedAt", said.get("enddate"));
        }
        return ReplayOffice.row(row);
    }

    private String impossible(String externalCode) {
        return ReplayOffice.row(Map.of(
                "externalCode",
                externalCode,
                "procedure",
                ReplayOffice.PROCEDURE,
                "receivingUnit",
                office.unit("General"),
                "channel",
                "COUNTER",
                "receivedAt",
                "2011-10-10T09:00:00+02:00",
                "finishedAt",
                "2011-10-10T08:59:59+02:00"));
    }

    private void verdicts(Map<Integer, Map<String, Object>> rows) {
        var dossiers = office.dossiers();
        assertThat(dossiers).hasSize(284);
        for (int i = 0; i < cases.size(); i++) {
            var said = cases.get(i);
            var dossier = dossiers.get(rows.get(i + 1).get("code"));
            assertThat(dossier.get("source")).isEqualTo("IMPORT");
            assertThat(verdict(dossier, "date"))
                    .as(said.get("case_id"))
                    .isEqualTo(BY_DATE.get(said.get("verdict_calendar_day")));
            assertThat("LATE".equals(verdict(dossier, "moment")))
                    .as(said.get("case_id"))
                    .isEqualTo(said.get("verdict_timestamp").equals("late"));
        }
    }

    private void counts(String basis) {
        var counts = office.countsByUnitAndChannel("2000-01-01", JUDGED_AT, JUDGED_AT, basis);
        var groups = cases.stream()
                .collect(Collectors.groupingBy(
                        said -> office.unit(said.get("department")) + " " + CHANNELS.get(said.get("channel"))));
        assertThat(counts.keySet()).isEqualTo(groups.keySet());
        groups.forEach((group, own) -> {
            var cells = counts.get(group);
            assertThat(cell(cells, "received.total")).as(group).isEqualTo(own.size());
            assertThat(cell(cells, "pending.total")).as(group).isEqualTo(with(own, "verdict_calendar_day", "open"));
            if (basis.equals("DATE")) {
                assertThat(cell(cells, "resolved.early")).isEqualTo(with(own, "verdict_calendar_day", "early"));
                assertThat(cell(cells, "resolved.onTime")).isEqualTo(with(own, "verdict_calendar_day", "on_due_date"));
                assertThat(cell(cells, "resolved.late")).isEqualTo(with(own, "verdict_calendar_day", "late"));
            } else {
                assertThat(cell(cells, "resolved.late")).isEqualTo(with(own, "verdict_timestamp", "late"));
                assertThat(cell(cells, "resolved.early") + cell(cells, "resolved.onTime"))
                        .isEqualTo(with(own, "verdict_timestamp", "on_time"));
                assertThat(cell(cells, "pending.overdue")).isEqualTo(with(own, "verdict_timestamp", "open_overdue"));
                assertThat(cell(cells, "pending.withinDeadline"))
                        .isEqualTo(with(own, "verdict_timestamp", "open_in_time"));
            }
        });
    }

    private static int with(List<CSVRecord> rows, String column, String value) {
        return (int) rows.stream().filter(row -> row.get(column).equals(value)).count();
    }

    private static void sentAgain(String file) throws Exception {
        var job = Importing.run("R01", file);
        assertThat(List.<Integer>of(job.path("accepted"), job.path("unchanged"), job.path("refused")))
                .containsExactly(0, 284, 2);
    }
}
