package vn.motcua.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** So many connections, each asking again as soon as it has its answer, for some time. */
final class Load {

    private static final double WARM_SECONDS = 10;
    private static final int MOST_WARM_ROUNDS = 24;
    private static final int ROUNDS_WITHOUT_GAIN = 4;

    private final int port;
    private final int connections;
    private final int expected;

    /** @param expected the status every answer has; any other is the end of it */
    Load(int port, int connections, int expected) {
        this.port = port;
        this.connections = connections;
        this.expected = expected;
    }

    /** What one connection asks. */
    interface Requests {

        byte[] next() throws Exception;
    }

    /** What all connections together were answered, and how fast. */
    record Answers(long count, double seconds, double[] millis) {

        double perSecond() {
            return count / seconds;
        }

        /** The time within which this part of all answers came. */
        double within(double part) {
            return millis[(int) Math.min(millis.length - 1, millis.length * part)];
        }
    }

    /** Until it gets no faster, so that the service's Java has compiled what it is asked for. */
    void warm(Callable<Requests> each) throws Exception {
        var best = 0.0;
        var idle = 0;
        for (var round = 0; round < MOST_WARM_ROUNDS && idle < ROUNDS_WITHOUT_GAIN; round++) {
            var rate = run(WARM_SECONDS, each).perSecond();
            idle = rate > best * 1.02 ? 0 : idle + 1;
            best = Math.max(best, rate);
        }
    }

    Answers run(double seconds, Callable<Requests> each) throws Exception {
        var pool = Executors.newFixedThreadPool(connections);
        try {
            var begun = System.nanoTime();
            var until = begun + (long) (seconds * 1e9);
            var asking = new ArrayList<Future<double[]>>();
            for (var i = 0; i < connections; i++) {
                asking.add(pool.submit(() -> ask(each.call(), until)));
            }
            var all = new double[0];
            for (var one : asking) {
                all = joined(all, one.get());
            }
            var took = (System.nanoTime() - begun) / 1e9;
            Arrays.sort(all);
            return new Answers(all.length, took, all);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private double[] ask(Requests requests, long until) throws Exception {
        var millis = new double[1024];
        var count = 0;
        try (var wire = new Wire(port)) {
            while (System.nanoTime() < until) {
                var request = requests.next();
                var begun = System.nanoTime();
                var status = wire.send(request);
                if (status != expected) {
                    throw new IllegalStateException("Answered " + status + ": " + wire.body());
                }
                millis = count < millis.length ? millis : Arrays.copyOf(millis, count * 2);
                millis[count++] = (System.nanoTime() - begun) / 1e6;
            }
        }
        return Arrays.copyOf(millis, count);
    }

    private static double[] joined(double[] some, double[] others) {
        return IntStream.range(0, some.length + others.length)
                .mapToDouble(i -> i < some.length ? some[i] : others[i - some.length])
                .toArray();
    }
}
