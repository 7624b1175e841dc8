package vn.motcua.statistics;

import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Reads files as the programs of an office do. */
final class Sheets {

    private Sheets() {}

    static XSSFWorkbook workbook(Response answer) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(answer.asByteArray()));
    }

    static List<String> texts(Sheet sheet, int row) {
        return IntStream.range(0, sheet.getRow(row).getLastCellNum())
                .mapToObj(sheet.getRow(row)::getCell)
                .map(cell -> cell == null ? "" : cell.getStringCellValue())
                .toList();
    }

    static List<String> names(Sheet sheet, int firstRow) {
        return IntStream.range(firstRow, sheet.getLastRowNum())
                .mapToObj(row -> sheet.getRow(row).getCell(2))
                .map(cell -> cell == null ? "" : cell.getStringCellValue())
                .toList();
    }

    static List<String> merged(Sheet sheet) {
        return sheet.getMergedRegions().stream()
                .map(region -> region.formatAsString())
                .toList();
    }

    static double evaluated(FormulaEvaluator formulas, Cell cell) {
        return formulas.evaluate(cell).getNumberValue();
    }

    static List<CSVRecord> rows(Response csv) throws IOException {
        var text = new String(csv.asByteArray(), StandardCharsets.UTF_8);
        return CSVFormat.RFC4180.parse(new StringReader(text)).getRecords();
    }
}
