package vn.motcua;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Signals that Java has no word for. */
public enum Signal {
    STOP,
    CONT;

    public void to(List<ProcessHandle> processes) throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of("kill", "-" + name()));
        processes.forEach(process -> line.add(String.valueOf(process.pid())));
        new ProcessBuilder(line).start().waitFor();
    }
}
