package vn.motcua.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Every flush to disk of some processes, and of those they start, takes so much longer. */
final class SlowDisk implements AutoCloseable {

    private final Process tracer;

    SlowDisk(List<ProcessHandle> processes, Duration delay) throws IOException, InterruptedException {
        var said = Files.createTempFile(Files.createDirectories(Path.of("target", "test-data")), "slow", ".log");
        var line = new ArrayList<>(List.of("strace", "-f", "-qq", "-o", said.toString()));
        line.addAll(List.of("-e", "trace=fsync,fdatasync"));
        line.addAll(
                List.of("-e", "inject=fsync,fdatasync:delay_enter=" + TimeUnit.NANOSECONDS.toMicros(delay.toNanos())));
        processes.forEach(process -> line.addAll(List.of("-p", String.valueOf(process.pid()))));
        tracer = new ProcessBuilder(line).inheritIO().start();
        Thread.sleep(1000);
    }

    static boolean isPossible() throws IOException, InterruptedException {
        var possible = SmallDisk.run("strace", "-qq", "-o", "/dev/null", "true");
        if (!possible) {
            System.out.println("SKIPPED: a slow disk needs strace, and leave to trace");
        }
        return possible;
    }

    boolean isSlow() {
        return tracer.isAlive();
    }

    @Override
    public void close() throws InterruptedException {
        tracer.destroy();
        tracer.waitFor();
    }
}
