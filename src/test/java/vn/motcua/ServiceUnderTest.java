package vn.motcua;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Gives every test of the service what its users have: a real PostgreSQL that keeps its promises, and demo tokens. */
public class ServiceUnderTest implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        var given = Map.of("motcua.demo", "true", "motcua.data", emptyFolder().toString());
        var settings = new HashMap<>(new Startup(given::get, false).prepare());
        settings.putAll(given);
        settings.put("motcua.demo.data", "false");
        settings.forEach(System::setProperty); // as Motcua does: some are read before there is a configuration
        return settings;
    }

    /** Under target, so that a clean build takes it away. */
    private static Path emptyFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "service");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void stop() {
        // the server ends with this process; see OwnPostgres
    }
}
