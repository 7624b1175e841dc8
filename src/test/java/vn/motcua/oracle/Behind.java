package vn.motcua.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.Calling.as;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks the service for the dossiers behind the figures of one group, page after page. */
final class Behind {

    /** In each of these a dossier stands at the place the item names. */
    private static final Set<String> PLACES = Set.of(
            "resolved.early",
            "resolved.onTime",
            "resolved.late",
            "resolved.withoutDeadline",
            "withdrawn",
            "refused",
            "pending.withinDeadline",
            "pending.stopped",
            "pending.overdue",
            "pending.withoutDeadline");

    private final OwnProvince province;
    private final Map<String, String> query;

    /** @param key of one group of the answer to the question */
    Behind(OwnProvince province, Question question, Map<String, String> key) {
        this.province = province;
        this.query = new LinkedHashMap<>(question.query());
        query.keySet().removeAll(List.of("groupBy", "period"));
        key.forEach((by, value) -> query.put(by.equals("unit") ? "groupUnit" : by, value));
        query.keySet().removeAll(Period.KINDS);
        question.periods(province.places().zoneOf(question.get("unit"))).stream()
                .filter(period -> key.entrySet().containsAll(period.key().entrySet()))
                .forEach(period -> {
                    query.put("from", period.from().toString());
                    query.put("to", period.to().toString());
                });
    }

    /** The codes, in the order of the list. */
    List<String> of(List<String> cells, int limit) {
        var codes = new ArrayList<String>();
        var asked = new LinkedHashMap<>(query);
        asked.put("cell", String.join(",", cells));
        asked.put("limit", String.valueOf(limit));
        JsonNode page;
        do {
            page = page(asked);
            assertThat(page.get("items").size()).isLessThanOrEqualTo(limit);
            for (var item : page.get("items")) {
                codes.add(item.get("code").asText());
                if (cells.size() == 1 && PLACES.contains(cells.get(0))) {
                    assertThat(item.get("place").asText()).as(item.toString()).isEqualTo(cells.get(0));
                }
            }
            asked.put("cursor", page.get("next").asText());
        } while (!page.get("next").isNull());
        assertThat(codes).as("each dossier once, " + asked).doesNotHaveDuplicates();
        return codes;
    }

    private JsonNode page(Map<String, String> asked) {
        var answer = as("auditor", province.root()).queryParams(asked).get("/v1/statistics/dossiers");
        assertThat(answer.statusCode()).as(asked + "\n" + answer.asString()).isEqualTo(200);
        return RandomOffice.read(answer.asString());
    }
}
