package vn.motcua.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * What somebody sent, kept on disk while it is read, for it may be a gigabyte. It may be personal: the file has no name
 * any more once it is open, so that it goes with the process, however that ends.
 */
final class ImportFile implements AutoCloseable {

    private final FileChannel file;
    private final Kind kind;
    private final String digest;

    private ImportFile(FileChannel file, Kind kind, String digest) {
        this.file = file;
        this.kind = kind;
        this.digest = digest;
    }

    static ImportFile of(InputStream body, Kind kind) throws IOException {
        var file = FileChannel.open(
                Files.createTempFile("import", null),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        try (var digesting = new DigestInputStream(body, sha256())) {
            digesting.transferTo(Channels.newOutputStream(file));
            return new ImportFile(
                    file,
                    kind,
                    HexFormat.of().formatHex(digesting.getMessageDigest().digest()));
        } catch (IOException | RuntimeException failed) { // whatever it is: the file goes when it is closed
            file.close();
            throw failed;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has SHA-256
        }
    }

    /** SHA-256 of the bytes, hexadecimal: what the idempotency key stands for. */
    String digest() {
        return digest;
    }

    /** Gives each row as one JSON text, in order. */
    void forEachRow(ObjectMapper json, Consumer<String> row) {
        var strict = StandardCharsets.UTF_8.newDecoder();
        try (var reader =
                new BufferedReader(new InputStreamReader(Channels.newInputStream(file.position(0)), strict))) {
            if (kind == Kind.CSV) {
                csv(reader, json, row);
            } else {
                reader.lines()
                        .filter(line -> !line.isBlank())
                        .map(ImportFile::storable)
                        .forEach(row);
            }
        } catch (CharacterCodingException binary) {
            throw ImportProblem.FILE_NOT_TEXT.because();
        } catch (IOException | UncheckedIOException unreadable) {
            throw refused(unreadable);
        }
    }

    private static RuntimeException refused(Exception unreadable) {
        return unreadable.getCause() instanceof CharacterCodingException
                ? ImportProblem.FILE_NOT_TEXT.because()
                : new IllegalStateException(unreadable);
    }

    private static String storable(String line) {
        if (line.indexOf('\0') >= 0) {
            throw ImportProblem.FILE_NOT_TEXT.because();
        }
        return line;
    }

    /** RFC 4180 with a header line; an empty field is a field that is not there. */
    private static void csv(BufferedReader reader, ObjectMapper json, Consumer<String> row) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = format.parse(reader)) {
            for (var line : parser) {
                row.accept(storable(json.writeValueAsString(fields(line))));
            }
        } catch (IllegalArgumentException | UncheckedIOException | CSVException malformed) {
            if (malformed.getCause() instanceof CharacterCodingException) {
                throw ImportProblem.FILE_NOT_TEXT.because();
            }
            throw ImportProblem.CSV_MALFORMED.because("?");
        }
    }

    private static HashMap<String, String> fields(CSVRecord line) {
        if (!line.isConsistent()) {
            throw ImportProblem.CSV_MALFORMED.because(line.getRecordNumber() + 1);
        }
        var fields = new HashMap<>(line.toMap());
        fields.values().removeIf(String::isEmpty);
        return fields;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** How the rows are written. */
    enum Kind {
        NDJSON,
        CSV
    }
}
