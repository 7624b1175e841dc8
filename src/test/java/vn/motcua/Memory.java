package vn.motcua;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The resident memory of a process, as Linux tells it. */
public final class Memory {

    private Memory() {}

    public static long megabytes(Process process) throws IOException {
        return read(process, "VmRSS:");
    }

    /** The most it ever had since it began, or since it was forgotten. */
    public static long mostMegabytes(Process process) throws IOException {
        return read(process, "VmHWM:");
    }

    static void forgetMost(Process process) throws IOException {
        Files.writeString(Path.of("/proc", String.valueOf(process.pid()), "clear_refs"), "5");
    }

    private static long read(Process process, String name) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith(name))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow()
                    / 1024;
        }
    }
}
