package vn.motcua.faults;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/** All that was heard from the service, and all that should not have been. */
final class Answers {

    private final Queue<Moment> moments = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrongs = new ConcurrentLinkedQueue<>();

    Line.Heard heard(long start, Line.Heard heard) {
        moments.add(new Moment(start, System.nanoTime(), heard.isDone(), heard.isBusy(), heard.isNothing()));
        if (!heard.isDone() && !heard.isBusy() && !heard.isNothing()) {
            wrong("answered " + heard.status() + " " + heard.type() + ": " + heard.body());
        }
        return heard;
    }

    void wrong(String what) {
        wrongs.add(what);
    }

    void expect(boolean right, String otherwise) {
        if (!right) {
            wrong(otherwise);
        }
    }

    List<String> wrongs() {
        return List.copyOf(wrongs);
    }

    long count(Predicate<Moment> which) {
        return moments.stream().filter(which).count();
    }

    /** Seconds that the longest of these took. */
    double longest(Predicate<Moment> which) {
        return seconds(moments.stream()
                .filter(which)
                .mapToLong(moment -> moment.end - moment.start)
                .max()
                .orElse(0));
    }

    /** Seconds from then to the first answer of this kind to a request. */
    double firstAfter(long then, Predicate<Moment> which) {
        return seconds(moments.stream()
                        .filter(which)
                        .mapToLong(moment -> moment.end)
                        .filter(end -> end > then)
                        .min()
                        .orElse(Long.MAX_VALUE)
                - then);
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    /** One request: when it was sent, when it ended, and how. */
    record Moment(long start, long end, boolean done, boolean busy, boolean nothing) {

        /** Answered within this time. */
        boolean endedIn(long from, long to) {
            return end >= from && end < to;
        }
    }
}
