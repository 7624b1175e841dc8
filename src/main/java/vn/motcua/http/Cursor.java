package vn.motcua.http;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** Where a list goes on: the sort keys of the last row shown, opaque to the caller and bound to the list's name. */
public final class Cursor {

    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    /** The cursor after a row with these keys. */
    public static String after(String list, String... keys) {
        var text = list + SEPARATOR + String.join(SEPARATOR, keys);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The keys a cursor of this list holds; refused when it is not one with this many keys. */
    public static List<String> read(String list, String cursor, int keys) {
        var parts = decode(cursor).split(SEPARATOR, -1);
        if (parts.length != keys + 1 || !parts[0].equals(list) || !Texts.isStorable(cursor)) {
            throw HttpProblem.CURSOR_INVALID.because();
        }
        return Arrays.asList(parts).subList(1, parts.length);
    }

    /** The key after which a list of one key goes on; empty at its beginning. */
    public static String keyAfter(String list, String cursor) {
        return cursor == null ? "" : read(list, cursor, 1).get(0);
    }

    /** The number after which a list of one key goes on; 0 at its beginning. */
    public static long numberAfter(String list, String cursor) {
        return cursor == null ? 0 : number(keyAfter(list, cursor));
    }

    /** A key that is an id or a number of ours: none of them is negative. */
    public static long number(String key) {
        return key(key, Long::valueOf, number -> number >= 0);
    }

    public static UUID id(String key) {
        return key(key, UUID::fromString, any -> true);
    }

    public static Instant moment(String key) {
        return key(key, Instant::parse, Dates::isAskedFor);
    }

    public static LocalDate date(String key) {
        return key(
                key,
                LocalDate::parse,
                date -> Dates.isAskedFor(date.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    private static <T> T key(String key, Function<String, T> form, Predicate<T> ours) {
        try {
            var value = form.apply(key);
            if (ours.test(value)) {
                return value;
            }
        } catch (IllegalArgumentException | DateTimeException forged) {
            // falls through: not a key, so not one of ours
        }
        throw HttpProblem.CURSOR_INVALID.because();
    }

    private static String decode(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (Texts.isStorable(text)) {
                return text;
            }
        } catch (IllegalArgumentException malformed) {
            // falls through: not base64, so not one of ours
        }
        throw HttpProblem.CURSOR_INVALID.because();
    }
}
