package vn.motcua.http;

/** What text may be kept. */
public final class Texts {

    private static final int REPLACEMENT = 0xFFFD;

    private Texts() {}

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
