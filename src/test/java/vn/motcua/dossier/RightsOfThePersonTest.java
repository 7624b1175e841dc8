package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.create;
import static vn.motcua.Calling.posting;
import static vn.motcua.Province.receipt;
import static vn.motcua.Province.receive;
import static vn.motcua.Province.step;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.MovableTime;
import vn.motcua.Owner;
import vn.motcua.Province;
import vn.motcua.Service;
import vn.motcua.Succeeding;
import vn.motcua.intake.Importing;

/** What a person may ask of whoever keeps data on them. */
@QuarkusTest
@Service
class RightsOfThePersonTest {

    private static final OffsetDateTime LONG_AGO = OffsetDateTime.parse("2013-01-07T09:00:00+07:00");

    @Inject
    MovableTime time;

    @Inject
    HistoryVerifier verifier;

    @Inject
    SealedFormerPeople former;

    @Inject
    EntityManager entities;

    private Province province;
    private String a;
    private String procedure;

    @BeforeEach
    void aProvince() {
        province = Province.at("H77");
        a = province.communeA();
        procedure = province.procedure(5, "WORKING_DAY");
    }

    @AfterEach
    void backToThePresent() {
        time.release();
    }

    @Test
    void all_that_is_held_on_a_person_is_given_out_whole() {
        var number = number();
        var code = receivedOf(a, person("Nguyễn Thị Mai", number));
        step("officer", a, code, "suspension", Map.of("reason", "Chờ xác minh", "legalBasis", "Điều 5"))
                .then()
                .statusCode(200);

        exportedBy("supervisor", a, Map.of("identityNumber", number))
                .body("items", hasSize(1))
                .body("items[0].dossier.code", is(code))
                .body("items[0].role", is("APPLICANT"))
                .body("items[0].person.name", is("Nguyễn Thị Mai"))
                .body("items[0].person.identity.number", is(number))
                .body("items[0].person.phone", is("0912345678"))
                .body("items[0].person.address.text", is("12 Lê Lợi"))
                .body("items[0].former", hasSize(0))
                .body("items[0].content", is("Xin cấp bản sao"))
                .body("items[0].texts.text", hasItem("Chờ xác minh"));
    }

    @Test
    void what_others_hold_on_the_person_is_theirs_to_give_out() {
        var number = number();
        var mine = receivedOf(a, person("Trần Văn Nam", number));
        var theirs = receivedOf(province.communeB(), person("Trần Văn Nam", number));

        exportedBy("supervisor", a, Map.of("identityNumber", number)).body("items.dossier.code", contains(mine));
        exportedBy("supervisor", province.root(), Map.of("identityNumber", number))
                .body("items.dossier.code", contains(theirs, mine));
    }

    @Test
    void somebody_without_a_number_is_asked_for_as_one_of_a_dossier() {
        var code = receivedOf(a, Map.of("kind", "CITIZEN", "name", "Lê Thị Hoa"));
        receivedOf(a, Map.of("kind", "CITIZEN", "name", "Lê Thị Hoa"));

        exportedBy("supervisor", a, Map.of("dossier", code, "role", "APPLICANT"))
                .body("items.dossier.code", contains(code));
        exportedBy("supervisor", a, Map.of("dossier", code, "role", "PROXY")).body("items", hasSize(0));
        exportedBy("supervisor", province.communeB(), Map.of("dossier", code, "role", "APPLICANT"))
                .body("items", hasSize(0));
    }

    @Test
    void who_is_applicant_and_submitter_is_there_twice_page_by_page() {
        var number = number();
        var receipt = receipt(procedure, a, "COUNTER");
        receipt.put("applicant", person("Phạm Văn Tư", number));
        receipt.put("submitter", person("Phạm Văn Tư", number));
        receive(as("clerk", a), receipt).then().statusCode(201);

        var body = Map.of("identityNumber", number);
        var first = exported("supervisor", a, body, Map.of("limit", 1)).then().statusCode(200);
        var second = exported(
                        "supervisor",
                        a,
                        body,
                        Map.of("limit", 1, "cursor", first.extract().<String>path("next")))
                .then()
                .body("next", nullValue());
        assertThat(List.of(
                        first.extract().<String>path("items[0].role"),
                        second.extract().<String>path("items[0].role")))
                .containsExactlyInAnyOrder("APPLICANT", "SUBMITTER");
    }

    @Test
    void one_way_of_asking_is_needed_and_only_one() {
        for (var body : List.<Map<String, ?>>of(
                Map.of(),
                Map.of("dossier", "H77.1-260105-0001"),
                Map.of("role", "PROXY"),
                Map.of("identityNumber", "001085012345", "dossier", "H77.1-260105-0001", "role", "PROXY"))) {
            exported("supervisor", a, body, Map.of()).then().statusCode(400);
        }
    }

    @Test
    void a_corrected_person_is_right_from_now_on_and_what_was_said_before_is_kept() {
        var wrong = number();
        var right = number();
        var code = receivedOf(a, person("Nguyễn Thị May", wrong));

        corrected(code, "APPLICANT", person("Nguyễn Thị Mai", right)).then().statusCode(200);

        as("officer", a).get("/v1/dossiers/" + code).then().body("applicant.name", is("Nguyễn Thị Mai"));
        exportedBy("supervisor", a, Map.of("identityNumber", wrong)).body("items", hasSize(0));
        exportedBy("supervisor", a, Map.of("identityNumber", right))
                .body("items[0].former.name", contains("Nguyễn Thị May"))
                .body("items[0].former.identity.number", contains(wrong));
        var history = as("auditor", a).get("/v1/dossiers/" + code + "/events").asString();
        assertThat(history)
                .contains("PERSON_CORRECTED")
                .doesNotContain("Nguyễn")
                .doesNotContain(wrong);
        assertThat(differences(code)).isEmpty();
    }

    @Test
    void what_is_right_already_is_no_correction() {
        var said = person("Nguyễn Thị Mai", number());
        var code = receivedOf(a, said);

        corrected(code, "APPLICANT", said).then().statusCode(409).body("code", is("correction-changes-nothing"));
    }

    @Test
    void people_of_a_void_dossier_are_set_right_like_any_others() {
        var right = number();
        var code = receivedOf(a, person("Nguyễn Thị Mai", number()));
        step("supervisor", a, code, "correction", Map.of("kind", "VOID", "reason", "Nhập hai lần"))
                .then()
                .statusCode(200);

        corrected(code, "APPLICANT", person("Nguyễn Thị Mai", right)).then().statusCode(200);
        exportedBy("supervisor", a, Map.of("identityNumber", right)).body("items.dossier.code", contains(code));
    }

    @Test
    void a_row_is_known_again_whoever_its_applicant_is_said_to_be_since() throws Exception {
        var row =
                """
                {"externalCode": "%s", "procedure": "%s", "receivingUnit": "%s", "channel": "COUNTER", \
                "receivedAt": "2013-01-07T09:00:00+07:00", "finishedAt": "2013-01-08T09:00:00+07:00", \
                "applicantName": "Nguyễn Thị May"}"""
                        .formatted(number(), procedure, a);
        var code = (String) outcome(row).get("code");
        corrected(code, "APPLICANT", Map.of("kind", "CITIZEN", "name", "Nguyễn Thị Mai"))
                .then()
                .statusCode(200);
        assertThat(outcome(row)).containsEntry("outcome", "UNCHANGED").containsEntry("code", code);

        letGo(a, "2013-02-01", 1);
        assertThat(outcome(row)).containsEntry("outcome", "UNCHANGED").containsEntry("code", code);
        assertThat(outcome(row.replace("COUNTER", "POSTAL"))).containsEntry("problem", "import-differs");
    }

    private Map<String, Object> outcome(String row) throws InterruptedException {
        return Importing.rows(a, Importing.run(a, row).path("id")).get(1);
    }

    @Test
    void what_was_said_before_is_sealed_again_when_the_keys_change() {
        var wrong = number();
        var code = receivedOf(a, person("Nguyễn Thị May", wrong));
        corrected(code, "APPLICANT", person("Nguyễn Thị Mai", number())).then().statusCode(200);
        Owner.does("update dossier_person_former set key_id = 1"
                + " where dossier = (select id from dossier where code = '" + code + "')");

        var before = sealedFormerly(code);

        assertThat(former.sealedEarlier()).isEqualTo(1);
        assertThat(former.sealAgain()).isEqualTo(1);
        assertThat(former.sealedEarlier()).isZero();
        assertThat(sealedFormerly(code)).isNotEqualTo(before);
        exportedBy("supervisor", a, Map.of("dossier", code, "role", "APPLICANT"))
                .body("items[0].former.identity.number", contains(wrong));
    }

    private byte[] sealedFormerly(String code) {
        return QuarkusTransaction.requiringNew().call(() -> (byte[]) entities.createNativeQuery(
                        "select f.sealed from dossier_person_former f join dossier on id = dossier where code = ?1")
                .setParameter(1, code)
                .getSingleResult());
    }

    @Test
    void who_is_none_of_its_people_cannot_be_corrected() {
        var code = receivedOf(a, person("Nguyễn Thị Mai", number()));

        corrected(code, "PROXY", person("Nguyễn Thị Mai", number()))
                .then()
                .statusCode(404)
                .body("code", is("person-unknown"));
    }

    @Test
    void people_are_kept_for_as_long_as_the_rule_says() {
        ordered(a, "2020-01-01").then().statusCode(409).body("code", is("people-still-kept"));
    }

    @Test
    void people_of_another_unit_are_not_the_callers_to_let_go_of() {
        var body = Map.of("unit", province.communeB(), "endedBefore", "2014-01-01", "legalBasis", "Luật 91/2025/QH15");

        posting(as("supervisor", a), body)
                .post("/v1/people/anonymisation")
                .then()
                .statusCode(403);
    }

    @Test
    void people_are_let_go_of_when_the_years_are_over_and_nothing_else_changes() throws Exception {
        var number = number();
        time.setTo(LONG_AGO.toInstant());
        var old = receivedOf(a, person("Nguyễn Thị Mai", number));
        corrected(old, "APPLICANT", person("Nguyễn Thị Mai Anh", number)).then().statusCode(200);
        step("clerk", a, old, "withdrawal", Map.of("reason", "Bà Mai không còn nhu cầu"))
                .then()
                .statusCode(200);
        var open = receivedOf(a, person("Nguyễn Thị Mai", number));
        var theirs = receivedOf(province.communeB(), person("Nguyễn Thị Mai", number));
        step("clerk", province.communeB(), theirs, "withdrawal", Map.of("reason", "Rút"))
                .then()
                .statusCode(200);
        time.release();
        var counted = figures();

        letGo(a, "2014-01-01", 1);

        as("officer", a)
                .get("/v1/dossiers/" + old)
                .then()
                .body("status", is("WITHDRAWN"))
                .body("applicant.kind", is("CITIZEN"))
                .body("applicant.name", nullValue())
                .body("applicant.identity", nullValue())
                .body("content", nullValue());
        as("officer", a).get("/v1/dossiers/" + open).then().body("applicant.name", notNullValue());
        as("officer", province.communeB()).get("/v1/dossiers/" + theirs).then().body("applicant.name", notNullValue());
        exportedBy("supervisor", a, Map.of("dossier", old, "role", "APPLICANT"))
                .body("items[0].person.name", nullValue())
                .body("items[0].former", hasSize(0))
                .body("items[0].texts", hasSize(0));
        for (var wanted : List.of(
                Map.of("name", "nguyen thi mai"), Map.of("identityNumber", number), Map.of("phone", "0912345678"))) {
            found(wanted).body("items.code", hasItem(open)).body("items.code", not(hasItem(old)));
        }
        exportedBy("supervisor", a, Map.of("identityNumber", number)).body("items.dossier.code", contains(open));
        assertThat(figures()).isEqualTo(counted);
        assertThat(differences(old)).isEmpty();
        as("auditor", a)
                .get("/v1/dossiers/" + old + "/events")
                .then()
                .body("items.last().facts.type", is("ANONYMISED"));
    }

    @Test
    void what_has_no_people_any_more_takes_no_correction() throws Exception {
        time.setTo(LONG_AGO.plusYears(1).toInstant());
        var old = receivedOf(a, person("Nguyễn Thị Mai", number()));
        step("clerk", a, old, "withdrawal", Map.of("reason", "Rút")).then().statusCode(200);
        time.release();
        letGo(a, "2015-01-01", 1);

        corrected(old, "APPLICANT", person("Nguyễn Thị Mai", number()))
                .then()
                .statusCode(409)
                .body("code", is("dossier-anonymised"));
        for (var member : Map.of(
                        "REOPEN", Map.<String, String>of(),
                        "VOID", Map.<String, String>of(),
                        "PROCEDURE", Map.of("procedure", province.procedure(2, "WORKING_DAY")),
                        "UNIT", Map.of("unit", province.communeB()),
                        "CHANNEL", Map.of("channel", "POSTAL"))
                .entrySet()) {
            var body = new HashMap<>(member.getValue());
            body.put("kind", member.getKey());
            body.put("reason", "Bà Mai gọi lại");
            step("supervisor", a, old, "correction", body)
                    .then()
                    .statusCode(409)
                    .body("code", is("dossier-anonymised"));
        }
    }

    @Test
    void heirs_share_the_dossiers_of_those_who_were_let_go_of_and_let_go_of_the_others() throws Exception {
        var split = Province.at("H78");
        var there = split.procedure(5, "WORKING_DAY");
        time.setTo(LONG_AGO.toInstant());
        var forgotten = withdrawnFrom(split.communeA(), there, "00002");
        time.setTo(LONG_AGO.plusYears(2).toInstant());
        var remembered = withdrawnFrom(split.communeA(), there, "00002");
        time.release();
        letGo(split.communeA(), "2014-01-01", 1);

        for (var heir : List.of("H78.3", "H78.4")) {
            create(
                    as("catalogue", "H78"),
                    "/v1/units/" + heir,
                    Map.of("name", "Xã mới", "level", "COMMUNE", "parent", "H78", "validFrom", "2025-07-01"));
        }
        Succeeding.done(
                "H78",
                split.communeA(),
                Succeeding.by(
                        "SPLIT",
                        "2025-07-01",
                        List.of(Map.of("unit", "H78.3", "areas", List.of("00002")), Map.of("unit", "H78.4"))));

        for (var code : List.of(forgotten, remembered)) {
            as("supervisor", "H78.3").get("/v1/dossiers/" + code).then().body("heirs.competentUnit", is("H78.3"));
        }
        letGo("H78.3", "2016-01-01", 1);
        as("supervisor", "H78.3").get("/v1/dossiers/" + remembered).then().body("applicant.name", nullValue());
    }

    private String withdrawnFrom(String unit, String ofProcedure, String area) {
        var receipt = receipt(ofProcedure, unit, "COUNTER");
        receipt.put("applicant", Map.of("kind", "CITIZEN", "name", "Vũ Thị Lan", "address", Map.of("areaCode", area)));
        String code = receive(as("clerk", unit), receipt)
                .then()
                .statusCode(201)
                .extract()
                .path("code");
        step("clerk", unit, code, "withdrawal", Map.of("reason", "Rút")).then().statusCode(200);
        return code;
    }

    private ValidatableResponse found(Map<String, String> wanted) {
        return as("clerk", a)
                .contentType(ContentType.JSON)
                .body(wanted)
                .queryParam("limit", 200)
                .post("/v1/dossiers/search")
                .then()
                .statusCode(200);
    }

    private String receivedOf(String unit, Map<String, ?> applicant) {
        var receipt = receipt(procedure, unit, "COUNTER");
        receipt.put("applicant", applicant);
        receipt.put("content", "Xin cấp bản sao");
        return receive(as("clerk", unit), receipt)
                .then()
                .statusCode(201)
                .extract()
                .path("code");
    }

    private static Map<String, ?> person(String name, String number) {
        return Map.of(
                "kind",
                "CITIZEN",
                "name",
                name,
                "identity",
                Map.of("kind", "CCCD", "number", number),
                "phone",
                "0912345678",
                "address",
                Map.of("text", "12 Lê Lợi"));
    }

    private static String number() {
        return "P"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 11).toUpperCase(java.util.Locale.ROOT);
    }

    private Response corrected(String code, String role, Map<String, ?> person) {
        var body = Map.of("kind", "PERSON", "reason", "Nhập sai", "role", role, "person", person);
        return step("supervisor", a, code, "correction", body);
    }

    private static Response exported(String role, String unit, Map<String, ?> body, Map<String, ?> query) {
        return as(role, unit)
                .contentType(ContentType.JSON)
                .body(body)
                .queryParams(query)
                .post("/v1/people/export");
    }

    private static ValidatableResponse exportedBy(String role, String unit, Map<String, ?> body) {
        return exported(role, unit, body, Map.of()).then().statusCode(200);
    }

    private static Response ordered(String unit, String endedBefore) {
        return posting(as("supervisor", unit), Map.of("endedBefore", endedBefore, "legalBasis", "Luật 91/2025/QH15"))
                .post("/v1/people/anonymisation");
    }

    private static void letGo(String unit, String endedBefore, int dossiers) throws InterruptedException {
        var job = ordered(unit, endedBefore).then().statusCode(202).extract().header("Location");
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!as("supervisor", unit).get(job).path("state").equals("DONE")) {
            assertThat(System.nanoTime()).as("the job is not done").isLessThan(end);
            Thread.sleep(50);
        }
        as("supervisor", unit).get(job).then().body("accepted", is(dossiers));
    }

    private String figures() {
        return as("supervisor", province.root())
                .get("/v1/statistics/on-time?from=2013-01-01&to=2014-01-01&groupBy=unit")
                .then()
                .statusCode(200)
                .body("groups", not(Matchers.empty()))
                .extract()
                .jsonPath()
                .getList("groups")
                .toString();
    }

    private List<String> differences(String code) {
        return verifier.verify().stream().filter(said -> said.contains(code)).toList();
    }
}
