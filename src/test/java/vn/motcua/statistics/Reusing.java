package vn.motcua.statistics;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The service as it runs outside tests, where answers are used again for a second; and few streams are too many. */
public class Reusing implements QuarkusTestProfile {

    static final int STREAMS = 4;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("motcua.figures.reuse", "1s", "motcua.streams.most", String.valueOf(STREAMS));
    }
}
