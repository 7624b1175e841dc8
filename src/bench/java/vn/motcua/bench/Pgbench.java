package vn.motcua.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own load generator, from the machine's packages: the binaries the service brings do not have it. */
final class Pgbench {

    static final String MISSING = "pgbench is not on this machine (Debian and Ubuntu: apt-get install"
            + " postgresql-contrib; macOS: brew install postgresql). Without it a receipt has no measure.";
    /** Of all sizes: what one round has written stays there. */
    private static final AtomicLong ROUNDS = new AtomicLong();

    private static final Pattern RATE = Pattern.compile("tps = ([\\d.]+)");
    private static final long APART = 1_000_000_000_000_000L;

    private final Path program;
    private final Server server;
    private final int connections;

    private Pgbench(Path program, Server server, int connections) {
        this.program = program;
        this.server = server;
        this.connections = connections;
    }

    static Optional<Pgbench> on(Server server, int connections) {
        return program().map(found -> new Pgbench(found, server, connections));
    }

    private static Optional<Path> program() {
        var onPath = Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, "pgbench"));
        return Stream.concat(onPath, debian()).filter(Files::isExecutable).findFirst();
    }

    private static Stream<Path> debian() {
        try (var versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions
                    .map(version -> version.resolve("bin").resolve("pgbench"))
                    .sorted(Comparator.reverseOrder())
                    .toList()
                    .stream();
        } catch (IOException none) {
            return Stream.empty();
        }
    }

    /** Transactions a second, over so many seconds. */
    double run(ReceiptScript script, Path file, int seconds) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(line(script, file, seconds)).redirectErrorStream(true);
        builder.environment().put("PGOPTIONS", "-c jit=off -c lock_timeout=10s");
        var running = builder.start();
        var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var rate = RATE.matcher(said);
        if (running.waitFor() != 0 || said.contains("ERROR") || !rate.find()) {
            throw new IllegalStateException("pgbench failed:\n" + said);
        }
        return Double.parseDouble(rate.group(1));
    }

    private List<String> line(ReceiptScript script, Path file, int seconds) {
        var line = new ArrayList<>(List.of(program.toString(), "-n", "-h", "127.0.0.1", "-U", "postgres"));
        line.addAll(List.of("-p", String.valueOf(server.port()), "-M", "prepared", "-j", "2"));
        line.addAll(List.of("-c", String.valueOf(connections), "-T", String.valueOf(seconds)));
        line.addAll(List.of("-D", "n=0", "-D", "first=" + ROUNDS.incrementAndGet() * APART, "-f", file.toString()));
        script.values().forEach((name, value) -> line.addAll(List.of("-D", name + "=" + value)));
        line.add("postgres");
        return line;
    }
}
