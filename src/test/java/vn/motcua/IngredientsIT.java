package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The list of what the service is made of, as it is shipped. */
class IngredientsIT {

    private static final Path JARS = Path.of("target/quarkus-app/app");

    @Test
    void the_packaged_service_carries_its_bill_of_materials() throws Exception {
        try (var jars = Files.list(JARS);
                var jar = new JarFile(jars.findFirst().orElseThrow().toFile())) {
            var entry = jar.getEntry("META-INF/sbom/motcua.cdx.json");
            assertThat(entry).as("Maven makes none while it is offline (-o)").isNotNull();
            var bill = new ObjectMapper().readTree(jar.getInputStream(entry));
            var names = StreamSupport.stream(bill.path("components").spliterator(), false)
                    .map(part -> part.path("name").asText())
                    .collect(Collectors.toSet());

            assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
            assertThat(names)
                    .contains("quarkus-rest-jackson", "postgresql", "fastexcel")
                    .doesNotContain("archunit");
        }
    }
}
