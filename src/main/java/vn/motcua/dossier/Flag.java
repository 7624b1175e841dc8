package vn.motcua.dossier;

import vn.motcua.http.Flaws;

/** A yes or no in a query. The framework would read every other word as no. */
final class Flag {

    private Flag() {}

    /** No where nothing is said. */
    static boolean of(String parameter, String text) {
        return Boolean.TRUE.equals(orNull(parameter, text));
    }

    /** Null where nothing is said. */
    static Boolean orNull(String parameter, String text) {
        if (text == null || text.equals("true") || text.equals("false")) {
            return text == null ? null : Boolean.valueOf(text);
        }
        throw Flaws.at(parameter, "unknown-value", "Phải là true hoặc false", "Must be true or false");
    }
}
