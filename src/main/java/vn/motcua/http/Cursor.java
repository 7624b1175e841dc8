package vn.motcua.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

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
