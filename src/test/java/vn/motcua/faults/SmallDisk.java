package vn.motcua.faults;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A file system of a few hundred MB in a file of its own, which can be filled up. */
final class SmallDisk implements AutoCloseable {

    private static final long SIZE = 400L << 20;
    private static final int BLOCK = 64 << 10;

    private final Path folder;
    private final Path ballast;

    /** Where nobody may mount one, the proof is skipped and says so. */
    SmallDisk() throws IOException, InterruptedException {
        var parent = Files.createDirectories(Path.of("target", "test-data")).toAbsolutePath();
        folder = Files.createTempDirectory(parent, "small");
        ballast = folder.resolve("ballast");
        var image = folder.resolveSibling(folder.getFileName() + ".img");
        try (var file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(SIZE);
        }
        var mounted = run("mkfs.ext4", "-q", "-m", "0", image.toString())
                && run("mount", "-o", "loop", image.toString(), folder.toString());
        if (!mounted) {
            System.out.println("SKIPPED: a small file system can only be mounted by root");
        }
        Assumptions.assumeTrue(mounted, "a small file system can only be mounted by root");
    }

    Path folder() {
        return folder;
    }

    /** Fills it, whoever else takes from it. */
    void fill() throws IOException {
        try (var file = Files.newOutputStream(ballast, CREATE, APPEND)) {
            while (left() > 0) {
                file.write(new byte[BLOCK]);
            }
        } catch (IOException full) {
            if (left() > BLOCK) {
                throw full;
            }
        }
    }

    private long left() {
        return folder.toFile().getUsableSpace();
    }

    void makeSpace() throws IOException {
        Files.delete(ballast);
    }

    static boolean run(String... line) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(List.of(line)).inheritIO().start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            System.out.println(noSuchProgram.getMessage());
            return false;
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("umount", "-l", folder.toString());
        Files.deleteIfExists(folder.resolveSibling(folder.getFileName() + ".img"));
    }
}
