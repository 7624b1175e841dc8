package vn.motcua;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The packaged service as its users run it: a process of its own on a data folder, started, killed, started again. */
public final class PackagedService implements AutoCloseable {

    private static final String JAR = System.getProperty("motcua.jar", "target/quarkus-app/quarkus-run.jar");
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:]+:(\\d+)");
    private static final Set<PackagedService> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(PackagedService::kill)));
    }

    private final Path data;
    private final Map<String, String> environment = new HashMap<>();
    /** Many short-lived services side by side: little memory, and no time lost on compiling what is not run for long. */
    private List<String> flags = List.of("@deploy/java.options", "-XX:TieredStopAtLevel=1");

    private Process process;
    private Client client;
    private int starts;

    private PackagedService(Path data) {
        this.data = data.toAbsolutePath();
        environment.put("MOTCUA_DATA", this.data.toString());
        environment.put("QUARKUS_HTTP_PORT", "0"); // any free one; the log says which
        environment.put(
                "MOTCUA_LIMITS_REQUESTS_PER_SECOND", "1000000"); // counted, and never refused: one token sends all
        environment.put("MOTCUA_LIMITS_BURST", "10000000");
    }

    /** Not yet started, on an empty folder of its own. */
    public static PackagedService onEmptyFolder() throws IOException {
        return on(Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "packaged"));
    }

    public static PackagedService on(Path data) {
        return new PackagedService(data);
    }

    /** In demo mode, without the demo province: nobody waits for it. */
    public PackagedService demo() {
        return with("MOTCUA_DEMO", "true").with("MOTCUA_DEMO_DATA", "false");
    }

    PackagedService demoProvince() {
        return with("MOTCUA_DEMO", "true");
    }

    public PackagedService with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** On a Java told only this; nothing, as the README starts it. */
    public PackagedService onJavaWith(List<String> onlyThese) {
        flags = onlyThese;
        return this;
    }

    public Path data() {
        return data;
    }

    public Client http() {
        return client;
    }

    public Process process() {
        return process;
    }

    /** Launched, and not waited for. */
    public PackagedService begin() throws Exception {
        process = launch(log(++starts));
        RUNNING.add(this);
        return this;
    }

    public PackagedService start() throws Exception {
        begin();
        // the signing key, too, survives a restart
        var tokens = client == null ? new ConcurrentHashMap<String, String>() : client.tokens();
        client = new Client("http://127.0.0.1:" + awaitPort(), tokens);
        awaitReady();
        return this;
    }

    /** Waits until it has said something so often since its start. */
    public void awaitSaying(String words, int times) throws Exception {
        await("saying: " + words, () -> output().split(Pattern.quote(words), -1).length > times);
    }

    public void awaitReady() throws Exception {
        await("ready", () -> client.isReady());
    }

    public String address() {
        return client.address();
    }

    /** Cuts the power once a start has said this much. */
    void killOnceItSays(String words) throws Exception {
        begin();
        await("saying: " + words, () -> output().contains(words));
        kill();
    }

    /** Runs a command, or a start that is expected to be refused, to its end. */
    public Ended run(String... arguments) throws Exception {
        return run(PATIENCE, arguments);
    }

    public Ended run(Duration patience, String... arguments) throws Exception {
        var log = Files.createTempFile(data.getParent(), "command", ".log");
        var command = launch(log, arguments);
        if (!command.waitFor(patience.toSeconds(), SECONDS)) {
            command.destroyForcibly();
            throw new AssertionError("did not end in time:\n" + Files.readString(log));
        }
        return new Ended(command.exitValue(), Files.readString(log));
    }

    /** How a process ended, and all it said. */
    public record Ended(int status, String output) {}

    private Process launch(Path log, String... arguments) throws IOException {
        var line = new ArrayList<>(List.of(java()));
        line.addAll(flags);
        line.addAll(List.of("-jar", JAR));
        line.addAll(List.of(arguments));
        var builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("MOTCUA_") || name.startsWith("QUARKUS_"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** {@code motcua.java} names another Java to run the service on. */
    private static String java() {
        var home = System.getProperty("motcua.java", System.getProperty("java.home"));
        return home + File.separator + "bin" + File.separator + "java";
    }

    private Path log(int start) {
        return data.resolveSibling(data.getFileName() + "-" + start + ".log");
    }

    public String output() throws IOException {
        return Files.readString(log(starts));
    }

    private String awaitPort() throws Exception {
        await("listening", () -> LISTENING.matcher(output()).find());
        var said = LISTENING.matcher(output());
        return said.find() ? said.group(1) : null;
    }

    private void await(String state, Callable<Boolean> reached) throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.call()) {
            assertThat(process.isAlive())
                    .as(() -> "the service ended before it was " + state + ":\n" + tail())
                    .isTrue();
            assertThat(System.nanoTime())
                    .as(() -> "the service is not " + state + ":\n" + tail())
                    .isLessThan(end);
            Thread.sleep(100);
        }
    }

    private String tail() {
        try {
            return output();
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    /** As kill -9: no hook of the service runs, and its PostgreSQL stays behind. */
    public void killServiceOnly() {
        process.destroyForcibly();
        process.toHandle().onExit().join();
    }

    /** As a power cut: the service and every process of its PostgreSQL at once, none of them given a last word. */
    public void kill() {
        if (process != null) {
            process.destroyForcibly();
        }
        postgres().forEach(ProcessHandle::destroyForcibly);
        postgres().forEach(left -> left.onExit().join());
        if (process != null) {
            process.toHandle().onExit().join();
        }
    }

    public void killPostgresOnly() {
        postgres().forEach(ProcessHandle::destroyForcibly);
    }

    /** Every process that runs from the binaries in this data folder. */
    public List<ProcessHandle> postgres() {
        var binaries = data.resolve("binaries");
        return ProcessHandle.allProcesses()
                .filter(other -> other.info()
                        .command()
                        .filter(it -> Path.of(it).startsWith(binaries))
                        .isPresent())
                .toList();
    }

    public String jdbcUrl() throws IOException {
        var port = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"))
                .get(3)
                .strip();
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
    }

    /** Stops it as an operator does, and whatever a killed one left behind. */
    @Override
    public void close() throws Exception {
        if (process != null) {
            process.destroy();
            process.waitFor(30, SECONDS);
        }
        kill();
        RUNNING.remove(this);
    }
}
