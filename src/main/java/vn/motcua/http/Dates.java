package vn.motcua.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates as the API writes them: {@code YYYY-MM-DD}, and no year a database or a calendar would read differently. */
public final class Dates {

    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /** The zone of the catalogue: Việt Nam has one. */
    private static final ZoneId COUNTRY = ZoneId.of("Asia/Ho_Chi_Minh");

    private Dates() {}

    /** Today's date where the catalogue is in force. */
    public static LocalDate today(InstantSource time) {
        return LocalDate.ofInstant(time.instant(), COUNTRY);
    }

    /** The date in a parameter. */
    public static LocalDate of(String parameter, String text) {
        return read(text)
                .orElseThrow(() -> Flaws.at(
                        parameter, "format", "Không phải ngày YYYY-MM-DD", "Is not a date of the form YYYY-MM-DD"));
    }

    /** A moment of RFC 3339: with its offset, and fractions of a second down to nanoseconds. */
    static Optional<Instant> readMoment(String text) {
        if (!MOMENT.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException noSuchMoment) {
            return Optional.empty();
        }
    }

    static Optional<LocalDate> read(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text)).filter(date -> !date.isBefore(EARLIEST));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
