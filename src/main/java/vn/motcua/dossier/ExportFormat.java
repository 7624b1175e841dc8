package vn.motcua.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import vn.motcua.http.Spreadsheets;

/** How an export is written: the lines of the list one below the other. */
enum ExportFormat {
    NDJSON {
        @Override
        Lines to(OutputStream out, ObjectMapper json) {
            return new Lines() {
                @Override
                public void add(DossierLine line) throws IOException {
                    out.write(json.writeValueAsBytes(line));
                    out.write('\n');
                }

                @Override
                public void flush() throws IOException {
                    out.flush();
                }
            };
        }
    },
    CSV {
        @Override
        Lines to(OutputStream out, ObjectMapper json) throws IOException {
            var printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
            printer.printRecord(COLUMNS);
            return new Lines() {
                @Override
                public void add(DossierLine line) throws IOException {
                    printer.printRecord(cells(json.valueToTree(line)));
                }

                @Override
                public void flush() throws IOException {
                    printer.flush();
                }
            };
        }
    };

    static final String NDJSON_TYPE = "application/x-ndjson";
    static final String CSV_TYPE = "text/csv";

    /** The members of a line; a point stands before the member of a member. */
    static final List<String> COLUMNS = List.of(
            "code",
            "externalCode",
            "status",
            "statusNumber",
            "allowedSteps",
            "procedure",
            "field",
            "channel",
            "receivingUnit",
            "competentUnit",
            "currentUnit",
            "officer",
            "submittedAt",
            "intakeDueAt",
            "receivedAt",
            "firstDueAt",
            "dueAt",
            "dueDate",
            "missed.date",
            "missed.moment",
            "extendedAt",
            "stoppedAt",
            "answerBy",
            "endedAt",
            "voidedAt",
            "verdicts.current.date",
            "verdicts.current.moment",
            "verdicts.first.date",
            "verdicts.first.moment",
            "source",
            "version");

    private static final List<String> POINTERS =
            COLUMNS.stream().map(column -> "/" + column.replace('.', '/')).toList();

    abstract Lines to(OutputStream out, ObjectMapper json) throws IOException;

    /** The name a browser saves it under. */
    String fileName() {
        return "dossiers." + name().toLowerCase(java.util.Locale.ROOT);
    }

    private static Stream<String> cells(JsonNode line) {
        return POINTERS.stream().map(line::at).map(ExportFormat::cell);
    }

    /** Steps stand one after the other with a space between; what is not there is empty. */
    private static String cell(JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(java.util.stream.Collectors.joining(" "));
        }
        return value.isNull() ? "" : Spreadsheets.plain(value.asText());
    }

    /** Where lines are written to. */
    interface Lines {

        void add(DossierLine line) throws IOException;

        void flush() throws IOException;
    }
}
