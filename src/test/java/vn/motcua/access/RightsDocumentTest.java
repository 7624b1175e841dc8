package vn.motcua.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the code allows is what the page says. */
class RightsDocumentTest {

    @Test
    void the_page_says_what_the_table_says() throws IOException {
        var said = RightsDocument.of(Path.of("openapi", "motcua.json"));
        if (Boolean.getBoolean("rights.record")) {
            Files.writeString(RightsDocument.FILE, said);
        }
        assertThat(said)
                .as("%s is stale. Rewrite it and commit it: %s", RightsDocument.FILE, RightsDocument.REWRITE)
                .isEqualTo(Files.readString(RightsDocument.FILE));
    }
}
