package vn.motcua.demo;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Drawn lots; from the same seed the same ones every time. */
final class Chance {

    private final SplittableRandom random;

    private Chance(SplittableRandom random) {
        this.random = random;
    }

    static Chance of(long seed) {
        return new Chance(new SplittableRandom(seed));
    }

    /** Lots of its own for one of many, so that none depends on how many the others draw. */
    Chance another() {
        return new Chance(random.split());
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    double between(double least, double most) {
        return least + random.nextDouble() * (most - least);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T oneOf(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** One of them, each as often as its share tells. */
    <T> T oneOf(List<T> list, ToDoubleFunction<T> share) {
        var left = random.nextDouble() * list.stream().mapToDouble(share).sum();
        for (var each : list) {
            left -= share.applyAsDouble(each);
            if (left < 0) {
                return each;
            }
        }
        return list.get(list.size() - 1);
    }
}
