package vn.motcua.http;

/** What programs that open a table take for something else than text. */
public final class Spreadsheets {

    /** What makes a spreadsheet take a text for a formula, which could send away what stands beside it. */
    private static final String FORMULA = "=+-@\t\r";

    private Spreadsheets() {}

    /** The text as a field of a CSV file that stays a text; one that would be a formula has an apostrophe before it. */
    public static String plain(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
