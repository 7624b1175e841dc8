package vn.motcua.bench;

import java.util.Collection;

/** The middle of several measurements. */
final class Median {

    private Median() {}

    static double of(Collection<Double> values) {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
