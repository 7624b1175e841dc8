package vn.motcua.abuse;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.create;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.motcua.Province;
import vn.motcua.intake.Importing;
import vn.motcua.openapi.PublishedDocument;

/** A province to be spoilt: requests that turn out good change things here only. */
final class Yard {

    static final String ROOT = "X05";
    /** Whoever acts for it may change next to nothing: what is above is out of reach, and what belongs to no unit too. */
    static final String CORNER = "X05.2";

    private static final String CHANGED_UNIT = "X05.8";
    private static final String CALENDAR = "X05-LICH";
    private static final String FIELD = "X05-LV";
    private static final int DOSSIERS = 30;

    private final List<String> dossiers = new CopyOnWriteArrayList<>();
    private final Map<String, String> instead = new LinkedHashMap<>();
    private final Map<String, String> places = new LinkedHashMap<>();

    private Yard() {}

    static Yard found() throws InterruptedException {
        var yard = new Yard();
        var province = Province.at(ROOT);
        yard.catalogue();
        var procedure = province.procedure(3, "WORKING_DAY");
        for (int i = 0; i < DOSSIERS; i++) {
            var channel = i % 3 == 0 ? "ONLINE" : "COUNTER";
            var received =
                    Province.receive(as("clerk", ROOT), Province.receipt(procedure, province.communeA(), channel));
            assertThat(received.statusCode()).isEqualTo(201);
            yard.dossiers.add(received.path("code"));
        }
        yard.translate(procedure, province);
        return yard;
    }

    private void catalogue() {
        var parent = Map.of("name", "Phòng", "parent", ROOT, "level", "DEPARTMENT", "validFrom", "2020-01-01");
        create(as("catalogue", ROOT), "/v1/units/" + CHANGED_UNIT, parent);
        var day = List.of(Map.of("from", "08:00", "to", "12:00"));
        var week = Map.of("validFrom", "2020-01-01", "shifts", Map.of("MONDAY", day));
        var hours = Map.of("name", "Lịch", "zone", "Asia/Ho_Chi_Minh", "weeks", List.of(week));
        create(as("catalogue", ROOT), "/v1/calendars/" + CALENDAR, hours);
        create(as("catalogue", ROOT), "/v1/fields/" + FIELD, Map.of("name", "Lĩnh vực"));
    }

    private void translate(String procedure, Province province) throws InterruptedException {
        instead.put("1.990194", procedure);
        instead.put("H99.18", province.communeA());
        instead.put("H99", ROOT);
        instead.put("SANG-THU-BAY", CALENDAR);
        instead.put("HO-TICH", FIELD);
        places.put("/v1/dossiers/{code}", "<dossier>");
        var job = Importing.run(ROOT, "{\"code\": \"no row\"}").<String>path("id");
        places.put("/v1/imports/{id}", job);
        places.put("/v1/jobs/{id}", job);
        places.put("put /v1/units/{code}", CHANGED_UNIT);
        places.put("post /v1/units/{code}", CHANGED_UNIT);
        places.put("put /v1/procedures/{code}", province.procedure(5, "WORKING_DAY"));
    }

    Samples samples(PublishedDocument document) {
        return new Samples(document, instead, places);
    }

    /** A dossier that was received here, by a number that need not be in range. */
    String dossier(int number) {
        return dossiers.get(Math.floorMod(number, dossiers.size()));
    }

    /** What was received by chance is a dossier to go on with. */
    void remember(Answer answer) {
        var code = answer.json().path("code");
        if (answer.status() == 201
                && code.asText().startsWith(ROOT)
                && answer.json().has("allowedSteps")) {
            dossiers.add(code.asText());
        }
    }
}
