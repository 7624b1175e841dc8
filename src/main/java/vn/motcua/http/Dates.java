package vn.motcua.http;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates as the API writes them: {@code YYYY-MM-DD}, and no year a database or a calendar would read differently. */
public final class Dates {

    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /** The zone of the catalogue: Việt Nam has one. */
    private static final ZoneId COUNTRY = ZoneId.of("Asia/Ho_Chi_Minh");

    private Dates() {}

    /** Today's date where the catalogue is in force. */
    public static LocalDate today() {
        return LocalDate.now(COUNTRY);
    }

    /** The date in a parameter. */
    public static LocalDate of(String parameter, String text) {
        return read(text)
                .orElseThrow(() -> Flaws.at(
                        parameter, "format", "Không phải ngày YYYY-MM-DD", "Is not a date of the form YYYY-MM-DD"));
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
