package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that callers may get wrong, with the planted words where others belong. */
final class PlantedMistakes {

    private final Overheard http;
    private final String code;

    PlantedMistakes(Overheard http, String code) {
        this.http = http;
        this.code = code;
    }

    /** The words in places where they have no business: each is refused, and not repeated. */
    void make() throws Exception {
        for (var word : Planted.all()) {
            for (var member : List.of(
                    "procedure",
                    "channel",
                    "receivingUnit",
                    "applicant",
                    "content",
                    "papers",
                    "externalCode",
                    "delivery",
                    "result",
                    "receivedAt",
                    word)) {
                var body = PlantedRun.receipt("COUNTER");
                body.put(member, member.equals("content") ? List.of(word) : Map.of(word, word));
                http.post("clerk", PlantedRun.UNIT, "/v1/dossiers", body);
                if (!List.of("content", "externalCode").contains(member)) {
                    body.put(member, word);
                    http.post("clerk", PlantedRun.UNIT, "/v1/dossiers", body);
                }
            }
            for (var member : List.of("kind", "identity", "phone", "email", "address")) {
                var person = new HashMap<>(Planted.person(Planted.NAME));
                person.put(member, Map.of("kind", word, "number", word, "areaCode", word));
                var body = PlantedRun.receipt("COUNTER");
                body.put("applicant", person);
                http.post("clerk", PlantedRun.UNIT, "/v1/dossiers", body);
            }
            http.post(
                    "clerk",
                    PlantedRun.UNIT,
                    "/v1/dossiers",
                    "k",
                    "application/json",
                    "{\"applicant\": {\"name\": \"" + word);
            http.post("clerk", PlantedRun.UNIT, "/v1/dossiers", "k", "application/json", "\"" + word + "\"");
            http.post("clerk", PlantedRun.UNIT, "/v1/dossiers", "k", "text/plain", word);
            http.post("clerk", PlantedRun.UNIT, "/v1/dossiers/search", Map.of("phone", word + "x", "name", "x"));
            http.post("clerk", PlantedRun.UNIT, "/v1/dossiers/search", Map.of(word, word));
            http.post("auditor", PlantedRun.ROOT, "/v1/dossiers", PlantedRun.receipt("COUNTER"));
            http.post("clerk", PlantedRun.UNIT, "/v1/deadlines", Map.of("unit", word, "receivedAt", word));
            inAddresses(URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20"));
            inHeaders(word);
        }
    }

    private void inAddresses(String word) throws Exception {
        for (var path : List.of(
                "/v1/dossiers/" + word,
                "/v1/" + word,
                "/" + word,
                "/v1/units/" + word,
                "/v1/jobs/" + word,
                "/v1/imports/" + word + "/rows",
                "/v1/procedures/" + word,
                "/v1/calendars/" + word,
                "/v1/dossiers?cursor=" + word,
                "/v1/dossiers?" + word + "=1",
                "/v1/dossiers?status=" + word,
                "/v1/dossiers?limit=" + word,
                "/v1/dossiers?unit=" + word,
                "/v1/units/" + PlantedRun.UNIT + "/worklist?cursor=" + word,
                "/v1/statistics/on-time?from=" + word + "&to=2030-01-01",
                "/v1/statistics/on-time?from=2020-01-01&to=2030-01-01&unit=" + word)) {
            http.get("supervisor", PlantedRun.ROOT, path);
        }
        http.post("supervisor", PlantedRun.ROOT, "/v1/dossiers/" + word + "/result", Map.of("outcome", "GRANTED"));
    }

    private void inHeaders(String word) throws Exception {
        if (word.chars().anyMatch(each -> each > 126)) {
            return;
        }
        var path = "/v1/dossiers/" + code;
        http.send("GET", path, null, null, Map.of("Authorization", "Bearer " + word));
        http.send("GET", path, null, null, Map.of("Authorization", word, "Accept", word));
        for (var name : List.of("If-None-Match", "Accept", "Accept-Language", "X-Trace", "traceparent")) {
            http.send(
                    "GET",
                    path + "/nowhere",
                    null,
                    null,
                    Map.of("Authorization", http.bearer("officer", PlantedRun.ROOT), name, word));
        }
        resume(Map.of("Idempotency-Key", "k", "Content-Type", word));
        resume(Map.of("Idempotency-Key", word + " " + word, "Content-Type", "application/json"));
        for (var tag : List.of(word, "\"" + word + "\"", "\"99\"")) {
            resume(Map.of("Idempotency-Key", "k", "Content-Type", "application/json", "If-Match", tag));
        }
        resume(Map.of("Idempotency-Key", "k", "Content-Type", "application/json"));
    }

    private void resume(Map<String, String> said) throws Exception {
        var headers = new HashMap<>(said);
        headers.put("Authorization", http.bearer("officer", PlantedRun.ROOT));
        var answer = http.send("POST", "/v1/dossiers/" + code + "/resumption", null, "{}", headers);
        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
    }
}
