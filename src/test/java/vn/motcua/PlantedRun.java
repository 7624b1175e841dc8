package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All that desks, officers, integrators and dashboards do with dossiers of the planted people. */
final class PlantedRun {

    static final String ROOT = "H96";
    static final String UNIT = "H96.1";
    private static final String PROCEDURE = "1.960001";
    private static final Map<String, String> STOP =
            Map.of("reason", Planted.REASON, "legalBasis", Planted.REASON + " theo Điều 15");
    private static final Map<String, String> REASON = Map.of("reason", Planted.REASON);

    private final Overheard http;
    private String code;

    PlantedRun(Overheard http) {
        this.http = http;
    }

    void furnish() throws Exception {
        put("/v1/units/" + ROOT, Map.of("name", "Tỉnh", "level", "PROVINCE", "validFrom", "2000-01-01"));
        put("/v1/units/" + UNIT, Map.of("name", "Xã", "level", "COMMUNE", "validFrom", "2000-01-01", "parent", ROOT));
        put("/v1/fields/TEST", Map.of("name", "Thử nghiệm"));
        var limit = Map.of("limit", Map.of("value", 5, "unit", "WORKING_DAY"));
        put(
                "/v1/procedures/" + PROCEDURE,
                Map.of("name", "Thử", "field", "TEST", "validFrom", "2000-01-01", "limits", List.of(limit)));
    }

    private void put(String path, Object body) throws IOException, InterruptedException {
        var headers = Map.of("Authorization", http.bearer("catalogue", ROOT), "If-None-Match", "*");
        assertThat(http.send("PUT", path, "application/json", Overheard.written(body), headers)
                        .status())
                .isEqualTo(201);
    }

    static Map<String, Object> receipt(String channel) {
        var proxy = new HashMap<>(Planted.person(Planted.PROXY));
        proxy.put("authorisation", Planted.AUTHORISATION);
        return new HashMap<>(Map.of(
                "procedure",
                PROCEDURE,
                "channel",
                channel,
                "receivingUnit",
                UNIT,
                "applicant",
                Planted.person(Planted.NAME),
                "submitter",
                Planted.person(Planted.NAME),
                "proxy",
                proxy,
                "content",
                Planted.CONTENT,
                "papers",
                List.of(Map.of("name", Planted.PAPER, "original", true, "copies", 1, "digitised", false))));
    }

    private String received(String channel) throws Exception {
        var answer = http.post("clerk", UNIT, "/v1/dossiers", receipt(channel));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("code").asText();
    }

    /** From receipt to return, over every step; the click replayed, its key used for something else. */
    void live() throws Exception {
        var key = UUID.randomUUID().toString();
        for (var click = 0; click < 2; click++) {
            assertThat(http.post(
                                    "clerk",
                                    UNIT,
                                    "/v1/dossiers",
                                    key,
                                    "application/json",
                                    Overheard.written(receipt("COUNTER")))
                            .status())
                    .isEqualTo(201);
        }
        assertThat(http.post(
                                "clerk",
                                UNIT,
                                "/v1/dossiers",
                                key,
                                "application/json",
                                Overheard.written(receipt("POSTAL")))
                        .status())
                .isEqualTo(422);
        code = received("COUNTER");
        take("supplement-request", STOP);
        take("supplement", Map.of());
        take("payment-request", STOP);
        take("payment", Map.of());
        take("suspension", STOP);
        take("resumption", Map.of());
        take("hand-over", Map.of("officer", "officer-7"));
        take(
                "extension",
                Map.of(
                        "dueAt",
                        OffsetDateTime.now().plusDays(30).toString(),
                        "reason",
                        Planted.REASON,
                        "apology",
                        Planted.REASON));
        take("result", Map.of("outcome", "GRANTED"));
        take("correction", Map.of("kind", "REOPEN", "reason", Planted.REASON));
        take("correction", Map.of("kind", "CHANNEL", "channel", "POSTAL", "reason", Planted.REASON));
        take("result", Map.of("outcome", "DECLINED"));
        take("return", Map.of());
        code = received("ONLINE");
        take("refusal", REASON);
        code = received("ONLINE");
        take("acceptance", Map.of());
        take("withdrawal", REASON);
        code = received("COUNTER");
        take("correction", Map.of("kind", "VOID", "reason", Planted.REASON));
        assertThat(http.step("supervisor", ROOT, code, "result", Map.of("outcome", "GRANTED"))
                        .status())
                .isEqualTo(409);
        code = received("COUNTER");
        take(
                "correction",
                Map.of(
                        "kind",
                        "PERSON",
                        "reason",
                        Planted.REASON,
                        "role",
                        "SUBMITTER",
                        "person",
                        Planted.person(Planted.PROXY)));
        take("suspension", STOP);
    }

    private void take(String step, Object body) throws Exception {
        var answer = http.step("supervisor", ROOT, code, step, body);
        assertThat(answer.status()).as(step + ": " + answer.text()).isEqualTo(200);
    }

    /** Two files: rows that are taken over, known already, refused, and not to be read at all. */
    void bring() throws Exception {
        var row = Map.of(
                "externalCode",
                "CU-1",
                "procedure",
                PROCEDURE,
                "receivingUnit",
                UNIT,
                "channel",
                "COUNTER",
                "receivedAt",
                "2025-03-03T08:00:00+07:00",
                "applicantName",
                Planted.IMPORTED);
        var differing = new HashMap<>(row);
        differing.put("applicantName", Planted.NAME);
        var unknown = new HashMap<>(row);
        unknown.put("procedure", Planted.IDENTITY);
        var lines = String.join(
                "\n",
                Overheard.written(row),
                Overheard.written(row),
                Overheard.written(differing),
                Overheard.written(unknown),
                "{\"applicantName\": \"" + Planted.IMPORTED,
                "{\"" + Planted.IMPORTED + "\": 1}",
                Planted.EMAIL);
        done("application/x-ndjson", lines);
        done(
                "text/csv",
                "externalCode,procedure,receivingUnit,channel,receivedAt,applicantName\nCU-2," + PROCEDURE + "," + UNIT
                        + ",COUNTER,2025-03-03T08:00:00+07:00," + Planted.IMPORTED);
        http.post(
                "integrator", ROOT, "/v1/imports", UUID.randomUUID().toString(), "text/csv", "a,b\n\"" + Planted.NAME);
        http.post(
                "integrator",
                ROOT,
                "/v1/imports",
                UUID.randomUUID().toString(),
                "application/x-ndjson",
                Planted.NAME + "\0");
    }

    private void done(String type, String body) throws Exception {
        var taken =
                http.post("integrator", ROOT, "/v1/imports", UUID.randomUUID().toString(), type, body);
        assertThat(taken.status()).as(taken.text()).isEqualTo(202);
        var id = taken.json().path("id").asText();
        var seen = taken;
        for (var attempt = 0;
                attempt < 300 && !seen.json().path("state").asText().equals("DONE");
                attempt++) {
            Thread.sleep(100);
            seen = http.get("integrator", ROOT, "/v1/jobs/" + id);
        }
        assertThat(seen.json().path("accepted").asInt()).as(seen.text()).isEqualTo(1);
        http.get("integrator", ROOT, "/v1/imports/" + id + "/rows?limit=200");
    }

    /** Everything there is to read. */
    void look() throws Exception {
        for (var wanted : List.of(
                Map.of("name", Planted.NAME),
                Map.of("identityNumber", Planted.IDENTITY),
                Map.of("phone", Planted.PHONE))) {
            var found = http.post("clerk", UNIT, "/v1/dossiers/search?limit=2", wanted);
            assertThat(found.json().path("items")).isNotEmpty();
            http.post(
                    "clerk",
                    UNIT,
                    "/v1/dossiers/search?limit=2&cursor="
                            + found.json().path("next").asText(),
                    wanted);
        }
        var held = http.post("supervisor", UNIT, "/v1/people/export", Map.of("identityNumber", Planted.IDENTITY));
        assertThat(held.json().path("items")).isNotEmpty();
        for (var role : List.of("officer", "auditor", "integrator")) {
            http.get(role, ROOT, "/v1/dossiers/" + code);
            http.get(role, ROOT, "/v1/dossiers/" + code + "/events");
        }
        var period = "from=2020-01-01&to=2030-01-01&unit=" + ROOT;
        for (var path : List.of(
                "/v1/dossiers?limit=200&count=capped",
                "/v1/units/" + UNIT + "/worklist?limit=200",
                "/v1/exports/dossiers",
                "/v1/statistics/on-time?" + period,
                "/v1/statistics/dossiers?cell=received.total&" + period,
                "/v1/reports/06a?" + period,
                "/v1/reports/06b?" + period)) {
            assertThat(http.get("supervisor", ROOT, path).status()).as(path).isEqualTo(200);
        }
        http.post(
                "supervisor",
                ROOT,
                "/v1/reports/frozen",
                Map.of("report", "06a", "unit", ROOT, "from", "2025-01-01", "to", "2025-06-01"));
        http.get("supervisor", ROOT, "/v1/reports/frozen");
    }

    /** The dossier that is open in the end. */
    String code() {
        return code;
    }
}
