package vn.motcua.bench;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Who has used how much of the processors since it was begun: this process, the service, PostgreSQL. */
final class Cpu {

    private final ProcessHandle service;
    private final Supplier<List<ProcessHandle>> server;
    private final double[] before;
    private final long begun = System.nanoTime();

    Cpu(ProcessHandle service, Supplier<List<ProcessHandle>> server) {
        this.service = service;
        this.server = server;
        this.before = used();
    }

    private double[] used() {
        return new double[] {
            seconds(ProcessHandle.current()),
            seconds(service),
            server.get().stream().mapToDouble(Cpu::seconds).sum()
        };
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    /** What each has used for one of so many pieces of work, and which part of all there was to use. */
    Used per(long pieces) {
        var now = used();
        var all = (System.nanoTime() - begun) / 1e9 * Runtime.getRuntime().availableProcessors();
        var parts = new double[now.length];
        for (var i = 0; i < parts.length; i++) {
            parts[i] = now[i] - before[i];
        }
        return new Used(parts[0] / pieces * 1e3, parts[1] / pieces * 1e3, parts[2] / pieces * 1e3, parts[0] / all);
    }

    /** Milliseconds of processor for one piece of work, and the part of all processors that the client took. */
    record Used(double client, double service, double server, double clientShare) {

        @Override
        public String toString() {
            return "CPU ms each: service %.2f, PostgreSQL %.2f, client %.2f (%.0f %% of the machine)"
                    .formatted(service, server, client, clientShare * 100);
        }
    }
}
