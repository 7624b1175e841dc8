package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What a dashboard waits for, live and never reused, with 100,000 dossiers of five years. Not part of the build:
 * {@code ./mvnw -Pproofs verify -Dit.test=FiguresProof}, and how it grows with
 * {@code -Dproof.sizes=100000,1000000,5000000}.
 */
class FiguresProof {

    private static final List<Long> SIZES = Arrays.stream(
                    System.getProperty("proof.sizes", "100000").split(","))
            .map(Long::valueOf)
            .toList();
    private static final int TIMES = 200;
    private static final int WARM = 100;
    private static final int PAGES = 7;
    private static final double MOST_MILLIS = 50;

    private final Map<String, String> questions = questions();
    private PackagedService service;

    private static Map<String, String> questions() {
        var year = LocalDate.now().getYear();
        var time = "from=" + year + "-01-01&to=" + (year + 1) + "-01-01";
        var questions = new LinkedHashMap<String, String>();
        questions.put("province-year", time);
        questions.put("by unit", time + "&groupBy=unit");
        questions.put("by unit and month", time + "&groupBy=unit,month");
        questions.put("by procedure", time + "&groupBy=procedure");
        questions.put("one unit, by month", time + "&unit=" + FiveYears.ROOT + ".7&groupBy=month");
        return questions;
    }

    @Test
    void a_dashboard_does_not_wait_however_many_dossiers_there_are() throws Exception {
        try (var started = PackagedService.onEmptyFolder()
                .demo()
                .with("MOTCUA_FIGURES_REUSE", "0s") // what a count costs, not an answer kept
                .start()) {
            service = started;
            var years = new FiveYears(service);
            years.furnish();
            for (var size : SIZES) {
                years.bringUpTo(size);
                rebuild(size);
                for (var question : questions.entrySet()) {
                    measure(size, question.getKey(), question.getValue());
                }
                fromHistories(size);
                behind(size);
            }
        }
    }

    private void rebuild(long size) throws Exception {
        var begun = System.nanoTime();
        var rebuilt = service.run(Duration.ofHours(2), "rebuild-counters");
        assertThat(rebuilt.status()).as(rebuilt.output()).isZero();
        say("%,d dossiers counted anew in %.0f s".formatted(size, (System.nanoTime() - begun) / 1e9));
    }

    private void measure(long size, String name, String question) throws Exception {
        for (var i = 0; i < WARM; i++) {
            ask(question);
        }
        var millis = new double[TIMES];
        for (var i = 0; i < TIMES; i++) {
            millis[i] = ask(question);
        }
        Arrays.sort(millis);
        say("%,d dossiers, %s: median %.1f ms, 95 %% within %.1f ms"
                .formatted(size, name, millis[TIMES / 2], millis[TIMES * 95 / 100]));
        if (name.equals("province-year")) {
            assertThat(millis[TIMES * 95 / 100]).isLessThan(MOST_MILLIS);
        }
    }

    /** What counters do not hold; answered or, past the service's patience, refused. */
    private void fromHistories(long size) throws Exception {
        for (var unit : List.of(FiveYears.ROOT, FiveYears.ROOT + ".7")) {
            var begun = System.nanoTime();
            var answer = service.http()
                    .get(
                            "dashboard",
                            FiveYears.ROOT,
                            path(questions.get("province-year") + "&basis=MOMENT&unit=" + unit));
            say("%,d dossiers, by moment from the histories of %s: %.0f ms, answered %d"
                    .formatted(size, unit, (System.nanoTime() - begun) / 1e6, answer.status()));
        }
    }

    /** The dossiers behind a figure: the first page of those of a month, two years ago and now. */
    private void behind(long size) throws Exception {
        var first = LocalDate.now().withDayOfMonth(1);
        for (var month : List.of(first.minusYears(2), first)) {
            var time = "from=" + month + "&to=" + month.plusMonths(1);
            for (var cell : List.of("received.total", "resolved.late", "pending.overdue", "intake.waiting")) {
                for (var unit : List.of(FiveYears.ROOT, FiveYears.ROOT + ".7")) {
                    behind(size, cell, time + "&cell=" + cell + "&unit=" + unit);
                }
            }
        }
    }

    private void behind(long size, String cell, String question) throws Exception {
        var millis = new double[PAGES];
        var shown = 0;
        for (var i = 0; i < PAGES; i++) {
            var begun = System.nanoTime();
            var answer = service.http().get("auditor", FiveYears.ROOT, "/v1/statistics/dossiers?" + question);
            millis[i] = (System.nanoTime() - begun) / 1e6;
            assertThat(answer.status()).as(() -> answer.body().toString()).isEqualTo(200);
            shown = answer.body().get("items").size();
        }
        Arrays.sort(millis);
        say("%,d dossiers, a page behind %s: median %.0f ms, at most %.0f ms for %d of %s"
                .formatted(size, cell, millis[PAGES / 2], millis[PAGES - 1], shown, question));
    }

    private double ask(String question) throws Exception {
        var begun = System.nanoTime();
        var answer = service.http().get("dashboard", FiveYears.ROOT, path(question));
        var took = (System.nanoTime() - begun) / 1e6;
        assertThat(answer.status()).as(() -> answer.body().toString()).isEqualTo(200);
        return took;
    }

    private static String path(String question) {
        return "/v1/statistics/on-time?" + question;
    }

    private static void say(String line) {
        System.out.println("PROOF " + line);
    }
}
