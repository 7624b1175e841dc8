package vn.motcua.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.EventStream;
import vn.motcua.Province;
import vn.motcua.Service;
import vn.motcua.intake.Importing;
import vn.motcua.openapi.PublishedDocument;
import vn.motcua.openapi.PublishedDocument.Operation;

/**
 * Two communes of one province, one person with one client acting for each: a token of one never gets anything of the
 * other. Every answer is searched for all that would tell of it, codes, names, external codes, ids and the unit itself.
 */
@QuarkusTest
@Service
class IsolationTest {

    private static final String PERIOD = "from=2020-01-01&to=2030-01-01";
    private static final List<String> PAGED = List.of(
            "/v1/dossiers?limit=1",
            "/v1/units/${unit}/worklist?limit=1",
            "/v1/statistics/dossiers?limit=1&cell=received.total&" + PERIOD,
            "/v1/dossiers/${dossier}/events?limit=1");

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static Commune ours;
    private static Commune theirs;

    private PublishedDocument document;
    private Asking asking;
    private final List<String> wrong = new ArrayList<>();
    private int answers;

    @BeforeEach
    void two_communes() throws InterruptedException {
        document = PublishedDocument.read();
        asking = new Asking(document);
        if (ours == null) {
            var province = Province.at("H92");
            var procedure = province.procedure(3, "WORKING_DAY");
            ours = new Commune(province.communeA(), procedure, "AnhDao");
            theirs = new Commune(province.communeB(), procedure, "BachDuong");
        }
    }

    /** Otherwise nothing would be found because it was looked for under another name. */
    @Test
    void they_themselves_get_all_that_is_looked_for() throws Exception {
        var said = new StringBuilder();
        for (var rights : scoped()) {
            said.append(asking.answer(
                            document.operation(rights.operation()),
                            theirs.all(),
                            theirs.token(roleFor(rights)),
                            Map.of())
                    .body());
        }
        said.append(
                asking.read("/v1/reports/frozen", theirs.token("supervisor")).body());
        assertThat(theirs.marks()).hasSizeGreaterThan(8).allMatch(said.toString()::contains);
    }

    @Test
    void nothing_of_theirs_is_in_what_we_get() throws Exception {
        for (var rights : scoped()) {
            for (var matter : List.of(ours.all(), ours.nothing())) {
                for (var role : Role.values()) {
                    ask(document.operation(rights.operation()), matter, role, Map.of());
                }
            }
        }
        nothingFound(200);
    }

    /** By its code, its id, its unit, its names; with the version they saw and the key they used. */
    @Test
    void nothing_of_theirs_can_be_asked_for() throws Exception {
        for (var rights : scoped()) {
            var operation = document.operation(rights.operation());
            for (var role : Role.values()) {
                var status = ask(operation, theirs.all(), role, seenByThem(operation));
                if (mustRefuse(operation) && status != 403 && status != 404) {
                    wrong.add(operation.id() + " by " + role + ": " + status);
                }
            }
        }
        nothingFound(200);
    }

    /** A list asked for their part of it is empty; all else there is to ask for by name is refused. */
    private static boolean mustRefuse(Operation operation) {
        return !Set.of("listDossiers", "exportDossiers", "searchDossiers", "exportPerson", "importDossiers")
                .contains(operation.id());
    }

    private static Map<String, String> seenByThem(Operation operation) {
        return switch (operation.method()) {
            case "get" -> Map.of("If-None-Match", theirs.etag());
            case "put" -> Map.of("If-Match", theirs.etag());
            default ->
                mustRefuse(operation) ? Map.of("If-Match", theirs.etag(), "Idempotency-Key", theirs.key()) : Map.of();
        };
    }

    @Test
    void their_figures_are_no_older_version_of_ours() {
        var figures = "/v1/statistics/on-time?" + PERIOD;
        var tag = theirs.as("dashboard").get(figures).header("ETag");

        theirs.as("dashboard").header("If-None-Match", tag).get(figures).then().statusCode(304);
        ours.as("dashboard").header("If-None-Match", tag).get(figures).then().statusCode(200);
    }

    @Test
    void their_key_replays_nothing_to_us() {
        var again = theirs.received(theirs.as("clerk"));
        var borrowed = theirs.received(ours.as("clerk"));

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(borrowed.statusCode()).isEqualTo(403);
        assertThat(borrowed.<String>path("code")).isEqualTo("unit-out-of-reach");
        assertThat(borrowed.header("Location")).isNull();
    }

    @Test
    void their_cursors_lead_us_nowhere() throws Exception {
        for (var list : PAGED) {
            var path = filled(list, theirs);
            String cursor = theirs.as("clerk").get(path).path("next");
            assertThat(cursor).as(path).isNotNull();
            for (var asked : new TreeSet<>(List.of(path, filled(list, ours)))) {
                search(
                        asking.read(asked + "&cursor=" + cursor, ours.token("clerk"))
                                .body(),
                        asked,
                        asked);
                answers++;
            }
        }
        String searched = search(theirs, 1, null).path("next");
        search(search(ours, 200, searched).asString(), "search", "");
        nothingFound(6);
    }

    /** Everybody at the other commune has a name that begins so. */
    private static Response search(Commune by, int limit, String cursor) {
        var request = by.as("clerk").contentType("application/json").queryParam("limit", limit);
        return (cursor == null ? request : request.queryParam("cursor", cursor))
                .body(Map.of("name", "ng"))
                .post("/v1/dossiers/search");
    }

    private static String filled(String list, Commune by) {
        return list.replace("${unit}", by.unit())
                .replace("${dossier}", by.all().said().get("dossier"));
    }

    /** What narrows a list to them leaves nothing of it. */
    @Test
    void lists_narrowed_to_them_are_empty() throws Exception {
        var officer = "can-bo-" + theirs.word();
        for (var asked : List.of(
                "/v1/dossiers?receivingUnit=" + theirs.unit(),
                "/v1/dossiers?competentUnit=" + theirs.unit(),
                "/v1/dossiers?currentUnit=" + theirs.unit(),
                "/v1/dossiers?externalCode=NGOAI-" + theirs.word(),
                "/v1/dossiers?count=capped&receivingUnit=" + theirs.unit(),
                "/v1/units/" + ours.unit() + "/worklist?subtree=true&officer=" + officer,
                "/v1/statistics/dossiers?cell=received.total&groupUnit=" + theirs.unit() + "&" + PERIOD)) {
            var answer = asking.read(asked, ours.token("supervisor"));
            assertThat(answer.status()).as(asked).isEqualTo(200);
            var said = new ObjectMapper().readTree(answer.body());
            assertThat(said.path("items")).as(asked).isEmpty();
            assertThat(said.at("/count/value").asInt()).as(asked).isZero();
            search(answer.body(), asked, asked);
        }
        nothingFound(0);
    }

    @Test
    void files_hold_nothing_of_theirs() throws Exception {
        for (var file : Map.of(
                        "/v1/exports/dossiers",
                        List.of("text/csv", "application/x-ndjson"),
                        "/v1/reports/06a?" + PERIOD,
                        List.of("text/csv", XLSX),
                        "/v1/reports/06b?" + PERIOD,
                        List.of("text/csv", XLSX))
                .entrySet()) {
            for (var type : file.getValue()) {
                var sent = ours.as("supervisor").accept(type).get(file.getKey());
                assertThat(sent.statusCode()).as(file.getKey()).isEqualTo(200);
                var text = type.equals(XLSX) ? unzipped(sent.asByteArray()) : sent.asString();
                assertThat(text).isNotBlank();
                search(text, file.getKey() + " as " + type, "");
                answers++;
            }
        }
        nothingFound(6);
    }

    private static String unzipped(byte[] workbook) throws IOException {
        var file = Files.write(Files.createTempFile(Path.of("target"), "report", ".xlsx"), workbook);
        var text = new StringBuilder();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    /** A code of theirs, brought as ours, is refused in the same words whether they have given it or not. */
    @Test
    void a_file_of_ours_finds_out_nothing_about_theirs() throws Exception {
        var said = theirs.all().said();
        var row = "{\"code\": \"%s\", \"procedure\": \"%s\", \"receivingUnit\": \"%s\", \"channel\": \"COUNTER\","
                + " \"receivedAt\": \"2026-01-05T08:00:00+07:00\"}";
        var known = row.formatted(said.get("dossier"), said.get("procedure"), ours.unit());
        var unused = row.formatted(theirs.unit() + "-260105-9999", said.get("procedure"), ours.unit());
        var foreign = row.formatted(theirs.unit() + "-260105-9998", said.get("procedure"), theirs.unit());
        var file = String.join("\n", known, unused, foreign);
        var sent = ours.as("integrator")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/x-ndjson")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports");
        Importing.finished(ours.unit(), sent.header("Location"));

        var rows = ours.as("integrator").get("/v1/imports/" + sent.path("id") + "/rows");

        assertThat(rows.<List<String>>path("items.outcome")).hasSize(3).containsOnly("REFUSED");
        assertThat(rows.<List<String>>path("items.problem")).containsOnly("unit-out-of-reach");
        search(rows.asString(), "rows", file);
        nothingFound(0);
    }

    @Test
    void our_stream_tells_nothing_when_they_receive() throws Exception {
        var path = "/v1/statistics/stream?" + PERIOD;
        try (var stream = EventStream.open(ours.token("dashboard"), path, null);
                var those = EventStream.open(theirs.token("dashboard"), path, null)) {
            search(figures(stream, 10), path, "");
            assertThat(figures(those, 10)).contains(theirs.unit());

            var receipt = Province.receipt(theirs.all().said().get("procedure"), theirs.unit(), "COUNTER");
            Province.receive(theirs.as("clerk"), receipt).then().statusCode(201);

            assertThat(figures(those, 10)).contains(theirs.unit());
            assertThat(figures(stream, 3)).isNull();
        }
        nothingFound(0);
    }

    /** The next figures told, null where none come in so many seconds. */
    private static String figures(EventStream stream, int seconds) throws InterruptedException {
        var end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        for (var left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            var event = stream.next(Duration.ofNanos(left));
            if (event != null && "figures".equals(event.name())) {
                return event.data();
            }
        }
        return null;
    }

    /** Before anybody is known: what is open to all has no unit, no code and no name in it. */
    @Test
    void what_needs_no_token_tells_of_nobody() throws Exception {
        for (var path : List.of("/q/metrics", "/q/health", "/v1/statistics/definitions", "/openapi?format=json")) {
            search(RestAssured.get(path).asString(), path, "");
            answers++;
        }
        nothingFound(4);
    }

    /** Operations that show or do something of a unit. */
    private List<Rights> scoped() {
        var open = Set.of(Relation.ANY, Relation.PUBLIC, Relation.ROOT, Relation.OWN_AT_ROOT);
        return List.of(Rights.values()).stream()
                .filter(rights -> rights.grants().stream().noneMatch(grant -> open.contains(grant.relation())))
                .toList();
    }

    private static String roleFor(Rights rights) {
        return rights.roles().isEmpty() ? "clerk" : rights.roles().get(0);
    }

    private int ask(Operation operation, Matter matter, Role role, Map<String, String> headers) throws Exception {
        if (!Asking.fits(operation, matter)) {
            return 404;
        }
        var answer = asking.answer(operation, matter, ours.token(role.tokenName()), headers);
        answers++;
        var address = URLDecoder.decode(answer.address().toString(), StandardCharsets.UTF_8);
        var sent = matter.equals(theirs.all()) ? address + matter.said() : "";
        search(answer.body(), operation.id() + " by " + role + ", " + answer.status(), sent);
        return answer.status();
    }

    /** @param sent what was sent: that comes back, as in the detail of a problem, is no news */
    private void search(String body, String where, String sent) {
        var found = new TreeSet<String>();
        theirs.marks().stream()
                .filter(mark -> body.contains(mark) && !sent.contains(mark))
                .forEach(found::add);
        if (!found.isEmpty()) {
            wrong.add(where + " tells of " + found + ": " + body);
        }
    }

    private void nothingFound(int least) {
        if (answers > 0) {
            System.out.println(
                    answers + " answers searched for " + theirs.marks().size() + " words of the other commune");
        }
        assertThat(wrong).isEmpty();
        assertThat(answers).isGreaterThanOrEqualTo(least);
    }
}
