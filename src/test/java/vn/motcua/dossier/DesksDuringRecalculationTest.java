package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.posting;
import static vn.motcua.Province.receipt;
import static vn.motcua.Province.receive;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import vn.motcua.Calling;
import vn.motcua.Province;
import vn.motcua.Service;
import vn.motcua.intake.Importing;

/** Open dossiers change their calendar under the hands of the desks, and neither gets in the other's way. */
@QuarkusTest
@Service
class DesksDuringRecalculationTest {

    private static final Map<String, String> WHY = Map.of("reason", "Chờ", "legalBasis", "Điều 17");

    @Inject
    EntityManager entities;

    @Inject
    RecalculationWorker worker;

    private Province province;
    private OwnCalendar calendar;
    private List<String> codes;

    private void open(String root, int dossiers) throws Exception {
        province = Province.at(root);
        calendar = OwnCalendar.of(province);
        var procedure = province.procedure(200, "WORKING_DAY");
        var rows = new StringBuilder();
        for (var i = 0; i < dossiers; i++) {
            rows.append(
                    """
                    {"externalCode": "R%d", "procedure": "%s", "receivingUnit": "%s", "channel": "COUNTER", \
                    "receivedAt": "2026-03-02T09:00:00+07:00"}
                    """
                            .formatted(i, procedure, province.communeA()));
        }
        var job = Importing.run(root, rows.toString());
        codes = Importing.rows(root, job.path("id")).values().stream()
                .map(row -> (String) row.get("code"))
                .sorted()
                .toList();
        assertThat(codes).hasSize(dossiers);
        calendar.dayOff("2026-03-20");
    }

    @Test
    void a_dossier_somebody_works_on_is_met_when_that_is_done() throws Exception {
        open("Q48", 40);
        var locked = codes.get(3);
        String id = QuarkusTransaction.requiringNew().timeout(120).call(() -> {
            entities.createNativeQuery("select id from dossier where code = ?1 for update")
                    .setParameter(1, locked)
                    .getSingleResult();
            String ordered = calendar.order(false).path("id");
            await(ordered, 39);
            assertThat(calendar.show(ordered).getString("job.state")).isEqualTo("RUNNING");
            return ordered;
        });

        var done = calendar.finished(id);

        assertThat(done.getInt("totals.moved")).isEqualTo(40);
        expectOneRowEach();
    }

    private void await(String id, int met) {
        var end = System.currentTimeMillis() + 60_000;
        while (calendar.show(id).getInt("job.done") < met) {
            assertThat(System.currentTimeMillis()).isLessThan(end);
        }
    }

    private void expectOneRowEach() {
        var histories = entities.createNativeQuery(
                        """
                        select string_agg(type, ',' order by number) from dossier d
                        join dossier_event e on e.dossier = d.id
                        where d.code = any (cast(?1 as text[])) and type in ('RECEIVED', 'CALENDAR_CHANGED')
                        group by d.id""",
                        String.class)
                .setParameter(1, codes.toArray(String[]::new))
                .getResultList();
        assertThat(histories).hasSize(codes.size()).containsOnly("RECEIVED,CALENDAR_CHANGED");
    }

    /** One fell silent, another took the work up, and then the first goes on after all. */
    @Test
    void two_workers_at_one_job_meet_each_dossier_once() throws Exception {
        open("Q49", 300);
        String id = calendar.order(false).path("id");
        await(id, 1);

        var others = List.of(CompletableFuture.runAsync(() -> work(id)), CompletableFuture.runAsync(() -> work(id)));
        others.forEach(CompletableFuture::join);

        var done = calendar.finished(id);
        assertThat(done.getInt("job.done")).isEqualTo(300);
        assertThat(done.getInt("totals.open")).isEqualTo(300);
        expectOneRowEach();
        desksAtWork();
    }

    private void work(String id) {
        try {
            worker.finish(UUID.fromString(id));
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** Each clerk stops and resumes dossier after dossier while the days off come and go. */
    private void desksAtWork() throws Exception {
        var statuses = new ConcurrentLinkedQueue<Integer>();
        Calling.token("officer", province.root());
        Calling.token("clerk", province.root());
        var procedure = province.procedure(2, "WORKING_DAY");
        var desks = Executors.newFixedThreadPool(4);
        try {
            calendar.dayOff("2026-03-23");
            String id = calendar.order(false).path("id");
            var tasks = new ArrayList<CompletableFuture<Void>>();
            for (var i = 0; i < 4; i++) {
                var first = i * 75;
                tasks.add(CompletableFuture.runAsync(() -> stopAndResume(first, statuses), desks));
            }
            tasks.add(CompletableFuture.runAsync(() -> receiveSome(procedure, statuses)));
            tasks.forEach(CompletableFuture::join);
            var done = calendar.finished(id);
            assertThat(done.getInt("job.refused")).isZero();
            assertThat(done.getInt("totals.open")).isEqualTo(300);
        } finally {
            desks.shutdownNow();
        }
        assertThat(statuses)
                .as("taken, or stale because the calendar came first")
                .containsOnly(200, 201, 412);
        assertThat(statuses.stream().filter(status -> status != 412).count()).isGreaterThan(100);
        var again = calendar.recalculated(false);
        assertThat(again.getInt("job.total")).isZero();
    }

    private void stopAndResume(int first, ConcurrentLinkedQueue<Integer> statuses) {
        for (var code : codes.subList(first, first + 40)) {
            for (var step : List.of("suspension", "resumption")) {
                var body = step.equals("suspension") ? WHY : Map.of();
                var path = "/v1/dossiers/" + code;
                var status = 412;
                while (status == 412) {
                    var seen = as("officer", province.root()).get(path).header("ETag");
                    status = posting(as("officer", province.root()), body)
                            .header("If-Match", seen)
                            .post(path + "/" + step)
                            .statusCode();
                    statuses.add(status);
                }
            }
        }
    }

    private void receiveSome(String procedure, ConcurrentLinkedQueue<Integer> statuses) {
        for (var i = 0; i < 20; i++) {
            var unit = province.communeB();
            statuses.add(receive(as("clerk", unit), receipt(procedure, unit, "COUNTER"))
                    .statusCode());
        }
    }
}
