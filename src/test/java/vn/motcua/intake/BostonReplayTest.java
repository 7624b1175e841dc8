package vn.motcua.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.intake.ReplayOffice.cell;
import static vn.motcua.intake.ReplayOffice.verdict;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import vn.motcua.RealData;
import vn.motcua.Service;

/** 3,000 requests of the City of Boston, with the city's own due dates and its own verdicts. */
@QuarkusTest
@Service
class BostonReplayTest {

    private static final ZoneId BOSTON = ZoneId.of("America/New_York");
    private static final Set<String> ONLINE = Set.of("Citizens Connect App", "Self Service");
    private static final LocalDateTime JUDGED_AT = LocalDateTime.parse("2016-01-13T00:00");

    private List<CSVRecord> requests;
    private ReplayOffice office;

    @Test
    void every_verdict_and_every_count_comes_out() throws Exception {
        requests = RealData.rows("boston311/requests.csv");
        office = new ReplayOffice("B01", "America/New_York");

        var job = Importing.run("B01", requests.stream().map(this::row).collect(Collectors.joining("\n")));

        assertThat(List.<Integer>of(job.path("total"), job.path("accepted"), job.path("refused")))
                .containsExactly(3000, 2995, 5);
        verdicts(Importing.rows("B01", job.path("id")));
        counts();
    }

    private String row(CSVRecord said) {
        var row = new HashMap<>(Map.of(
                "externalCode", said.get("case_id"),
                "procedure", ReplayOffice.PROCEDURE,
                "receivingUnit", unit(said),
                "channel", channel(said),
                "receivedAt", time(said, "opened_at")));
        if (!said.get("due_at").isEmpty()) {
            row.put("dueAt", time(said, "due_at"));
        }
        if (!said.get("closed_at").isEmpty()) {
            row.put("finishedAt", time(said, "closed_at"));
        }
        return ReplayOffice.row(row);
    }

    private static String time(CSVRecord said, String column) {
        return LocalDateTime.parse(said.get(column))
                .atZone(BOSTON)
                .toOffsetDateTime()
                .toString();
    }

    private String unit(CSVRecord said) {
        return office.unit(said.get("department"));
    }

    private static String channel(CSVRecord said) {
        return ONLINE.contains(said.get("channel")) ? "ONLINE" : "COUNTER";
    }

    private void verdicts(Map<Integer, Map<String, Object>> rows) {
        var dossiers = office.dossiers();
        assertThat(dossiers).hasSize(2995);
        int compared = 0;
        for (int i = 0; i < requests.size(); i++) {
            var said = requests.get(i);
            var row = rows.get(i + 1);
            if (said.get("anomaly").equals("closed_before_opened")) {
                assertThat(row.get("problem")).isEqualTo("finished-before-received");
                continue;
            }
            var moment = verdict(dossiers.get(row.get("code")), "moment");
            if (isOpen(said)) {
                assertThat(moment).isNull();
            } else if (said.get("due_at").isEmpty()) {
                assertThat(moment).isEqualTo("NO_DEADLINE");
            } else if (!said.get("log_verdict").isEmpty()) {
                assertThat(moment.equals("LATE"))
                        .as(said.get("case_id"))
                        .isEqualTo(said.get("log_verdict").equals("OVERDUE"));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(1929);
    }

    private void counts() {
        var judgedAt = JUDGED_AT.atZone(BOSTON).toInstant().toString();
        var counts = office.countsByUnitAndChannel("2015-01-01", judgedAt, judgedAt, "MOMENT");
        var byDate = office.countsByUnitAndChannel("2015-01-01", judgedAt, judgedAt, "DATE");
        var groups = requests.stream()
                .filter(said -> !said.get("anomaly").equals("closed_before_opened"))
                .collect(Collectors.groupingBy(said -> unit(said) + " " + channel(said)));
        assertThat(counts.keySet()).isEqualTo(groups.keySet());
        groups.forEach((group, own) -> {
            open(group, own, counts.get(group));
            ended(group, own, counts.get(group), byDate.get(group));
        });
        assertThat(requests.stream().filter(said -> isOpen(said) && hasDueDate(said) && isJudged(said)))
                .hasSize(360);
    }

    private static void open(String group, List<CSVRecord> own, Map<String, Object> cells) {
        var open = own.stream()
                .filter(said -> isOpen(said) || isAfter(said, "closed_at", JUDGED_AT))
                .toList();
        assertThat(cell(cells, "received.total")).as(group).isEqualTo(own.size());
        assertThat(cell(cells, "pending.total")).as(group).isEqualTo(open.size());
        assertThat(cell(cells, "pending.withoutDeadline")).as(group).isEqualTo((int)
                open.stream().filter(said -> !hasDueDate(said)).count());
        var overdue = open.stream()
                .filter(said -> hasDueDate(said) && !isAfter(said, "due_at", JUDGED_AT))
                .count();
        assertThat(cell(cells, "pending.overdue")).as(group).isEqualTo((int) overdue);
        var said = open.stream()
                .filter(row -> hasDueDate(row) && row.get("log_verdict").equals("OVERDUE"))
                .count();
        var unsaid =
                open.stream().filter(row -> hasDueDate(row) && !isJudged(row)).count();
        assertThat((long) cell(cells, "pending.overdue")).as(group).isBetween(said, said + unsaid);
    }

    private static void ended(
            String group, List<CSVRecord> own, Map<String, Object> byMoment, Map<String, Object> byDate) {
        var ended = own.stream()
                .filter(row -> !isOpen(row) && !isAfter(row, "closed_at", JUDGED_AT))
                .toList();
        assertThat(cell(byMoment, "resolved.total")).as(group).isEqualTo(ended.size());
        assertThat(cell(byMoment, "resolved.withoutDeadline")).as(group).isEqualTo((int)
                ended.stream().filter(row -> !hasDueDate(row)).count());
        assertThat(cell(byMoment, "resolved.late")).as(group).isEqualTo((int) ended.stream()
                .filter(row -> hasDueDate(row) && at(row, "closed_at").isAfter(at(row, "due_at")))
                .count());
        assertThat(cell(byDate, "resolved.onTime")).as(group).isEqualTo((int) ended.stream()
                .filter(row -> hasDueDate(row)
                        && at(row, "closed_at")
                                .toLocalDate()
                                .equals(at(row, "due_at").toLocalDate()))
                .count());
    }

    private static boolean isOpen(CSVRecord said) {
        return said.get("closed_at").isEmpty();
    }

    private static boolean hasDueDate(CSVRecord said) {
        return !said.get("due_at").isEmpty();
    }

    private static boolean isJudged(CSVRecord said) {
        return !said.get("log_verdict").isEmpty();
    }

    private static boolean isAfter(CSVRecord said, String column, LocalDateTime moment) {
        return !said.get(column).isEmpty() && !at(said, column).isBefore(moment);
    }

    private static LocalDateTime at(CSVRecord said, String column) {
        return LocalDateTime.parse(said.get(column));
    }
}
