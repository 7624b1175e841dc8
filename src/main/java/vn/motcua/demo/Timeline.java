package vn.motcua.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** What is going to happen, in order of time, up to the end; what would happen later has not happened. */
final class Timeline {

    private final Instant end;
    private final PriorityQueue<Entry> ahead =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::ordinal));
    private long entries;

    Timeline(Instant end) {
        this.end = end;
    }

    void at(Instant moment, Consumer<Instant> deed) {
        if (moment.isBefore(end)) {
            ahead.add(new Entry(moment, entries++, deed));
        }
    }

    /**
     * Lets everything happen, and what follows from it.
     *
     * @param pause what is done after every so many entries
     */
    void run(int often, Runnable pause) {
        for (var done = 1; !ahead.isEmpty(); done++) {
            var next = ahead.poll();
            next.deed.accept(next.at);
            if (done % often == 0) {
                pause.run();
            }
        }
    }

    private record Entry(Instant at, long ordinal, Consumer<Instant> deed) {}
}
