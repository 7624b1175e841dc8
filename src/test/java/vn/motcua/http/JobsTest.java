package vn.motcua.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.Service;

/** Long work is done by one process at a time, and taken up when that one falls silent. */
@QuarkusTest
@Service
class JobsTest {

    private static final String KIND = "TEST";
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant LONG_AFTER = NOW.plus(Jobs.LEASE).plusSeconds(1);

    @Inject
    Jobs jobs;

    @Test
    void silent_work_is_taken_up_again_but_not_in_the_middle_of_a_long_batch() {
        var job = new Job(KIND, "somebody", "T91", NOW);
        QuarkusTransaction.requiringNew().run(() -> jobs.add(job));

        assertThat(takeUp(NOW)).contains(job.id());
        assertThat(takeUp(NOW)).as("somebody is at it").isEmpty();
        QuarkusTransaction.requiringNew().run(() -> {
            jobs.hold(job.id());
            assertThat(takeUp(LONG_AFTER)).as("a batch is running").isEmpty();
        });
        assertThat(takeUp(LONG_AFTER)).as("silent").contains(job.id());
        QuarkusTransaction.requiringNew().run(() -> jobs.hold(job.id()).end(Job.State.DONE));
    }

    @Test
    void work_of_a_later_day_is_left_until_its_moment() {
        var job = new Job(KIND, "somebody", "T91", NOW);
        job.startAt(LONG_AFTER);
        QuarkusTransaction.requiringNew().run(() -> jobs.add(job));

        assertThat(takeUp(LONG_AFTER.minusNanos(1000))).isEmpty();
        assertThat(takeUp(LONG_AFTER)).contains(job.id());
        QuarkusTransaction.requiringNew().run(() -> jobs.hold(job.id()).end(Job.State.DONE));
    }

    private Optional<UUID> takeUp(Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> jobs.takeUp(KIND, now));
    }
}
