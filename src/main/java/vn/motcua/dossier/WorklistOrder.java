package vn.motcua.dossier;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.motcua.http.Cursor;

/** The orders of worklists: by one or two keys, last by id, so that none ties. The indexes of V13 hold just these. */
enum WorklistOrder {
    URGENCY(Key.DUE),
    JUDGED_DATE(Key.JUDGED, Key.DUE),
    INTAKE_DUE(Key.INTAKE_DUE),
    ANSWER_BY(Key.ANSWER_BY);

    private final List<Key> keys;

    WorklistOrder(Key... keys) {
        this.keys = List.of(keys);
    }

    List<Key> keys() {
        return keys;
    }

    /** Of a dossier {@code d}: all keys and its id. */
    String columns() {
        return keys.stream().map(Key::sql).collect(Collectors.joining(", ")) + ", d.id";
    }

    /** Of a dossier {@code d}: all keys by name and its id. */
    String namedColumns() {
        return join(place -> keys.get(place).sql() + " as " + name(place)) + ", d.id";
    }

    /** The names alone, each with what comes before it. */
    String names(String before) {
        return join(place -> before + name(place)) + ", " + before + "id";
    }

    String firstKey() {
        return keys.get(0).sql();
    }

    private String join(Function<Integer, String> each) {
        return IntStream.range(0, keys.size()).boxed().map(each).collect(Collectors.joining(", "));
    }

    private static String name(int place) {
        return "key" + place;
    }

    /** Something worklists are ordered by. */
    enum Key {
        /** The moment promised; for what is submitted, the end of the desk's eight hours; last what has neither. */
        DUE("coalesce(d.due_at, d.intake_due_at, timestamptz '9999-12-31 00:00:00+00')", Cursor::moment),
        /** The date of the promise the verdict will be given against. */
        JUDGED("coalesce(d.missed_date, d.due_date)", Cursor::date),
        INTAKE_DUE("d.intake_due_at", Cursor::moment),
        ANSWER_BY("d.answer_by", Cursor::moment);

        private final String sql;
        private final Function<String, Object> read;

        Key(String sql, Function<String, Object> read) {
            this.sql = sql;
            this.read = read;
        }

        String sql() {
            return sql;
        }

        /** The value in a cursor. */
        Object read(String text) {
            return read.apply(text);
        }
    }
}
