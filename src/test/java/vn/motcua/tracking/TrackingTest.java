package vn.motcua.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.nobody;
import static vn.motcua.Province.receipt;
import static vn.motcua.Province.receive;
import static vn.motcua.Province.step;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.MovableTime;
import vn.motcua.Owner;
import vn.motcua.Province;
import vn.motcua.Service;
import vn.motcua.http.Language;
import vn.motcua.intake.Importing;

/** What a citizen is told with code and secret, and that nobody is told anything without. */
@QuarkusTest
@Service
class TrackingTest {

    private static final Map<String, Object> NOTHING = Map.of();

    @Inject
    EntityManager entities;

    @Inject
    MovableTime time;

    private Province province;
    private String procedure;

    @BeforeEach
    void a_province() {
        province = Province.at("H97");
        procedure = province.procedure(2, "WORKING_DAY");
    }

    @AfterEach
    void the_present_again() {
        time.release();
    }

    @Test
    void a_receipt_carries_a_secret_that_opens_the_dossier_however_it_is_typed() {
        var received = received("COUNTER");
        String code = received.path("code");
        String secret = received.path("trackingSecret");

        assertThat(secret).matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}");
        track(code, secret)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("code", is(code))
                .body("status", is("RECEIVED"))
                .body("statusNumber", is(2))
                .body("words", is("Hồ sơ đã được tiếp nhận"))
                .body("procedure", is(procedure))
                .body("firstDueAt", is(received.<String>path("firstDueAt")))
                .body("dueAt", is(received.<String>path("dueAt")))
                .body("unit", equalTo(Map.of("code", province.communeA(), "name", "Đơn vị " + province.communeA())));
        var typed = secret.toLowerCase().replace('-', ' ').replace('0', 'o').replace('1', 'l');
        track(" " + code.toLowerCase() + " ", typed).then().statusCode(200);
        track(code, secret.replace("-", "").replace('1', 'I').replace('0', 'O'))
                .then()
                .statusCode(200);
    }

    @Test
    void the_words_are_in_the_language_asked_for() {
        var received = received("COUNTER");
        nobody().header("Accept-Language", "en")
                .contentType(ContentType.JSON)
                .body(question(received.path("code"), received.path("trackingSecret")))
                .post("/v1/tracking")
                .then()
                .body("words", is("Received"));
    }

    @Test
    void a_repeated_receipt_repeats_the_secret_though_nothing_holds_it() {
        var key = UUID.randomUUID().toString();
        var first = receiveWith(key);
        var again = receiveWith(key);

        assertThat(again.asString()).isEqualTo(first.asString());
        String secret = first.path("trackingSecret");
        assertThat(secret).isNotBlank();
        assertThat(keptFor(key)).contains(first.<String>path("code")).doesNotContain(secret, "trackingSecret");
        step("officer", province.communeA(), first.path("code"), "suspension", why())
                .then()
                .statusCode(200)
                .body("trackingSecret", nullValue());
        as("clerk", province.communeA())
                .get("/v1/dossiers/" + first.path("code"))
                .then()
                .body("trackingSecret", nullValue());
    }

    @Test
    void a_secret_given_out_again_opens_and_those_before_do_not() {
        var received = received("COUNTER");
        String code = received.path("code");
        String first = received.path("trackingSecret");
        var key = UUID.randomUUID().toString();
        var given = reissue("clerk", province.communeA(), code, key);

        given.then().statusCode(200).header("ETag", received.header("ETag")).body("issue", is(2));
        String second = given.path("trackingSecret");
        assertThat(second).isNotEqualTo(first);
        assertThat(reissue("clerk", province.communeA(), code, key).asString()).isEqualTo(given.asString());
        assertThat(keptFor(key)).doesNotContain(second, "trackingSecret");
        track(code, first).then().statusCode(404);
        track(code, second).then().statusCode(200);

        var third =
                reissue("clerk", province.communeA(), code, UUID.randomUUID().toString());
        third.then().body("issue", is(3));
        track(code, second).then().statusCode(404);
        track(code, third.path("trackingSecret")).then().statusCode(200);
    }

    @Test
    void only_the_desk_that_receives_gives_out_a_secret_again() {
        String code = received("COUNTER").path("code");
        reissue("clerk", province.communeB(), code, "1").then().statusCode(404);
        reissue("dashboard", province.communeA(), code, "2").then().statusCode(403);
        step("officer", province.communeA(), code, "hand-over", Map.of("unit", province.department()))
                .then()
                .statusCode(200);
        reissue("officer", province.department(), code, "3")
                .then()
                .statusCode(403)
                .body("code", is("side-forbids"));
        reissue("clerk", province.root(), code, "4").then().statusCode(200);
    }

    @Test
    void the_database_itself_keeps_every_issue() {
        String code = received("COUNTER").path("code");
        reissue("clerk", province.communeA(), code, "5").then().statusCode(200);
        for (var change : List.of(
                "update tracking_issue set issue = 9 where dossier = '" + code + "'",
                "delete from tracking_issue where dossier = '" + code + "'",
                "truncate tracking_issue")) {
            assertThatThrownBy(() -> Owner.does(change)).hasMessageContaining("append-only");
        }
    }

    @Test
    void an_imported_dossier_gets_its_first_secret_at_the_desk() throws Exception {
        var code = province.communeA() + "-260105-0901";
        var row =
                """
                {"code": "%s", "procedure": "%s", "receivingUnit": "%s", "channel": "COUNTER", \
                "receivedAt": "2026-01-05T08:00:00+07:00", "finishedAt": "2026-01-06T08:00:00+07:00"}"""
                        .formatted(code, procedure, province.communeA());
        var sent = Importing.send(
                province.root(), "application/x-ndjson", row, UUID.randomUUID().toString());
        Importing.finished(province.root(), sent.header("Location"));

        String secret = reissue("clerk", province.communeA(), code, "6").path("trackingSecret");
        track(code, secret)
                .then()
                .statusCode(200)
                .body("status", is("FINISHED"))
                .body("verdict", is("EARLY"))
                .body("finishedAt", notNullValue());
    }

    @Test
    void what_stopped_the_clock_is_told_and_until_when_to_answer() {
        var received = received("COUNTER");
        step(
                        "officer",
                        province.communeA(),
                        received.path("code"),
                        "supplement-request",
                        Map.of("reason", "Ông Trần Văn Bí Mật chưa ký", "legalBasis", "Điều 17"))
                .then()
                .statusCode(200);
        var told = tracked(received);
        told.then()
                .body("status", is("AWAITING_SUPPLEMENT"))
                .body("stopped.kind", is("SUPPLEMENT"))
                .body("stopped.words", notNullValue())
                .body("stopped.since", notNullValue())
                .body("stopped.answerBy", notNullValue())
                .body("dueAt", nullValue());
        assertThat(told.asString()).doesNotContain("Bí Mật", "demo-");
        step("clerk", province.communeA(), received.path("code"), "supplement", NOTHING)
                .then()
                .statusCode(200);
        tracked(received).then().body("stopped", nullValue()).body("dueAt", notNullValue());
    }

    @Test
    void lateness_and_the_apology_for_it_are_told() {
        time.setTo(Instant.parse("2026-01-05T01:00:00Z"));
        var received = received("COUNTER");
        tracked(received).then().body("overdue", nullValue()).body("firstDueDate", is("2026-01-07"));
        time.setTo(Instant.parse("2026-01-08T02:00:00Z"));
        tracked(received).then().body("overdue.since", is("2026-01-07")).body("overdue.words", notNullValue());
        step(
                        "officer",
                        province.communeA(),
                        received.path("code"),
                        "extension",
                        Map.of(
                                "dueAt", "2026-01-12T10:00:00+07:00",
                                "reason", "Bà Lê Thị Kín nghỉ ốm",
                                "apology", "Xin lỗi ông Nguyễn Văn Riêng",
                                "whyNotInTime", "Bà Kín nghỉ"))
                .then()
                .statusCode(200);
        var told = tracked(received);
        told.then()
                .body("apology.dueAt", is("2026-01-12T10:00:00+07:00"))
                .body("apology.at", is("2026-01-08T09:00:00+07:00"))
                .body("dueDate", is("2026-01-12"))
                .body("firstDueDate", is("2026-01-07"))
                .body("overdue.since", is("2026-01-07"));
        assertThat(told.asString()).doesNotContain("Kín", "Riêng");
        time.setTo(Instant.parse("2026-01-09T02:00:00Z"));
        step("officer", province.communeA(), received.path("code"), "result", Map.of("outcome", "GRANTED"));
        tracked(received)
                .then()
                .body("status", is("FINISHED"))
                .body("words", is("Đã có kết quả, mời nhận"))
                .body("verdict", is("LATE"))
                .body("overdue", nullValue());
    }

    @Test
    void a_dossier_entered_by_mistake_says_so_to_whoever_holds_its_receipt() {
        var received = received("COUNTER");
        step(
                        "supervisor",
                        province.communeA(),
                        received.path("code"),
                        "correction",
                        Map.of("kind", "VOID", "reason", "Nhập hai lần"))
                .then()
                .statusCode(200);
        tracked(received)
                .then()
                .body("voided", is(true))
                .body("words", is(new TrackingWords(Language.VIETNAMESE).mistaken()));
    }

    @Test
    void nobody_is_named_in_any_answer() {
        var received = received("ONLINE");
        var told = tracked(received).asString();
        assertThat(told).doesNotContain("Nguyễn", "Mai", "demo-", "applicant", "officer");
    }

    @Test
    void whatever_is_wrong_is_answered_alike() {
        var mine = received("COUNTER");
        var other = received("COUNTER");
        String code = mine.path("code");
        String secret = mine.path("trackingSecret");
        var answers = List.of(
                question(code, "AAAA-AAAA-AAAA-AAAA"),
                question(code, other.path("trackingSecret")),
                question(code, ""),
                question(code, "\u00e1 \ud83d\ude00"),
                question(code, "A".repeat(100)),
                question(province.communeA() + "-990105-9999", secret),
                question("H01.1-260105-0001", secret),
                question("", ""),
                question("'; drop table dossier", secret),
                question("?".repeat(100), secret));
        for (var language : List.of("vi", "en")) {
            assertThat(answers.stream().map(asked -> refusal(asked, language)).distinct())
                    .singleElement()
                    .asString()
                    .contains("404", "not-found-by-secret");
        }
        nobody().contentType(ContentType.JSON)
                .body(question("A".repeat(101), secret))
                .post("/v1/tracking")
                .then()
                .statusCode(400);
    }

    private static String refusal(Map<String, String> asked, String language) {
        var answer = nobody().header("Accept-Language", language)
                .contentType(ContentType.JSON)
                .body(asked)
                .post("/v1/tracking");
        assertThat(answer.statusCode()).as(asked.toString()).isEqualTo(404);
        var headers = answer.headers().asList().stream()
                .filter(header -> !header.getName().startsWith("RateLimit"))
                .toList();
        return headers + answer.asString().replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
    }

    private Response received(String channel) {
        var received = receive(as("clerk", province.communeA()), receipt(procedure, province.communeA(), channel));
        assertThat(received.statusCode()).as(received.asString()).isEqualTo(201);
        return received;
    }

    private Response receiveWith(String key) {
        var answer = as("clerk", province.communeA())
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(receipt(procedure, province.communeA(), "COUNTER"))
                .post("/v1/dossiers");
        assertThat(answer.statusCode()).isEqualTo(201);
        return answer;
    }

    private String keptFor(String key) {
        return (String) entities.createNativeQuery("select body from idempotency_key where key = ?1")
                .setParameter(1, key)
                .getSingleResult();
    }

    private static Response reissue(String role, String unit, String code, String key) {
        return as(role, unit)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(NOTHING)
                .post("/v1/dossiers/" + code + "/tracking-secret");
    }

    private static Map<String, String> why() {
        return Map.of("reason", "Thiếu giấy", "legalBasis", "Điều 17");
    }

    private static Map<String, String> question(String code, String secret) {
        return Map.of("code", code, "secret", secret);
    }

    private static Response track(String code, String secret) {
        return nobody().contentType(ContentType.JSON)
                .body(question(code, secret))
                .post("/v1/tracking");
    }

    private static Response tracked(Response received) {
        var told = track(received.path("code"), received.path("trackingSecret"));
        assertThat(told.statusCode()).as(told.asString()).isEqualTo(200);
        return told;
    }
}
