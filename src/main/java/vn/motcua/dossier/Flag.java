package vn.motcua.dossier;

import vn.motcua.http.Flaws;

/** A yes or no in a query. The framework would read every other word as no. */
final class Flag {

    private Flag() {}

    /** No where nothing is said. */
    static boolean of(String parameter, String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw Flaws.at(parameter, "unknown-value", "Phải là true hoặc false", "Must be true or false");
    }
}
