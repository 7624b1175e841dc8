package vn.motcua.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.Calling.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.Service;
import vn.motcua.statistics.OnTimeAnswer.Group;

/** Units side by side: whoever has the better rate stands first, equals share a place, and too few cases are no rate. */
@QuarkusTest
@Service
class RankingTest {

    private static final String JANUARY = "from=2026-01-01&to=2026-02-01";

    @Inject
    Archive archive;

    @AfterEach
    void clear() {
        archive.clear();
    }

    private static ValidatableResponse ask(String query) {
        return as("dashboard", "K77")
                .get("/v1/statistics/on-time?" + query)
                .then()
                .statusCode(200);
    }

    /** Finished in January, received on the 5th of it and due on the 12th. */
    private void finished(String unit, int onTime, int late) {
        archive.add("%s | HT | COUNTER | received 01-05T08:00 due 01-12T08:00, finished 01-12T09:00\n"
                .formatted(unit)
                .repeat(onTime));
        archive.add("%s | HT | COUNTER | received 01-05T08:00 due 01-12T08:00, finished 01-14T09:00\n"
                .formatted(unit)
                .repeat(late));
    }

    @Test
    void equal_rates_share_a_place_and_the_next_is_left_out() {
        finished("K77.1", 1, 2);
        finished("K77.2", 2, 2);
        finished("K77.3", 1, 1);
        finished("K77.4", 3, 1);

        ask(JANUARY + "&groupBy=unit&rank=resolved")
                .body("groups.key.unit", contains("K77.4", "K77.2", "K77.3", "K77.1"))
                .body("groups.rank", contains(1, 2, 2, 4))
                .body("query.rank", is("resolved"))
                .body("query.floor", is(1));
    }

    @Test
    void too_few_cases_and_none_have_no_place_and_stand_last() {
        finished("K77.1", 0, 2);
        finished("K77.2", 1, 0);
        finished("K77.3", 1, 1);
        archive.add("K77.0 | HT | COUNTER | received 01-05T08:00 due 02-12T08:00");

        ask(JANUARY + "&groupBy=unit&rank=resolved&floor=2")
                .body("groups.key.unit", contains("K77.3", "K77.1", "K77.0", "K77.2"))
                .body("groups.rank", contains(is(1), is(2), nullValue(), nullValue()))
                .body("groups", everyItem(hasKey("rank")))
                .body("query.floor", is(2));
        ask(JANUARY + "&groupBy=unit&rank=resolved")
                .body("groups.key.unit", contains("K77.2", "K77.3", "K77.1", "K77.0"))
                .body("groups.rank", contains(is(1), is(2), is(3), nullValue()));
    }

    @Test
    void each_definition_ranks_by_its_own_rate() {
        finished("K77.1", 2, 1);
        finished("K77.2", 1, 0);
        archive.add("K77.2 | HT | COUNTER | received 01-05T08:00 due 01-12T08:00");

        for (var definition : List.of("resolved", "first-promise")) {
            ask(JANUARY + "&groupBy=unit&rank=" + definition).body("groups.key.unit", contains("K77.2", "K77.1"));
        }
        for (var definition : List.of("portal", "received", "exposed")) {
            ask(JANUARY + "&groupBy=unit&rank=" + definition).body("groups.key.unit", contains("K77.1", "K77.2"));
        }
        ask(JANUARY + "&groupBy=unit&rank=moment").body("groups.rank", contains(1, 1));
    }

    @Test
    void with_a_time_grouping_units_are_ranked_within_each_sub_period() {
        finished("K77.1", 1, 1);
        finished("K77.2", 1, 0);
        archive.add("K77.1 | HT | COUNTER | received 02-02T08:00 due 02-09T08:00, finished 02-09T09:00");
        archive.add("K77.2 | HT | COUNTER | received 02-02T08:00 due 02-09T08:00, finished 02-10T09:00");

        for (var groupBy : List.of("unit,month", "month,unit")) {
            ask("from=2026-01-01&to=2026-03-01&rank=resolved&groupBy=" + groupBy)
                    .body("groups.key.month", contains("2026-01", "2026-01", "2026-02", "2026-02"))
                    .body("groups.key.unit", contains("K77.2", "K77.1", "K77.1", "K77.2"))
                    .body("groups.rank", contains(1, 2, 1, 2));
        }
    }

    @Test
    void without_rank_the_answer_is_as_it_was() {
        finished("K77.1", 1, 0);

        ask(JANUARY + "&groupBy=unit")
                .body("groups", hasSize(1))
                .body("groups[0]", not(hasKey("rank")))
                .body("query", not(hasKey("rank")))
                .body("query", not(hasKey("floor")));
    }

    @Test
    void who_polls_a_ranking_is_told_when_nothing_changed() {
        finished("K77.1", 1, 0);
        var ranked = "/v1/statistics/on-time?groupBy=unit&" + JANUARY + "&rank=resolved";
        var tag = as("dashboard", "K77").get(ranked).header("ETag");

        as("dashboard", "K77").header("If-None-Match", tag).get(ranked).then().statusCode(304);
        as("dashboard", "K77")
                .header("If-None-Match", tag)
                .get(ranked + "&floor=2")
                .then()
                .statusCode(200);
    }

    /** 333,333 of a million are fewer than a third, though six decimals say the same of both. */
    @Test
    void rates_are_compared_exactly_and_not_by_their_decimals() {
        var groups =
                List.of(group("K77.1", 333_333, 1_000_000), group("K77.2", 333_333, 999_999), group("K77.3", 1, 3));

        var placed = new Ranking(Definition.RESOLVED, 1).placed(groups);

        assertThat(placed).extracting(group -> group.key().get("unit")).containsExactly("K77.2", "K77.3", "K77.1");
        assertThat(placed).extracting(group -> group.rank().orElseThrow()).containsExactly(1, 1, 3);
        assertThat(placed).extracting(group -> group.rates().get(0).value()).containsOnly(new BigDecimal("0.333333"));
    }

    private static Group group(String unit, long numerator, long denominator) {
        var rate = Rate.of(Definition.RESOLVED, numerator, denominator);
        return new Group(Map.of("unit", unit), Counts.NONE, List.of(rate), Digitised.NOTHING, null);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            groupBy=unit&rank=best                        | rank  | unknown-value
            groupBy=unit&rank=RESOLVED                    | rank  | unknown-value
            rank=resolved                                 | rank  | needs-unit
            groupBy=month&rank=resolved                   | rank  | needs-unit
            groupBy=field&rank=resolved                   | rank  | needs-unit
            groupBy=unit,field&rank=resolved              | rank  | needs-unit
            groupBy=unit&floor=5                          | floor | without-rank
            groupBy=unit&rank=resolved&floor=0            | /floor| range
            groupBy=unit&rank=resolved&floor=-3           | /floor| range
            groupBy=unit&rank=resolved&floor=1.5          | floor | format
            groupBy=unit&rank=resolved&floor=99999999999999999999 | floor | format
            groupBy=unit&rank=resolved&rank=portal        | rank  | repeated
            """)
    void what_cannot_be_ranked_is_refused(String query, String parameter, String code) {
        as("dashboard", "K77")
                .get("/v1/statistics/on-time?" + JANUARY + "&" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", is("invalid-request"))
                .body("errors.pointer", contains(parameter))
                .body("errors.code", contains(code));
    }

    @Test
    void the_refusal_says_why_in_both_languages() {
        for (var text : Map.of("vi", "Xếp hạng cần groupBy=unit", "en", "Ranking needs groupBy=unit")
                .entrySet()) {
            String message = as("dashboard", "K77")
                    .header("Accept-Language", text.getKey())
                    .get("/v1/statistics/on-time?rank=resolved&" + JANUARY)
                    .path("errors[0].message");
            assertThat(message).startsWith(text.getValue());
        }
    }
}
