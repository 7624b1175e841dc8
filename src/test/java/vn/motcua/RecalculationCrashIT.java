package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A recalculation that a power cut interrupts is taken up again and meets every dossier once. */
class RecalculationCrashIT {

    private static final int DOSSIERS = 3000;

    @Test
    void a_recalculation_killed_half_way_ends_with_every_dossier_met_once() throws Exception {
        try (var service = PackagedService.onEmptyFolder().demo().start()) {
            var open = new OpenDossiers(service);
            open.furnish();
            open.bring(DOSSIERS);
            open.announceDayOff();
            var job = open.recalculate(false);

            var cut = open.await("catalogue", job, it -> it.path("done").asInt() > DOSSIERS / 10);
            service.kill();
            assertThat(cut.path("state").asText()).as("killed half way: " + cut).isEqualTo("RUNNING");

            service.start();
            open.await("catalogue", job, OpenDossiers.isDone());
            open.expectEachMetOnce(job, DOSSIERS);
        }
    }
}
