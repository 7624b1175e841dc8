package vn.motcua.http;

import java.util.regex.Pattern;

/** What text may be kept. */
public final class Texts {

    private static final int REPLACEMENT = 0xFFFD;
    /** Words, addresses, numbers: what a caller may have put where a name belongs. */
    private static final Pattern MAY_BE_PERSONAL =
            Pattern.compile("[\\p{L}\\p{M}&&[^a-zA-Z]]|\\S\\s\\S|@|\\d(\\D*\\d){4}");

    private Texts() {}

    /** The name of a field, a parameter, a calendar as an answer can repeat it; what may be a person's it does not. */
    public static String named(String name) {
        return MAY_BE_PERSONAL.matcher(name).find() ? "…" : name;
    }

    /** The text as an answer can repeat it: not longer than this, and nothing in it that JSON cannot carry. */
    static String shown(String text, int longest) {
        var cut = text.length() <= longest ? text : text.substring(0, longest) + "…";
        return cut.codePoints()
                .map(point -> isStorable(point) ? point : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Whether PostgreSQL can hold the text: no NUL, no surrogate without its pair. */
    public static boolean isStorable(String text) {
        return text.codePoints().allMatch(Texts::isStorable);
    }

    private static boolean isStorable(int point) {
        return point != 0 && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
    }
}
