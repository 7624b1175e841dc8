package vn.motcua.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts by name, each with the dossiers it is made of, so that a difference can be looked at. */
final class Tally {

    private final Map<String, List<String>> cells = new TreeMap<>();

    void add(String cell, Story story) {
        cells.computeIfAbsent(cell, name -> new ArrayList<>()).add(story.code());
    }

    void add(String cell, Story story, int times) {
        for (int i = 0; i < times; i++) {
            add(cell, story);
        }
    }

    long of(String cell) {
        return dossiers(cell).size();
    }

    List<String> dossiers(String cell) {
        return cells.getOrDefault(cell, List.of());
    }

    long sum(String... names) {
        long sum = 0;
        for (var name : names) {
            sum += of(name);
        }
        return sum;
    }
}
