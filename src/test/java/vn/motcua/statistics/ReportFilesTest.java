package vn.motcua.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.create;
import static vn.motcua.statistics.Sheets.evaluated;
import static vn.motcua.statistics.Sheets.merged;
import static vn.motcua.statistics.Sheets.names;
import static vn.motcua.statistics.Sheets.rows;
import static vn.motcua.statistics.Sheets.texts;
import static vn.motcua.statistics.Sheets.workbook;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.Province;
import vn.motcua.Service;

/** Reports as files say what they say as JSON, cell by cell, and are laid out as the form. */
@QuarkusTest
@Service
class ReportFilesTest {

    private static final String ROOT = "K74.7";
    private static final String JANUARY = "?from=2026-01-01&to=2026-02-01";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv";
    private static final int HEADINGS = 4;
    private static final int FIRST_FIGURE = 3;
    private static final String DOSSIERS =
            """
            K74.7.1 | K74HT | COUNTER | received 2025-12-20T08:00 due 01-12T08:00, finished 01-09T08:00
            K74.7.1 | K74HT | ONLINE  | received 01-05T08:00 due 01-12T08:00, finished 01-12T16:00
            K74.7.1 | K74DD | POSTAL  | received 01-05T08:00 due 01-12T08:00, finished 01-20T16:00
            K74.7.1 | K74DD | COUNTER | received 01-06T08:00 due 01-13T08:00, withdrawn 01-08T08:00
            K74.7.2 | K74HT | COUNTER | received 01-06T08:00 due 01-13T08:00, stopped 01-08T08:00, refused 01-30T08:00
            K74.7.2 | K74HT | COUNTER | received 01-06T08:00, finished 01-07T08:00
            K74.7.2 | K74HT | ONLINE  | received 01-06T08:00
            K74.7.2 | K74HT | COUNTER | received 01-28T08:00 due 02-04T08:00
            K74.7.3 | K74DD | COUNTER | received 01-20T08:00 due 01-27T08:00, stopped 01-22T08:00
            K74.7.8 | K74DD | COUNTER | received 01-05T08:00 due 01-30T08:00
            """;

    @Inject
    Archive archive;

    @AfterEach
    void clear() {
        archive.clear();
    }

    private void found() {
        Province.at(ROOT);
        create(
                as("catalogue", ROOT),
                "/v1/units/" + ROOT + ".3",
                Map.of("name", "=1+1", "level", "OTHER", "parent", ROOT, "validFrom", "2000-01-01"));
        archive.add(DOSSIERS);
    }

    @ParameterizedTest
    @CsvSource({"06a, unit, Đơn vị", "06b, field, Lĩnh vực"})
    void a_workbook_holds_the_figures_as_numbers_and_their_sums_as_formulas(String report, String by, String heading)
            throws IOException {
        found();
        var json = asked(report, "application/json").jsonPath();
        try (var workbook = workbook(asked(report, XLSX))) {
            var sheet = workbook.getSheet(report);
            var formulas = workbook.getCreationHelper().createFormulaEvaluator();
            var keys = json.getList("rows.key." + by, String.class);
            List<String> columns = json.getList("columns.id");

            assertThat(texts(sheet, HEADINGS).subList(0, FIRST_FIGURE)).containsExactly("STT", "Mã", heading);
            assertThat(texts(sheet, HEADINGS + 1).subList(FIRST_FIGURE, FIRST_FIGURE + columns.size()))
                    .isEqualTo(json.getList("columns.heading.vi"));
            for (var row = 0; row < keys.size(); row++) {
                var line = sheet.getRow(HEADINGS + 2 + row);
                assertThat(line.getCell(0).getNumericCellValue()).isEqualTo(row + 1);
                assertThat(line.getCell(1).getStringCellValue()).isEqualTo(keys.get(row));
                for (var place = 0; place < columns.size(); place++) {
                    var cell = line.getCell(FIRST_FIGURE + place);
                    assertThat(cell.getCellType()).isEqualTo(CellType.NUMERIC);
                    assertThat(cell.getNumericCellValue())
                            .as(keys.get(row) + " " + columns.get(place))
                            .isEqualTo(json.getDouble("rows[" + row + "]." + columns.get(place)));
                }
            }
            var total = sheet.getRow(HEADINGS + 2 + keys.size());
            assertThat(total.getCell(0).getStringCellValue()).isEqualTo("Tổng số");
            for (var place = 0; place < columns.size(); place++) {
                var cell = total.getCell(FIRST_FIGURE + place);
                assertThat(cell.getCellFormula()).startsWith("SUM(");
                assertThat(evaluated(formulas, cell))
                        .as("total " + columns.get(place))
                        .isEqualTo(json.getDouble("total." + columns.get(place)));
            }
            assertThat(json.getInt("total.received.total")).isEqualTo(10);
        }
    }

    @Test
    void a_workbook_is_laid_out_as_the_form() throws IOException {
        found();
        try (var workbook = workbook(asked("06a", XLSX))) {
            var sheet = workbook.getSheet("06a");
            assertThat(IntStream.range(0, HEADINGS)
                            .mapToObj(row -> texts(sheet, row).get(0)))
                    .satisfiesExactly(
                            form -> assertThat(form)
                                    .isEqualTo("Biểu II.06a/VPCP/KSTT: Tình hình, kết quả giải quyết thủ tục hành chính"
                                            + " theo đơn vị"),
                            unit -> assertThat(unit).isEqualTo("Đơn vị: Đơn vị K74.7 (K74.7)"),
                            period -> assertThat(period)
                                    .startsWith("Kỳ báo cáo: từ ngày 01/01/2026 đến hết ngày 31/01/2026; số liệu đến "),
                            counting -> assertThat(counting)
                                    .isEqualTo("Cách tính: theo đơn vị giải quyết; đơn vị như khi tiếp nhận; so với"
                                            + " ngày hẹn trả; theo hẹn trả hiện hành"));
            assertThat(merged(sheet))
                    .contains("A5:A6", "B5:B6", "C5:C6", "D5:G5", "H5:K5", "L5:N5", "O5:R5")
                    .hasSize(HEADINGS + 8);
            assertThat(List.of(
                            texts(sheet, HEADINGS).get(3),
                            texts(sheet, HEADINGS).get(7),
                            texts(sheet, HEADINGS).get(11),
                            texts(sheet, HEADINGS).get(14)))
                    .containsExactly(
                            "Số hồ sơ tiếp nhận",
                            "Số hồ sơ đã giải quyết",
                            "Số hồ sơ đang giải quyết",
                            "Ngoài biểu mẫu");
            assertThat(names(sheet, HEADINGS + 2)).containsExactly("Đơn vị K74.7.1", "Đơn vị K74.7.2", "=1+1", "");
        }
    }

    @Test
    void a_workbook_without_rows_has_a_total_of_nothing() throws IOException {
        Province.at(ROOT);
        try (var workbook = workbook(as("auditor", ROOT)
                .accept(XLSX)
                .header("Accept-Language", "en")
                .get("/v1/reports/06b?from=2001-01-01T08:00:00Z&to=2001-02-01&basis=MOMENT&promise=FIRST&units=AS_NOW"
                        + "&unitRole=RECEIVING"))) {
            var sheet = workbook.getSheet("06b");
            assertThat(texts(sheet, 0).get(0))
                    .isEqualTo("Form II.06b/VPCP/KSTT: Handling of administrative procedures, by field");
            assertThat(texts(sheet, 2).get(0))
                    .startsWith("Period: from 15:00:00 01/01/2001 until before 00:00:00 01/02/2001; as known at ");
            assertThat(texts(sheet, 3).get(0))
                    .isEqualTo("Counted for the receiving unit; units as of today; against the moment due; of the first"
                            + " promise");
            assertThat(texts(sheet, HEADINGS)).contains("No.", "Code", "Field", "Received", "Beyond the form");
            assertThat(sheet.getRow(HEADINGS + 2).getCell(0).getStringCellValue())
                    .isEqualTo("Total");
            assertThat(sheet.getRow(HEADINGS + 2).getCell(FIRST_FIGURE).getNumericCellValue())
                    .isZero();
            assertThat(sheet.getLastRowNum()).isEqualTo(HEADINGS + 2);
        }
    }

    @ParameterizedTest
    @CsvSource({"06a, unit", "06b, field"})
    void a_table_of_text_says_the_same(String report, String by) throws IOException {
        found();
        var json = asked(report, "application/json").jsonPath();
        var rows = rows(asked(report, CSV));
        List<String> columns = json.getList("columns.id");
        var keys = json.getList("rows.key." + by, String.class);

        assertThat(rows.get(0).get(3)).isEqualTo("Số hồ sơ tiếp nhận: Tổng số");
        assertThat(rows).hasSize(keys.size() + 2).allMatch(row -> row.size() == FIRST_FIGURE + columns.size());
        for (var row = 0; row < keys.size(); row++) {
            assertThat(rows.get(row + 1).get(0)).isEqualTo(String.valueOf(row + 1));
            assertThat(rows.get(row + 1).get(1)).isEqualTo(keys.get(row));
            same(rows.get(row + 1), json, "rows[" + row + "].", columns);
        }
        same(rows.get(keys.size() + 1), json, "total.", columns);
        assertThat(rows.get(keys.size() + 1).get(2)).isEqualTo("Tổng số");
    }

    private static void same(CSVRecord row, JsonPath json, String path, List<String> columns) {
        for (var place = 0; place < columns.size(); place++) {
            assertThat(row.get(FIRST_FIGURE + place)).isEqualTo(json.getString(path + columns.get(place)));
        }
    }

    @Test
    void a_name_that_would_be_a_formula_stays_a_text() throws IOException {
        found();
        assertThat(rows(asked("06a", CSV)).get(3).get(2)).isEqualTo("'=1+1");
        try (var workbook = workbook(asked("06a", XLSX))) {
            assertThat(workbook.getSheet("06a").getRow(HEADINGS + 4).getCell(2).getCellType())
                    .isEqualTo(CellType.STRING);
        }
    }

    @ParameterizedTest
    @CsvSource({CSV + ", report-06a-K74.7-20260101-20260201.csv", XLSX + ", report-06a-K74.7-20260101-20260201.xlsx"})
    void a_file_is_polled_like_figures(String type, String fileName) {
        found();
        var file = asked("06a", type);
        var tag = file.header("ETag");
        file.then()
                .header("Content-Disposition", is("attachment; filename=\"" + fileName + "\""))
                .header("Vary", is("Authorization, Accept-Language, Accept"))
                .header("Cache-Control", is("private, max-age=1"));
        assertThat(file.contentType()).startsWith(type);
        polled(type, tag, "vi").then().statusCode(304).header("ETag", is(tag));
        polled(type, tag, "en").then().statusCode(200);
        polled("application/json", tag, "vi").then().statusCode(200);
        polled(type.equals(CSV) ? XLSX : CSV, tag, "vi").then().statusCode(200);

        archive.add("K74.7.1 | K74HT | COUNTER | received 01-06T08:00 due 01-13T08:00");
        polled(type, tag, "vi").then().statusCode(200);
    }

    private static Response polled(String type, String tag, String language) {
        return as("auditor", ROOT)
                .accept(type)
                .header("Accept-Language", language)
                .header("If-None-Match", tag)
                .get("/v1/reports/06a" + JANUARY);
    }

    @Test
    void the_form_is_chosen_by_what_is_accepted() {
        as("dashboard", ROOT)
                .accept("text/csv;q=0.5, application/json")
                .get("/v1/reports/06b" + JANUARY)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Vary", is("Authorization, Accept-Language, Accept"));
        as("dashboard", ROOT)
                .accept("application/json;q=0.5, text/*")
                .get("/v1/reports/06b" + JANUARY)
                .then()
                .statusCode(200)
                .contentType(org.hamcrest.Matchers.startsWith(CSV));
        for (var none : List.of("application/vnd.ms-excel", "application/json;q=0")) {
            as("dashboard", ROOT)
                    .accept(none)
                    .get("/v1/reports/06a" + JANUARY)
                    .then()
                    .statusCode(406)
                    .contentType("application/problem+json")
                    .body("code", is("not-acceptable"));
        }
        as("dashboard", ROOT)
                .accept(XLSX)
                .get("/v1/reports/06a?from=2026-01-01")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", is("to"));
    }

    private static Response asked(String report, String type) {
        var answer = as("auditor", ROOT).accept(type).get("/v1/reports/" + report + JANUARY);
        answer.then().statusCode(200);
        return answer;
    }
}
