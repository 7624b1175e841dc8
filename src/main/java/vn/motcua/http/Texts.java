package vn.motcua.http;

/** What text may be kept. */
public final class Texts {

    private Texts() {}

    /** Whether PostgreSQL can hold the text: no NUL, no surrogate without its pair. */
    public static boolean isStorable(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || (point >= 0xD800 && point <= 0xDFFF));
    }
}
