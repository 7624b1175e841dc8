package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.posting;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Records successions over HTTP and waits for their jobs. */
public final class Succeeding {

    private static final long PATIENCE_MILLIS = 60_000;

    private Succeeding() {}

    /** One successor takes everything. */
    public static Map<String, Object> by(String kind, String date, String successor) {
        return by(kind, date, List.of(Map.of("unit", successor)));
    }

    public static Map<String, Object> by(String kind, String date, List<? extends Map<String, ?>> successors) {
        return new HashMap<>(
                Map.of("kind", kind, "date", date, "legalBasis", "Luật 72/2025/QH15", "successors", successors));
    }

    public static Response record(String keeper, String unit, Map<String, ?> succession) {
        return posting(as("catalogue", keeper), succession).post("/v1/units/" + unit + "/successions");
    }

    /** Records it and returns the path of its job. */
    public static String recorded(String keeper, String unit, Map<String, ?> succession) {
        return record(keeper, unit, succession).then().statusCode(202).extract().header("Location");
    }

    /** Records one whose day has come, and waits until everything has passed over. */
    public static Response done(String keeper, String unit, Map<String, ?> succession) throws InterruptedException {
        return done(keeper, recorded(keeper, unit, succession));
    }

    public static Response done(String keeper, String job) throws InterruptedException {
        return await(keeper, job, state -> state.path("state").equals("DONE"));
    }

    /** Waits until the job, or whatever else is at this path, is as it should become. */
    public static Response await(String keeper, String path, Predicate<Response> condition)
            throws InterruptedException {
        var deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (true) {
            var state = as("supervisor", keeper).get(path);
            if (condition.test(state)) {
                return state;
            }
            assertThat(System.currentTimeMillis()).as(state.asString()).isLessThan(deadline);
            Thread.sleep(100);
        }
    }
}
