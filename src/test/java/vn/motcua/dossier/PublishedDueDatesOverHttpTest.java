package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.Calling.nobody;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import vn.motcua.RealData;
import vn.motcua.Service;

/** Due dates on which others agree, asked of the service as shipped: national calendar, no token. */
@QuarkusTest
@Service
class PublishedDueDatesOverHttpTest {

    @Test
    void received_on_a_working_day() {
        var rows = RealData.rows("calendar/due_dates_received_on_working_day.csv");

        assertThat(rows).hasSize(753).allSatisfy(row -> assertThat(dueDate(row))
                .isEqualTo(row.get("due_date_python_holidays")));
    }

    @Test
    void received_on_a_day_off_counts_from_the_next_opening() {
        var rows = RealData.rows("calendar/due_dates_received_on_day_off.csv");

        assertThat(rows).hasSize(167).allSatisfy(row -> assertThat(dueDate(row))
                .isEqualTo(row.get("due_if_deemed_received_next_working_day")));
    }

    private static String dueDate(CSVRecord row) {
        return nobody().contentType(ContentType.JSON)
                .body(
                        """
                        {"calendar": "VN", "receivedAt": "%sT09:00:00+07:00",
                         "limit": {"value": %s, "unit": "WORKING_DAY"}}"""
                                .formatted(row.get("received_date"), row.get("working_days")))
                .post("/v1/deadlines")
                .then()
                .statusCode(200)
                .extract()
                .path("dueDate");
    }
}
