package vn.motcua.statistics;

import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import vn.motcua.http.Spreadsheets;

/** The files a report comes as. */
enum ReportFormat {
    /** One line of headings, the rows and their total. */
    CSV {
        @Override
        void write(ReportTable table, OutputStream out) throws IOException {
            var printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
            var headings = new ArrayList<Object>(table.leading());
            table.columns()
                    .forEach(column -> headings.add(table.said(column.block()) + ": " + table.said(column.heading())));
            printer.printRecord(headings);
            for (var line : table.lines()) {
                printer.printRecord(fields(table, line.ordinal(), line.code(), line.name(), line.figures()));
            }
            printer.printRecord(fields(table, "", "", table.totalHeading(), table.total()));
            printer.flush();
        }
    },
    XLSX {
        @Override
        void write(ReportTable table, OutputStream out) throws IOException {
            new ReportWorkbook(table).write(out);
        }
    };

    static final String CSV_TYPE = "text/csv";
    static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    abstract void write(ReportTable table, OutputStream out) throws IOException;

    MediaType type() {
        return MediaType.valueOf(this == CSV ? CSV_TYPE : XLSX_TYPE);
    }

    String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    private static List<Object> fields(ReportTable table, Object ordinal, String code, String name, FormRow figures) {
        var fields = new ArrayList<Object>(List.of(ordinal, Spreadsheets.plain(code), Spreadsheets.plain(name)));
        table.columns().forEach(column -> fields.add(column.of(figures)));
        return fields;
    }
}
