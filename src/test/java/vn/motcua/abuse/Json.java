package vn.motcua.abuse;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** An object of a body whose members are JSON texts, so that each can be replaced by one that is not. */
record Json(Map<String, String> members) {

    /** Names and texts in turn; an apostrophe stands for a quotation mark. */
    static Json of(String... namesAndTexts) {
        var members = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            members.put(namesAndTexts[i], namesAndTexts[i + 1].replace('\'', '"'));
        }
        return new Json(members);
    }

    Json with(String name, String text) {
        var more = new LinkedHashMap<>(members);
        more.put(name, text.replace('\'', '"'));
        return new Json(more);
    }

    Json without(String name) {
        var fewer = new LinkedHashMap<>(members);
        fewer.remove(name);
        return new Json(fewer);
    }

    @Override
    public String toString() {
        var text = new StringJoiner(", ", "{", "}");
        members.forEach((name, value) -> text.add('"' + name + "\": " + value));
        return text.toString();
    }
}
