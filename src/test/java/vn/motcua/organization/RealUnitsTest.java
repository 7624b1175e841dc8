package vn.motcua.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.create;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import vn.motcua.RealData;
import vn.motcua.Service;

/** The 34 provinces and 3,321 communes of today, each put by the catalogue of its own province. */
@QuarkusTest
@Service
class RealUnitsTest {

    @Inject
    Units units;

    @Test
    void every_province_and_commune_is_taken_in() {
        var provinces = RealData.rows("units/provinces.csv");
        var communes = RealData.rows("units/communes.csv");
        var statuses = new HashMap<Integer, Integer>();
        provinces.forEach(row -> statuses.merge(put(row, "P" + row.get("code"), null), 1, Integer::sum));
        communes.parallelStream()
                .map(row -> put(
                        row, "P" + row.get("province_code") + "." + row.get("code"), "P" + row.get("province_code")))
                .toList()
                .forEach(status -> statuses.merge(status, 1, Integer::sum));

        assertThat(statuses).isEqualTo(Map.of(201, 3355));
        assertThat(below("P01", communes))
                .isEqualTo(units.subtree("P01").size() - 1)
                .isEqualTo(126);
        assertThat(names("P01.00004")).isEqualTo("Phường Ba Đình");
    }

    private static long below(String province, java.util.List<CSVRecord> communes) {
        return communes.stream()
                .filter(row -> province.equals("P" + row.get("province_code")))
                .count();
    }

    private static String names(String code) {
        return as("clerk", code).get("/v1/units/" + code).then().extract().path("name");
    }

    private static int put(CSVRecord row, String code, String parent) {
        var body = new HashMap<String, Object>(Map.of(
                "name",
                row.get("full_name"),
                "level",
                parent == null ? "PROVINCE" : "COMMUNE",
                "areaCode",
                row.get("code"),
                "validFrom",
                "2025-07-01"));
        if (parent != null) {
            body.put("parent", parent);
        }
        return create(as("catalogue", parent == null ? code : parent), "/v1/units/" + code, body)
                .statusCode();
    }
}
