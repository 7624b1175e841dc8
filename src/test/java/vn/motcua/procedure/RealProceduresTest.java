package vn.motcua.procedure;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.create;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import vn.motcua.RealData;
import vn.motcua.Service;

/**
 * Procedures as published. A procedure with a limit that cannot be understood is refused as a whole, for the reason of
 * its first such limit; none is loaded changed.
 */
@QuarkusTest
@Service
class RealProceduresTest {

    private static final String KEEPER = "G51";
    private static final Map<String, String> CHANNELS =
            Map.of("Trực tiếp", "COUNTER", "Trực tuyến", "ONLINE", "Dịch vụ bưu chính", "POSTAL");
    private static final Map<String, String> UNITS =
            Map.of("Ngày làm việc", "WORKING_DAY", "Ngày", "CALENDAR_DAY", "Giờ", "WORKING_HOUR", "Tháng", "MONTH");

    private static final Map<String, Integer> PROCEDURES =
            Map.of("loaded", 435, "loaded without a limit", 44, "400 /limits/n/limit/unit type", 92);
    private static final Map<String, Integer> LIMITS = Map.of(
            "no number, no unit -> 201", 102,
            "no number, no unit -> 400", 4,
            "number and unit -> 201", 1208,
            "number, no unit -> 400", 234);

    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final Map<String, Integer> rowOutcomes = new TreeMap<>();

    @Test
    void every_procedure_loads_or_is_refused_with_a_reason() {
        var procedures = RealData.rows("procedures/procedures.csv");
        var limits = RealData.rows("procedures/time_limits.csv").stream()
                .collect(groupingBy(
                        row -> row.get("ma_tthc"), LinkedHashMap::new, java.util.stream.Collectors.toList()));
        procedures.forEach(row -> fields.computeIfAbsent(row.get("linh_vuc"), this::field));
        procedures.forEach(row -> load(row, limits.getOrDefault(row.get("ma_tthc"), List.of())));

        assertThat(fields).hasSize(92);
        assertThat(outcomes).isEqualTo(PROCEDURES);
        assertThat(rowOutcomes).isEqualTo(LIMITS);
    }

    private String field(String name) {
        var code = "G51-" + (fields.size() + 1);
        create(as("catalogue", KEEPER), "/v1/fields/" + code, Map.of("name", name))
                .then()
                .statusCode(201);
        return code;
    }

    private void load(CSVRecord row, List<CSVRecord> limits) {
        var asked = bodies(limits);
        var answer = create(
                as("catalogue", KEEPER),
                "/v1/procedures/" + row.get("ma_tthc"),
                Map.of(
                        "name",
                        row.get("ten_tthc"),
                        "field",
                        fields.get(row.get("linh_vuc")),
                        "validFrom",
                        "2025-07-01",
                        "limits",
                        asked));
        outcomes.merge(outcome(answer), 1, Integer::sum);
        limits.forEach(limit -> rowOutcomes.merge(kind(limit) + " -> " + answer.statusCode(), 1, Integer::sum));
        if (answer.statusCode() == 201) {
            assertThat(answer.<String>path("inForce.name")).isEqualTo(row.get("ten_tthc"));
            assertThat(answer.<List<?>>path("inForce.limits")).hasSize(asked.size());
        }
    }

    private static String outcome(Response answer) {
        if (answer.statusCode() == 201) {
            return answer.<List<?>>path("inForce.limits").isEmpty() ? "loaded without a limit" : "loaded";
        }
        String pointer = answer.path("errors[0].pointer");
        return answer.statusCode() + " " + pointer.replaceAll("\\d+", "n") + " " + answer.path("errors[0].code");
    }

    private static String kind(CSVRecord limit) {
        var number = limit.get("thoi_gian_so").isBlank() ? "no number" : "number";
        return limit.get("thoi_gian_don_vi").isBlank() ? number + ", no unit" : number + " and unit";
    }

    private static List<Map<String, Object>> bodies(List<CSVRecord> limits) {
        if (limits.stream().allMatch(row -> row.get("thoi_gian_so").isBlank())) {
            return List.of();
        }
        var bodies = new ArrayList<Map<String, Object>>();
        var perChannel = limits.stream().collect(groupingBy(row -> row.get("hinh_thuc_nop")));
        for (var row : limits) {
            bodies.add(body(row, perChannel.get(row.get("hinh_thuc_nop")).size() > 1));
        }
        return bodies;
    }

    private static Map<String, Object> body(CSVRecord row, boolean severalCases) {
        var body = new HashMap<String, Object>(Map.of(
                "channel",
                CHANNELS.get(row.get("hinh_thuc_nop")),
                "limit",
                limit(row.get("thoi_gian_so"), row.get("thoi_gian_don_vi"))));
        if (severalCases) {
            body.put("case", "Trường hợp " + row.get("stt"));
        }
        return body;
    }

    private static Map<String, Object> limit(String number, String unit) {
        var limit = new HashMap<String, Object>();
        limit.put("value", number.matches("\\d+") ? new BigDecimal(number) : number);
        limit.put("unit", UNITS.getOrDefault(unit, unit));
        return limit;
    }
}
