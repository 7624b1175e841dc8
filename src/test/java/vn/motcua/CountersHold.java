package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;
import vn.motcua.http.Command;

/** After each class of tests the counters say what the histories say, over everything any of them has left behind. */
public class CountersHold implements QuarkusTestAfterAllCallback {

    @Override
    public void afterAll(QuarkusTestContext context) {
        assertThat(verifier().run())
                .as("what %s left: the counters that differ are printed", context.getTestInstance())
                .isZero();
    }

    private static Command verifier() {
        return Arc.container().listAll(Command.class).stream()
                .map(handle -> handle.get())
                .filter(command -> command.name().equals("verify-counters"))
                .findFirst()
                .orElseThrow();
    }
}
