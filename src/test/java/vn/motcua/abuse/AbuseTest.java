package vn.motcua.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.motcua.Service;
import vn.motcua.openapi.PublishedDocument;

/** Every bad request is refused as what it is, in both languages, and leaves not a trace in the database. */
@QuarkusTest
@Service
class AbuseTest {

    private static final int AT_LEAST = 200;

    @Inject
    AgroalDataSource database;

    @TestFactory
    Stream<DynamicNode> every_bad_request_is_refused_as_what_it_is() throws Exception {
        var scene = Scene.found();
        var wire = new Wire(RestAssured.port);
        var before = Fingerprint.of(database);
        var catalogue = catalogue();
        assertThat(catalogue.values().stream().mapToInt(List::size).sum()).isGreaterThan(AT_LEAST);
        var themes = catalogue.entrySet().stream().map(theme ->
                (DynamicNode) DynamicContainer.dynamicContainer(theme.getKey(), tests(theme, scene, wire)));
        return Stream.of(themes, Stream.of(broken(scene)), Stream.of(uncounted(), unchanged(before)))
                .flatMap(some -> some);
    }

    private DynamicNode unchanged(Fingerprint before) {
        return DynamicTest.dynamicTest("not one row has changed", () -> assertThat(Fingerprint.of(database))
                .isEqualTo(before));
    }

    /** Names of addresses are few, or whoever asks for others would use them up. */
    private static DynamicNode uncounted() {
        return DynamicTest.dynamicTest("the metrics name nothing that there is not", () -> assertThat(
                        RestAssured.get("/q/metrics").asString())
                .contains("http_server_requests_seconds_count", "uri=\"/v1/units/{code}\"", "uri=\"OTHER\"")
                .doesNotContain("BREW", "nothing", "%00", "X01.77"));
    }

    /** The server may hang up without a word; it never says that the fault is its own. */
    private static DynamicNode broken(Scene scene) {
        var tests = BrokenLines.all(scene).entrySet().stream()
                .map(line -> DynamicTest.dynamicTest(line.getKey(), () -> {
                    try (var wire = new Wire(RestAssured.port)) {
                        assertThat(wire.sendAndEnd(line.getValue()))
                                .as(line.getKey())
                                .matches("(?s)|HTTP/\\d\\.\\d 4.*");
                    }
                }));
        return DynamicContainer.dynamicContainer("lines that break", tests);
    }

    private static Map<String, List<Bad>> catalogue() {
        var themes = new LinkedHashMap<String, List<Bad>>();
        themes.put("JSON", BadJson.all().toList());
        themes.put("deadlines", BadDeadlines.all().toList());
        themes.put("receipts and searches", BadReceipts.all().toList());
        themes.put("steps", BadSteps.all().toList());
        themes.put("the catalogue", BadCatalogue.all().toList());
        themes.put("addresses and parameters", BadQueries.all().toList());
        themes.put("headers, imports and methods", BadHeaders.all().toList());
        themes.put("every operation", new Basics(PublishedDocument.read()).all().toList());
        return themes;
    }

    private static Stream<DynamicTest> tests(Map.Entry<String, List<Bad>> theme, Scene scene, Wire wire) {
        return theme.getValue().stream()
                .map(bad -> DynamicTest.dynamicTest(bad.toString(), () -> refused(bad, scene, wire)));
    }

    private static void refused(Bad bad, Scene scene, Wire wire) {
        var vietnamese = wire.send(bad.in(scene, "vi"));
        var english = wire.send(bad.in(scene, "en"));
        var wrong = new ArrayList<String>();
        wrong.addAll(flaws(bad, vietnamese));
        wrong.addAll(flaws(bad, english));
        for (var text : List.of("title", "detail")) {
            if (vietnamese.json().path(text).equals(english.json().path(text))) {
                wrong.add("the same " + text + " in both languages");
            }
        }
        assertThat(wrong).as("%s%n%s", bad, english).isEmpty();
    }

    private static List<String> flaws(Bad bad, Answer answer) {
        var flaws = new ArrayList<>(answer.flaws());
        if (answer.status() != bad.status() || !answer.code().equals(bad.code())) {
            flaws.add("answered " + answer.status() + " " + answer.code());
        }
        if (bad.place() != null && !pointers(answer).contains(bad.place())) {
            flaws.add("points at " + pointers(answer));
        }
        if (answer.status() == 405 && !answer.headers().containsKey("allow")) {
            flaws.add("no method is named that is allowed");
        }
        return flaws;
    }

    private static List<String> pointers(Answer answer) {
        var pointers = new ArrayList<String>();
        answer.json()
                .path("errors")
                .forEach(flaw -> pointers.add(flaw.path("pointer").asText()));
        return pointers;
    }
}
