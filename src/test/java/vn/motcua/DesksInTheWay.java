package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;

/**
 * Two clerks who receive dossiers, and two officers who stop and resume the very dossiers that long work is about to
 * meet. Each keeps to dossiers of its own, so that they wait for the work and never for one another.
 */
final class DesksInTheWay implements AutoCloseable {

    private static final Map<String, String> WHY = Map.of("reason", "Chờ", "legalBasis", "Điều 17");
    private static final int AHEAD = 60;
    private static final int BREATH_MILLIS = 20;

    private final PackagedService service;
    private final List<String> codes;
    private final IntSupplier front;
    private final List<Thread> desks = new ArrayList<>();
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final Map<Integer, AtomicLong> answers = new ConcurrentHashMap<>();
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private volatile boolean open = true;

    /**
     * @param codes of dossiers in the order the work meets them
     * @param front how many it has met
     */
    DesksInTheWay(PackagedService service, List<String> codes, IntSupplier front) {
        this.service = service;
        this.codes = codes;
        this.front = front;
        for (var desk = 0; desk < 2; desk++) {
            var number = desk;
            start(() -> receive(number));
            start(() -> stopAndResume(number));
        }
    }

    private void start(Work work) {
        var thread = new Thread(() -> {
            try {
                while (open) {
                    work.once();
                    Thread.sleep(BREATH_MILLIS);
                }
            } catch (Exception failed) {
                failure.set(failed);
            }
        });
        thread.start();
        desks.add(thread);
    }

    private void receive(int desk) throws Exception {
        var unit = OpenDossiers.commune(desk);
        var begun = System.nanoTime();
        var answer = service.http()
                .post(
                        "clerk",
                        unit,
                        "/v1/dossiers",
                        Map.of(
                                "procedure",
                                OpenDossiers.LONG,
                                "channel",
                                "COUNTER",
                                "receivingUnit",
                                unit,
                                "applicant",
                                Map.of("kind", "CITIZEN", "name", "Nguyễn Thị Mai")));
        count(answer.status(), begun);
    }

    /** Of every ten dossiers one stands still: that one is resumed first. */
    private void stopAndResume(int desk) throws Exception {
        var place = (front.getAsInt() + (int) (Math.random() * AHEAD)) / 2 * 2 + desk;
        if (place < codes.size()) {
            var path = "/v1/dossiers/" + codes.get(place);
            step(path, "suspension", WHY);
            step(path, "resumption", Map.of());
        }
    }

    private void step(String path, String step, Object body) throws Exception {
        var begun = System.nanoTime();
        count(service.http().step("officer", OpenDossiers.ROOT, path, step, body), begun);
    }

    private void count(int status, long begun) {
        nanos.add(System.nanoTime() - begun);
        answers.computeIfAbsent(status, first -> new AtomicLong()).incrementAndGet();
    }

    @Override
    public void close() throws Exception {
        open = false;
        for (var desk : desks) {
            desk.join();
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        // 409: what stands still already cannot be stopped
        assertThat(answers.keySet()).isSubsetOf(200, 201, 409, 412);
    }

    @Override
    public String toString() {
        var sorted = nanos.stream().sorted().toList();
        return "%d answers %s, median %.0f ms, 99 %% within %.0f ms, longest %.0f ms"
                .formatted(sorted.size(), answers, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, (long) (share * sorted.size()))) / 1e6;
    }

    /** What a desk does again and again. */
    private interface Work {

        void once() throws Exception;
    }
}
