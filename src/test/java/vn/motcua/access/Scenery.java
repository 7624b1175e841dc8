package vn.motcua.access;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.create;
import static vn.motcua.Calling.posting;
import static vn.motcua.access.Grant.When.ALWAYS;
import static vn.motcua.access.Grant.When.AWAITING_SUPPLEMENT;
import static vn.motcua.access.Grant.When.NOT_AWAITING_SUPPLEMENT;
import static vn.motcua.access.Grant.When.SUBMITTED;
import static vn.motcua.access.Relation.ANSWERS;
import static vn.motcua.access.Relation.ANY;
import static vn.motcua.access.Relation.HOLDS;
import static vn.motcua.access.Relation.OWN;
import static vn.motcua.access.Relation.OWN_AT_ROOT;
import static vn.motcua.access.Relation.PUBLIC;
import static vn.motcua.access.Relation.RECEIVES;
import static vn.motcua.access.Relation.ROOT;
import static vn.motcua.access.Relation.SEES;
import static vn.motcua.access.Relation.WITHIN;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.motcua.Province;
import vn.motcua.access.Grant.When;
import vn.motcua.access.Matter.Stand;
import vn.motcua.intake.Importing;

/** A province in which each way to stand to a dossier, a unit or a job has a unit of its own. */
final class Scenery {

    private static final String TOP = "H91";
    private static final String RECEIVING = TOP + ".1";
    private static final String HANDED_IN = TOP + ".2";
    private static final String COMPETENT = TOP + ".3";
    private static final String ONCE = TOP + ".4";
    private static final String HOLDING = TOP + ".5";
    private static final String ASIDE = TOP + ".6";
    private static final String BELOW = RECEIVING + ".1";
    private static final String UNRECORDED = TOP + ".77";
    private static final String CALENDAR = "LICH-" + TOP;

    private final String procedure;
    private final Map<String, String> ofAll;

    private Scenery() {
        unit(TOP, null, "PROVINCE");
        List.of(RECEIVING, HANDED_IN, COMPETENT, ONCE, HOLDING, ASIDE).forEach(code -> unit(code, TOP, "COMMUNE"));
        unit(BELOW, RECEIVING, "OTHER");
        procedure = Province.at(TOP).procedure(3, "WORKING_DAY");
        create(as("catalogue", TOP), "/v1/calendars/" + CALENDAR, calendar())
                .then()
                .statusCode(201);
        ofAll = Map.of(
                "procedure", procedure,
                "field", "TEST",
                "calendar", CALENDAR,
                "from", "2026-01-01",
                "to", "2026-02-01",
                "cell", "received.total",
                "limit", "200");
    }

    static List<Matter> build() throws InterruptedException {
        var scenery = new Scenery();
        return List.of(
                scenery.submitted(),
                scenery.processing(),
                scenery.awaiting(),
                scenery.unit(),
                scenery.job(),
                scenery.catalogue(),
                scenery.recalculation(),
                scenery.open());
    }

    private Matter submitted() {
        var code = receive("ONLINE");
        var stands = List.of(
                stand("above", TOP, RECEIVES, ANSWERS, HOLDS, SEES),
                stand("receiving, and holding it still", RECEIVING, RECEIVES, ANSWERS, HOLDS, SEES),
                stand("handed in at", HANDED_IN, RECEIVES, SEES),
                stand("competent", COMPETENT, ANSWERS, SEES),
                stand("elsewhere", ASIDE));
        return matter(
                "a dossier submitted", List.of(ALWAYS, SUBMITTED, NOT_AWAITING_SUPPLEMENT), "dossier", code, stands);
    }

    private Matter processing() {
        return matter("a dossier in work", List.of(ALWAYS, NOT_AWAITING_SUPPLEMENT), "dossier", handedOver(), stands());
    }

    private Matter awaiting() {
        var code = handedOver();
        var asked = Map.of("reason", "Thiếu giấy", "legalBasis", "Điều 7");
        Province.step("officer", HOLDING, code, "supplement-request", asked)
                .then()
                .statusCode(200);
        return matter("a dossier awaiting papers", List.of(ALWAYS, AWAITING_SUPPLEMENT), "dossier", code, stands());
    }

    private static List<Stand> stands() {
        return List.of(
                stand("above", TOP, RECEIVES, ANSWERS, HOLDS, SEES),
                stand("receiving", RECEIVING, RECEIVES, ANSWERS, SEES),
                stand("handed in at", HANDED_IN, RECEIVES, SEES),
                stand("competent", COMPETENT, ANSWERS, SEES),
                stand("once handed to", ONCE, SEES),
                stand("holding", HOLDING, HOLDS, SEES),
                stand("elsewhere", ASIDE));
    }

    private String handedOver() {
        var code = receive("COUNTER");
        Province.step("clerk", RECEIVING, code, "hand-over", Map.of("unit", ONCE))
                .then()
                .statusCode(200);
        Province.step("clerk", ONCE, code, "hand-over", Map.of("unit", HOLDING))
                .then()
                .statusCode(200);
        return code;
    }

    private String receive(String channel) {
        return receipt(channel).path("code");
    }

    private Response receipt(String channel) {
        var receipt = Province.receipt(procedure, RECEIVING, channel);
        receipt.put("handInUnit", HANDED_IN);
        receipt.put("competentUnit", COMPETENT);
        receipt.put(
                "applicant",
                Map.of(
                        "kind", "CITIZEN",
                        "name", "Nguyễn Thị Mai",
                        "identity", Map.of("kind", "CCCD", "number", "001085012345")));
        return Province.receive(as("clerk", RECEIVING), receipt)
                .then()
                .statusCode(201)
                .extract()
                .response();
    }

    private Matter unit() {
        var report = Map.of("report", "06b", "unit", RECEIVING, "from", "2026-02-01", "to", "2026-03-01");
        String frozen = posting(as("supervisor", RECEIVING), report)
                .post("/v1/reports/frozen")
                .path("id");
        var said = new HashMap<>(ofAll);
        said.putAll(Map.of("unit", RECEIVING, "receivingUnit", RECEIVING, "parent", TOP, "frozen", frozen));
        said.put("date", "1999-12-31"); // a succession before the unit began is refused, for another reason
        return new Matter("a unit", List.of(ALWAYS), said, around(WITHIN, WITHIN));
    }

    private Matter job() throws InterruptedException {
        var sent = Importing.send(
                RECEIVING, "application/x-ndjson", "{}", UUID.randomUUID().toString());
        Importing.finished(RECEIVING, sent.header("Location"));
        String id = sent.path("id");
        var said = Map.of("job", id, "import", id, "limit", "200");
        return new Matter("a job", List.of(ALWAYS), said, around(OWN));
    }

    private static List<Stand> around(Relation own, Relation... above) {
        return List.of(
                stand("the unit itself", RECEIVING, own),
                stand("above", TOP, above),
                stand("below", BELOW),
                stand("elsewhere", ASIDE));
    }

    private Matter catalogue() {
        var stands = List.of(
                stand("the top", TOP, ROOT), stand("not recorded", UNRECORDED, ROOT), stand("a commune", RECEIVING));
        return new Matter("the catalogue", List.of(ALWAYS), ofAll, stands);
    }

    private Matter recalculation() {
        var asked = Map.of("dryRun", true, "legalBasis", "TB 9441/TB-BNV");
        String id = posting(as("catalogue", TOP), asked)
                .post("/v1/calendars/" + CALENDAR + "/recalculations")
                .path("id");
        var stands = List.of(
                stand("the top that ordered it", TOP, ROOT, OWN_AT_ROOT),
                stand("another top", UNRECORDED, ROOT),
                stand("a commune", RECEIVING));
        return new Matter("a recalculation", List.of(ALWAYS), Map.of("recalculation", id), stands);
    }

    private Matter open() {
        var said = new HashMap<>(ofAll);
        said.put("unit", RECEIVING);
        var receipt = receipt("COUNTER");
        said.put("code", receipt.path("code"));
        said.put("secret", receipt.path("trackingSecret"));
        var stands =
                List.of(stand("of this province", ASIDE, ANY, PUBLIC), stand("of another", UNRECORDED, ANY, PUBLIC));
        return new Matter("what all may read", List.of(ALWAYS), said, stands);
    }

    private Matter matter(String name, List<When> when, String kind, String code, List<Stand> stands) {
        assertThat(code).as(name).isNotNull();
        var said = new HashMap<String, String>(Map.of("procedure", procedure, "limit", "200"));
        said.put(kind, code);
        return new Matter(name, when, said, stands);
    }

    private static Stand stand(String name, String unit, Relation... relations) {
        return new Stand(name, unit, new ArrayList<>(List.of(relations)));
    }

    private static void unit(String code, String parent, String level) {
        var said = new HashMap<String, Object>(
                Map.of("name", "Đơn vị " + code, "level", level, "validFrom", "2000-01-01"));
        if (parent != null) {
            said.put("parent", parent);
        }
        create(as("catalogue", TOP), "/v1/units/" + code, said).then().statusCode(201);
    }

    private static Map<String, Object> calendar() {
        var shifts = List.of(Map.of("from", "07:30", "to", "11:30"), Map.of("from", "13:30", "to", "17:30"));
        var week = Map.of("validFrom", "2000-01-01", "shifts", Map.of("MONDAY", shifts, "TUESDAY", shifts));
        return Map.of("name", "Lịch " + TOP, "zone", "Asia/Ho_Chi_Minh", "weeks", List.of(week));
    }
}
