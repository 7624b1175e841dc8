package vn.motcua.abuse;

import static vn.motcua.abuse.Bad.post;

import java.util.stream.Stream;

/** Dossiers that cannot be received, and searches that cannot be made. */
final class BadReceipts {

    private static final String PATH = "/v1/dossiers";
    private static final Json RECEIPT = Json.of(
            "procedure", "'<procedure>'",
            "channel", "'COUNTER'",
            "receivingUnit", "'<unit>'",
            "applicant", "{'kind': 'CITIZEN', 'name': 'Nguyễn Thị Mai'}");

    private BadReceipts() {}

    static Stream<Bad> all() {
        return Stream.of(codes(), people(), papers(), times(), onTheSpot(), rights(), keys(), searches())
                .flatMap(some -> some);
    }

    private static Bad receive(String name, String value) {
        return post(PATH, RECEIPT.with(name, value));
    }

    private static Bad applicant(String members) {
        return receive("applicant", "{'kind': 'CITIZEN', 'name': 'An', " + members + "}");
    }

    private static Stream<Bad> codes() {
        return Stream.of(
                post(PATH, RECEIPT.without("procedure")).at("/procedure"),
                post(PATH, RECEIPT.without("channel")).at("/channel"),
                post(PATH, RECEIPT.without("receivingUnit")).at("/receivingUnit"),
                post(PATH, RECEIPT.without("applicant")).at("/applicant"),
                receive("procedure", "null").at("/procedure"),
                receive("procedure", "1.004194").at("/procedure"),
                receive("procedure", "'1.4'").at("/procedure"),
                receive("procedure", "{'value': '<procedure>'}").at("/procedure"),
                receive("procedure", "'1.00419\u0664'").at("/procedure"),
                receive("procedure", "'9.999999'").refused(404, "procedure-unknown"),
                receive("channel", "'counter'").at("/channel"),
                receive("channel", "0").at("/channel"),
                receive("channel", "['COUNTER']").at("/channel"),
                receive("receivingUnit", "'X01..1'").at("/receivingUnit"),
                receive("receivingUnit", "'<unit> '").at("/receivingUnit"),
                receive("receivingUnit", "'X01" + ".1".repeat(20_000) + "'").at("/receivingUnit"),
                receive("receivingUnit", "'X01.77'").refused(404, "unit-unknown"),
                receive("handInUnit", "'X01.77'").refused(404, "unit-unknown"),
                receive("handInUnit", "[]").at("/handInUnit"),
                receive("competentUnit", "'X01.77'").refused(404, "unit-unknown"),
                receive("competentUnit", "''").at("/competentUnit"),
                receive("case", "'Khác'").refused(400, "case-unknown"),
                receive("case", "'" + "x".repeat(900_000) + "'").refused(400, "case-unknown"),
                receive("case", "1").at("/case"),
                receive("case", "'\\u0000'").at("/case"),
                receive("externalCode", "''").at("/externalCode"),
                receive("externalCode", "'" + "x".repeat(101) + "'").at("/externalCode"),
                receive("externalCode", "'a\\tb'").at("/externalCode"),
                receive("externalCode", "'a\\ud800'").at("/externalCode"),
                receive("externalCode", "17").at("/externalCode"),
                receive("content", "'" + "x".repeat(4_001) + "'").at("/content"),
                receive("content", "'\\u0000'").at("/content"),
                receive("delivery", "'PIGEON'").at("/delivery"),
                receive("colour", "'red'").at("/colour"),
                receive("code", "'X01.1-260105-0001'").at("/code"),
                receive("status", "'FINISHED'").at("/status"),
                receive("finishedAt", "'2026-01-05T08:00:00+07:00'").at("/finishedAt"));
    }

    private static Stream<Bad> people() {
        return Stream.of(
                receive("applicant", "'An'").at("/applicant"),
                receive("applicant", "[]").at("/applicant"),
                receive("applicant", "{}").at("/applicant/kind"),
                receive("applicant", "{'kind': 'CITIZEN'}").at("/applicant/name"),
                receive("applicant", "{'kind': 'CITIZEN', 'name': ''}").at("/applicant/name"),
                receive("applicant", "{'kind': 'CITIZEN', 'name': ' \\t\\n'}").at("/applicant/name"),
                receive("applicant", "{'kind': 'CITIZEN', 'name': 7}").at("/applicant/name"),
                receive("applicant", "{'kind': 'CITIZEN', 'name': 'A\\u0000'}").at("/applicant/name"),
                receive("applicant", "{'kind': 'CITIZEN', 'name': '" + "x".repeat(501) + "'}")
                        .at("/applicant/name"),
                receive("applicant", "{'kind': 'MARTIAN', 'name': 'An'}").at("/applicant/kind"),
                applicant("'kind': 'CITIZEN'").refused(400, "invalid-request"),
                applicant("'colour': 1").at("/applicant/colour"),
                applicant("'phone': 912345678").at("/applicant/phone"),
                applicant("'phone': 'call me'").at("/applicant/phone"),
                applicant("'phone': '٠٩١٢٣٤٥'").at("/applicant/phone"),
                applicant("'phone': '" + "1".repeat(33) + "'").at("/applicant/phone"),
                applicant("'email': 'an'").at("/applicant/email"),
                applicant("'email': 'a@b@c'").at("/applicant/email"),
                applicant("'email': '" + "a@".repeat(50_000) + "'").at("/applicant/email"),
                applicant("'identity': '001085012345'").at("/applicant/identity"),
                applicant("'identity': {'kind': 'CCCD'}").at("/applicant/identity/number"),
                applicant("'identity': {'kind': 'CCCD', 'number': 1085012345}").at("/applicant/identity/number"),
                applicant("'identity': {'kind': '', 'number': '1'}").at("/applicant/identity/kind"),
                applicant("'address': {'areaCode': '004'}").at("/applicant/address/areaCode"),
                applicant("'address': {'areaCode': 4}").at("/applicant/address/areaCode"),
                applicant("'address': '12 Lê Lợi'").at("/applicant/address"),
                receive("submitter", "{'kind': 'CITIZEN'}").at("/submitter/name"),
                receive("proxy", "{'kind': 'CITIZEN', 'name': 'An', 'authorisation': 1}")
                        .at("/proxy/authorisation"));
    }

    private static Stream<Bad> papers() {
        var paper = "{'name': 'Tờ khai', 'original': true, 'copies': 1, 'digitised': true}";
        return Stream.of(
                receive("papers", "{}").at("/papers"),
                receive("papers", "'Tờ khai'").at("/papers"),
                receive("papers", "[null]").at("/papers/0"),
                receive("papers", "['Tờ khai']").at("/papers/0"),
                receive("papers", "[[" + paper + "]]").at("/papers/0"),
                receive("papers", "[" + (paper + ", ").repeat(200) + paper + "]")
                        .at("/papers"),
                receive("papers", "[" + paper.replace("true", "1") + "]").at("/papers/0/original"),
                receive("papers", "[" + paper.replace("true", "'true'") + "]").at("/papers/0/original"),
                receive("papers", "[" + paper.replace("true", "null") + "]").at("/papers/0/original"),
                receive("papers", "[" + paper.replace("1", "-1") + "]").at("/papers/0/copies"),
                receive("papers", "[" + paper.replace("1", "1001") + "]").at("/papers/0/copies"),
                receive("papers", "[" + paper.replace("1", "1.5") + "]").at("/papers/0/copies"),
                receive("papers", "[" + paper.replace("1", "'1'") + "]").at("/papers/0/copies"),
                receive("papers", "[" + paper.replace("1", "true") + "]").at("/papers/0/copies"),
                receive("papers", "[" + paper.replace("1", "2147483648") + "]").at("/papers/0/copies"),
                receive("papers", "[" + paper.replace("1", "1E+100000000") + "]")
                        .at("/papers/0/copies"),
                receive("papers", "[" + paper.replace("1", "1e-900000000") + "]")
                        .at("/papers/0/copies"),
                receive("papers", "[" + paper + ", {'name': 'x'}]").at("/papers/1/original"));
    }

    private static Stream<Bad> times() {
        return Stream.of(
                receive("receivedAt", "'2026-01-05T08:00:00+07:00'").refused(400, "late-entry-without-reason"),
                receive("lateReason", "'Mất mạng'").refused(400, "late-entry-without-reason"),
                receive("lateReason", "''").at("/lateReason"),
                late("'2020-01-05T08:00:00+07:00'").refused(400, "late-entry-too-old"),
                late("'0000-01-01T00:00:00Z'").refused(400, "late-entry-too-old"),
                late("'9999-12-31T23:59:59-18:00'").refused(400, "late-entry-too-old"),
                late("'2099-01-01T00:00:00Z'").refused(400, "late-entry-too-old"),
                late("'10000-01-01T00:00:00Z'").at("/receivedAt"),
                late("'2026-02-30T08:00:00+07:00'").at("/receivedAt"),
                late("'2026-01-05T08:00:00+25:00'").at("/receivedAt"),
                late("'2026-01-05T08:00:00'").at("/receivedAt"),
                late("1767600000").at("/receivedAt"));
    }

    private static Bad late(String receivedAt) {
        return post(PATH, RECEIPT.with("receivedAt", receivedAt).with("lateReason", "'Mất mạng'"));
    }

    private static Stream<Bad> onTheSpot() {
        return Stream.of(
                receive("return", "{}").refused(400, "return-without-result"),
                receive("result", "{}").at("/result/outcome"),
                receive("result", "'GRANTED'").at("/result"),
                receive("result", "{'outcome': 'MAYBE'}").at("/result/outcome"),
                receive("accepted", "'true'").at("/accepted"),
                receive("accepted", "1").at("/accepted"),
                post(PATH, RECEIPT.with("accepted", "false").with("result", "{'outcome': 'GRANTED'}"))
                        .refused(400, "on-the-spot-not-accepted"));
    }

    private static Stream<Bad> rights() {
        return Stream.of(
                receive("receivingUnit", "'X02.1'").refused(403, "unit-out-of-reach"),
                post(PATH, RECEIPT).by("clerk", "X01.2").refused(403, "unit-out-of-reach"),
                post(PATH, RECEIPT).by("clerk", "X03").refused(403, "unit-out-of-reach"),
                post(PATH, RECEIPT).by("dashboard").refused(403, "not-allowed"),
                post(PATH, RECEIPT).by("auditor").refused(403, "not-allowed"),
                post(PATH, RECEIPT).by("catalogue").refused(403, "not-allowed"));
    }

    private static Stream<Bad> keys() {
        return Stream.of(
                post(PATH, RECEIPT).with("Idempotency-Key", null).refused(400, "key-required"),
                post(PATH, RECEIPT).with("Idempotency-Key", "").refused(400, "key-required"),
                post(PATH, RECEIPT).with("Idempotency-Key", "two words").refused(400, "key-required"),
                post(PATH, RECEIPT).with("Idempotency-Key", "a\tb").refused(400, "key-required"),
                post(PATH, RECEIPT).with("Idempotency-Key", "khóa").refused(400, "key-required"),
                post(PATH, RECEIPT).with("Idempotency-Key", "k".repeat(256)).refused(400, "key-required"),
                post(PATH, RECEIPT).with("Idempotency-Key", "k".repeat(8_000)).refused(400, "key-required"),
                receive("content", "'khác'")
                        .with("Idempotency-Key", "<used-key>")
                        .refused(422, "key-reused"),
                post("/v1/dossiers/<received>/suspension", "{\"reason\": \"a\", \"legalBasis\": \"b\"}")
                        .with("Idempotency-Key", "<used-key>")
                        .with("If-Match", "<received.tag>")
                        .refused(422, "key-reused"),
                receive("receivingUnit", "'X02.1'")
                        .by("supervisor", "X01.1")
                        .with("Idempotency-Key", "<used-key>")
                        .refused(403, "unit-out-of-reach"));
    }

    private static Stream<Bad> searches() {
        return Stream.of(
                search("{}").at("/name"),
                search("{'name': null}").at("/name"),
                search("{'name': 'a'}").at("/name"),
                search("{'name': '" + "x".repeat(501) + "'}").at("/name"),
                search("{'identityNumber': 'ab'}").at("/identityNumber"),
                search("{'identityNumber': 1085012345}").at("/identityNumber"),
                search("{'phone': 'x'}").at("/phone"),
                search("{'name': 'an', 'limit': 1}").at("/limit"),
                search("{'name': 'an'}").by("dashboard").refused(403, "not-allowed"));
    }

    private static Bad search(String body) {
        return post(PATH + "/search", body.replace('\'', '"'));
    }
}
