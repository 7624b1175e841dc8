package vn.motcua.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates as the API writes them: {@code YYYY-MM-DD}, and no year a database or a calendar would read differently. */
public final class Dates {

    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final int LATEST_YEAR = 9999;
    private static final Instant EARLIEST_MOMENT = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST_MOMENT = Instant.parse("9999-12-31T00:00:00Z");

    /** The zone of the catalogue: Việt Nam has one. */
    private static final ZoneId COUNTRY = ZoneId.of("Asia/Ho_Chi_Minh");

    private Dates() {}

    /** Today's date where the catalogue is in force. */
    public static LocalDate today(InstantSource time) {
        return LocalDate.ofInstant(time.instant(), COUNTRY);
    }

    /** The moment as it is shown where nothing else says in which zone. */
    public static OffsetDateTime shown(Instant moment) {
        return moment.atZone(COUNTRY).toOffsetDateTime();
    }

    /** The date in a parameter. */
    public static LocalDate of(String parameter, String text) {
        return read(text)
                .orElseThrow(() -> Flaws.at(
                        parameter, "format", "Không phải ngày YYYY-MM-DD", "Is not a date of the form YYYY-MM-DD"));
    }

    /** The moment in a parameter, exact to the microsecond as the database keeps it. */
    public static Instant momentOf(String parameter, String text) {
        return readMoment(text)
                .map(moment -> moment.truncatedTo(ChronoUnit.MICROS))
                .filter(Dates::isAskedFor)
                .orElseThrow(() -> Flaws.at(
                        parameter,
                        "format",
                        "Không phải thời điểm RFC 3339 có múi giờ (trong URL, dấu + viết là %2B)",
                        "Is not an RFC 3339 time with offset (in a URL, + is written %2B)"));
    }

    /** Whether a list or a figure may be asked for this moment; beyond, the database has no time. */
    public static boolean isAskedFor(Instant moment) {
        return !moment.isBefore(EARLIEST_MOMENT) && !moment.isAfter(LATEST_MOMENT);
    }

    /** A moment with its offset, of a year of four digits. */
    static Optional<OffsetDateTime> readWithOffset(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text))
                    .filter(moment -> moment.getYear() >= 0 && moment.getYear() <= LATEST_YEAR);
        } catch (DateTimeException noSuchMoment) {
            return Optional.empty();
        }
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

    /** An hour of the clock, with or without seconds. */
    static Optional<LocalTime> readTime(String text) {
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    /** A length of time, as {@code PT1H}. */
    static Optional<Duration> readDuration(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeException noSuchDuration) {
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
