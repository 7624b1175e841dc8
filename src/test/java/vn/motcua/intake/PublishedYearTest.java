package vn.motcua.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.create;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import vn.motcua.RealData;
import vn.motcua.Service;

/** One published year of a district: dossiers that realise its row give every cell of it back. */
@QuarkusTest
@Service
class PublishedYearTest {

    private static final String UNIT = "G01";
    private static final LocalDate NEW_YEAR = LocalDate.parse("2020-01-01");
    private static final int DAYS = 350;

    private final StringBuilder file = new StringBuilder();
    private int written;

    @Test
    void every_cell_of_the_published_row_comes_back() throws Exception {
        var row = RealData.rows("statistics/published.csv").get(0);
        prepare();
        realise(row);

        var job = Importing.run(UNIT, file.toString());

        assertThat(job.<Integer>path("accepted")).isEqualTo(number(row, "total_in_period"));
        var counts = as("dashboard", UNIT)
                .queryParam("from", "2020-01-01")
                .queryParam("to", "2021-01-01")
                .get("/v1/statistics/on-time")
                .then()
                .statusCode(200)
                .extract()
                .<Map<String, Object>>path("groups[0].counts");
        assertThat(cell(counts, "carriedOver")).isEqualTo(number(row, "carried_over"));
        assertThat(cell(counts, "received.total")).isEqualTo(number(row, "new_received"));
        assertThat(cell(counts, "resolved.total")).isEqualTo(number(row, "resolved"));
        assertThat(cell(counts, "resolved.early") + cell(counts, "resolved.onTime"))
                .isEqualTo(number(row, "early_or_on_time"));
        assertThat(cell(counts, "resolved.late")).isEqualTo(number(row, "late"));
        assertThat(cell(counts, "pending.total")).isEqualTo(number(row, "processing"));
        assertThat(cell(counts, "pending.withinDeadline")).isEqualTo(number(row, "processing_not_due"));
        assertThat(cell(counts, "pending.overdue")).isEqualTo(number(row, "processing_overdue"));
        form(row);
    }

    private void form(CSVRecord row) {
        var report = as("dashboard", UNIT)
                .queryParam("from", "2020-01-01")
                .queryParam("to", "2021-01-01")
                .get("/v1/reports/06a")
                .then()
                .statusCode(200)
                .extract();
        assertThat(report.<Integer>path("total.received.total")).isEqualTo(number(row, "total_in_period"));
        assertThat(report.<Integer>path("total.received.carriedOver")).isEqualTo(number(row, "carried_over"));
        assertThat(report.<Integer>path("total.resolved.late")).isEqualTo(number(row, "late"));
        assertThat(report.<Integer>path("total.pending.overdue")).isEqualTo(number(row, "processing_overdue"));
    }

    private static void prepare() {
        create(
                        as("catalogue", UNIT),
                        "/v1/units/" + UNIT,
                        Map.of("name", "Huyện Đắk Glong", "level", "DISTRICT", "validFrom", "2000-01-01"))
                .then()
                .statusCode(201);
        create(as("catalogue", UNIT), "/v1/fields/REPLAY", Map.of("name", "Replay"));
        create(
                        as("catalogue", UNIT),
                        "/v1/procedures/9.000002",
                        Map.of(
                                "name",
                                "Replay",
                                "field",
                                "REPLAY",
                                "validFrom",
                                "2000-01-01",
                                "limits",
                                java.util.List.of()))
                .then()
                .statusCode(201);
    }

    /** Those carried over come first, so that every kind of end has old and new dossiers among it. */
    private void realise(CSVRecord row) {
        int late = number(row, "late");
        int overdue = number(row, "processing_overdue");
        int total = number(row, "total_in_period");
        int pending = number(row, "processing");
        for (int i = 0; i < total; i++) {
            var received =
                    i < number(row, "carried_over") ? LocalDate.parse("2019-12-20") : NEW_YEAR.plusDays(i % DAYS);
            if (i < late) {
                write(received, received.plusDays(3), received.plusDays(14));
            } else if (i < late + overdue) {
                write(received, received.plusDays(5), null);
            } else if (i < late + pending) {
                write(received, LocalDate.parse("2021-01-04"), null);
            } else {
                write(received, received.plusDays(14), received.plusDays(13 + i % 2));
            }
        }
    }

    private void write(LocalDate received, LocalDate due, LocalDate finished) {
        var row = new HashMap<>(Map.of(
                "code",
                "G01-%ty%<tm%<td-%06d".formatted(received, ++written),
                "procedure",
                "9.000002",
                "receivingUnit",
                UNIT,
                "channel",
                "COUNTER",
                "receivedAt",
                received + "T09:00:00+07:00",
                "dueAt",
                due + "T17:30:00+07:00"));
        if (finished != null) {
            row.put("finishedAt", finished + "T10:00:00+07:00");
        }
        file.append(ReplayOffice.row(row)).append('\n');
    }

    private static int number(CSVRecord row, String column) {
        return Integer.parseInt(row.get(column));
    }

    private static int cell(Map<String, Object> counts, String path) {
        return ReplayOffice.cell(counts, path);
    }
}
