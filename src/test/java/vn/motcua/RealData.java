package vn.motcua;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Real data that stands beside the project. Tests that need it are skipped, with a message, where it is missing. */
public final class RealData {

    private static final Path FOLDER = Path.of("..", "shared", "data");

    private RealData() {}

    /** The rows of a CSV file with a header line. */
    public static List<CSVRecord> rows(String file) {
        var path = FOLDER.resolve(file);
        assumeTrue(Files.exists(path), () -> "skipped: there is no " + path);
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var reader = Files.newBufferedReader(path)) {
            return format.parse(reader).getRecords();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
