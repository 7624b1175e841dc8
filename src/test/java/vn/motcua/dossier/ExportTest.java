package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static vn.motcua.Calling.as;
import static vn.motcua.Province.receipt;
import static vn.motcua.Province.receive;
import static vn.motcua.Province.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import vn.motcua.Province;
import vn.motcua.Service;

/** What stands in an export. */
@QuarkusTest
@Service
class ExportTest {

    private static final String PATH = "/v1/exports/dossiers";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void it_holds_the_rows_of_the_list_for_the_same_filters() throws IOException {
        var province = Province.at("U51");
        var unit = province.communeA();
        var procedure = province.procedure(3, "WORKING_DAY");
        for (int i = 0; i < 5; i++) {
            receive(as("clerk", unit), receipt(procedure, unit, i % 2 == 0 ? "COUNTER" : "POSTAL"));
        }
        String done =
                receive(as("clerk", unit), receipt(procedure, unit, "COUNTER")).path("code");
        step("officer", unit, done, "result", Map.of("outcome", "GRANTED"));
        for (var filter :
                List.of(Map.<String, String>of(), Map.of("channel", "COUNTER"), Map.of("status", "FINISHED"))) {
            var lines = lines(exported(unit, "application/x-ndjson", filter));
            assertThat(lines).isNotEmpty().isEqualTo(listed(unit, filter));
            assertThat(rows(exported(unit, "text/csv", filter)))
                    .zipSatisfy(lines, (row, line) -> assertThat(row.toMap()).isEqualTo(flat(line)));
        }
    }

    /** The members of a line as cells: nested ones by their path, steps one after the other, empty what is not there. */
    private static Map<String, String> flat(JsonNode line) {
        var cells = new java.util.HashMap<String, String>();
        ExportFormat.COLUMNS.forEach(column -> cells.put(column, ""));
        flatten("", line, cells);
        assertThat(cells.keySet()).hasSameElementsAs(ExportFormat.COLUMNS);
        return cells;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> cells) {
        if (node.isObject()) {
            node.fields()
                    .forEachRemaining(member -> flatten(
                            path.isEmpty() ? member.getKey() : path + "." + member.getKey(), member.getValue(), cells));
        } else if (node.isArray()) {
            var steps = new ArrayList<String>();
            node.forEach(step -> steps.add(step.asText()));
            cells.put(path, String.join(" ", steps));
        } else {
            cells.put(path, node.isNull() ? "" : node.asText());
        }
    }

    @Test
    void a_text_is_never_a_formula_in_a_spreadsheet() throws IOException {
        var province = Province.at("U51");
        var unit = province.communeB();
        var body = receipt(province.procedure(3, "WORKING_DAY"), unit, "COUNTER");
        body.put("externalCode", "=HYPERLINK(\"http://x\",\"Đ\")");
        receive(as("clerk", unit), body).then().statusCode(201);

        assertThat(rows(exported(unit, "text/csv", Map.of())).get(0).get("externalCode"))
                .isEqualTo("'=HYPERLINK(\"http://x\",\"Đ\")");
        assertThat(lines(exported(unit, "application/x-ndjson", Map.of()))
                        .get(0)
                        .get("externalCode")
                        .asText())
                .isEqualTo("=HYPERLINK(\"http://x\",\"Đ\")");
    }

    @Test
    void the_form_is_chosen_by_accept_and_has_a_name_to_save_it_under() {
        var unit = Province.at("U52").communeA();
        as("auditor", unit)
                .get(PATH)
                .then()
                .statusCode(200)
                .contentType(startsWith("application/x-ndjson"))
                .header("Content-Disposition", "attachment; filename=\"dossiers.ndjson\"")
                .body(is(""));
        as("integrator", unit)
                .accept("text/csv;q=0.9, application/x-ndjson;q=0.1")
                .get(PATH)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", "attachment; filename=\"dossiers.csv\"")
                .body(startsWith("code,externalCode,status,"))
                .body(containsString("source,version\r\n"));
    }

    @Test
    void everybody_gets_what_is_within_reach() throws IOException {
        var province = Province.at("U53");
        var procedure = province.procedure(3, "WORKING_DAY");
        String code = receive(as("clerk", province.communeA()), receipt(procedure, province.communeA(), "COUNTER"))
                .path("code");
        assertThat(lines(exported(province.communeB(), "application/x-ndjson", Map.of())))
                .isEmpty();
        assertThat(lines(exported(province.root(), "application/x-ndjson", Map.of())))
                .extracting(line -> line.get("code").asText())
                .containsExactly(code);
        as("dashboard", province.root()).get(PATH).then().statusCode(403);
    }

    @Test
    void a_wrong_question_is_refused_before_anything_is_sent() {
        var unit = Province.at("U52").communeA();
        for (var wrong : List.of(
                Map.entry("status", "LOST"),
                Map.entry("voided", "perhaps"),
                Map.entry("limit", "10"),
                Map.entry("cursor", "abc"),
                Map.entry("receivedFrom", "yesterday"),
                Map.entry("dueTo", "0001-01-01T00:00:00Z"),
                Map.entry("currentUnit", "u 52"))) {
            for (var form : List.of("application/x-ndjson", "text/csv")) {
                as("clerk", unit)
                        .accept(form)
                        .queryParam(wrong.getKey(), wrong.getValue())
                        .get(PATH)
                        .then()
                        .statusCode(400)
                        .contentType("application/problem+json");
            }
        }
        as("clerk", unit).accept("application/xml").get(PATH).then().statusCode(406);
        as("clerk", unit).accept("text/csv;q=0").get(PATH).then().statusCode(406);
    }

    private static Response exported(String unit, String form, Map<String, String> filter) {
        var answer = as("clerk", unit).accept(form).queryParams(filter).get(PATH);
        answer.then().statusCode(200);
        return answer;
    }

    private static List<JsonNode> lines(Response export) throws IOException {
        try (var lines = JSON.readerFor(JsonNode.class).<JsonNode>readValues(export.asByteArray())) {
            return lines.readAll();
        }
    }

    private static List<CSVRecord> rows(Response export) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        var text = new String(export.asByteArray(), java.nio.charset.StandardCharsets.UTF_8);
        return format.parse(new java.io.StringReader(text)).getRecords();
    }

    private static List<JsonNode> listed(String unit, Map<String, String> filter) throws IOException {
        var items = new ArrayList<JsonNode>();
        String cursor = null;
        do {
            var request = as("clerk", unit).queryParams(filter).queryParam("limit", 2);
            var page = JSON.readTree((cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/dossiers")
                    .asByteArray());
            page.get("items").forEach(items::add);
            cursor = page.get("next").textValue();
        } while (cursor != null);
        return items;
    }
}
