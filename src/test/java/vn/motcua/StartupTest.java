package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What follows from the settings the service is started with. */
class StartupTest {

    private static final String PAGE = "quarkus.swagger-ui.enabled";

    @TempDir
    Path data;

    @Test
    void the_page_to_try_the_service_out_is_for_demo_mode() {
        assertThat(prepared(Map.of("motcua.demo", "true"))).containsEntry(PAGE, "true");
    }

    @Test
    void outside_demo_mode_there_is_no_such_page() throws IOException {
        var provider = Map.of("quarkus.oidc.auth-server-url", "http://localhost/realms/motcua");

        assertThat(prepared(provider)).doesNotContainKey(PAGE);
        assertThat(shipped()).containsEntry(PAGE, "false");
    }

    private Map<String, String> prepared(Map<String, String> given) {
        var settings = new HashMap<>(given);
        settings.put("motcua.data", data.toString());
        settings.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://localhost/motcua");
        return new Startup(settings::get, false).prepare();
    }

    private static Properties shipped() throws IOException {
        var settings = new Properties();
        try (var file = StartupTest.class.getResourceAsStream("/application.properties")) {
            settings.load(file);
        }
        return settings;
    }
}
