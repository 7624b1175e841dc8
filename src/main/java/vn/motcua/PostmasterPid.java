package vn.motcua;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The file in which a PostgreSQL server says how to reach it, and in its last line how far its start has come. */
final class PostmasterPid {

    private static final int PORT = 3;
    private static final int STATUS = 7;

    private final Path file;

    private PostmasterPid(Path file) {
        this.file = file;
    }

    static PostmasterPid of(Path folder) {
        return new PostmasterPid(folder.resolve("postmaster.pid"));
    }

    /** Its number may belong to another program by now; nothing may run on the folder any more. */
    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /** The server's process. */
    ProcessHandle server() throws IOException {
        return lines().stream()
                .findFirst()
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                .orElseThrow(() -> new IOException("PostgreSQL has ended"));
    }

    int port() throws IOException {
        return Integer.parseInt(lines().get(PORT).strip());
    }

    /** Waits until the server takes connections; false where it has not come so far in time. */
    boolean awaitReady(Duration patience) throws IOException {
        var end = System.nanoTime() + patience.toNanos();
        while (!ready()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause();
        }
        return true;
    }

    private boolean ready() throws IOException {
        var lines = lines();
        return lines.size() > STATUS && lines.get(STATUS).strip().equals("ready");
    }

    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException notYet) {
            return List.of();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }
}
