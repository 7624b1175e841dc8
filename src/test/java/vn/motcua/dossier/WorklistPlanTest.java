package vn.motcua.dossier;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.MovableTime;
import vn.motcua.Province;
import vn.motcua.Service;
import vn.motcua.http.Cursor;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitCode;
import vn.motcua.organization.Units;

/** How PostgreSQL reads the worklists: each from its index, and of it little more than the page shows. */
@QuarkusTest
@Service
class WorklistPlanTest {

    private static final int ROWS = 21;
    private static final Pattern READ =
            Pattern.compile("Index (?:Only )?Scan using (\\w+) .*rows=([\\d.]+) loops=(\\d+)");
    private static final Pattern REMOVED = Pattern.compile("Rows Removed by Filter: (\\d+)");

    @Inject
    MovableTime time;

    @Inject
    ManyDossiers many;

    @Inject
    Worklist worklist;

    @Inject
    Units units;

    private Province province;

    @BeforeEach
    void twenty_thousand_dossiers() {
        province = Province.at("U55");
        many.add(province, 20_000);
        time.setTo(ManyDossiers.PRESENT);
    }

    @AfterEach
    void back_to_the_present() {
        time.release();
        many.clear(province);
    }

    @ParameterizedTest
    @CsvSource({
        "ALL, dossier_open_by_urgency, dossier_of_officer_by_urgency",
        "OVERDUE, dossier_open_by_judged_date, dossier_of_officer_by_judged_date",
        "DUE_TODAY, dossier_open_by_judged_date, dossier_of_officer_by_judged_date",
        "DUE_WITHIN, dossier_running_by_due, dossier_of_officer_by_urgency or dossier_running_by_due",
        "INTAKE_LATE, dossier_submitted_by_intake_due, dossier_submitted_by_intake_due",
        "ANSWER_OVERDUE, dossier_awaited_by_answer, dossier_awaited_by_answer",
        "APOLOGY_MISSING, dossier_open_without_extension, dossier_of_officer_by_judged_date"
    })
    void each_has_its_index(WorklistCondition condition, String index, String officersIndex) {
        var hours = condition == WorklistCondition.DUE_WITHIN ? 40 : null;
        var unit = unit(province.communeA());
        assertThat(read(new Worklist.Question(unit, condition, hours, null, false), null))
                .as("a unit's")
                .allMatch(scan -> scan.index.equals(index));
        assertThat(read(new Worklist.Question(unit(province.root()), condition, hours, null, true), null))
                .as("a subtree's")
                .allMatch(scan -> scan.index.equals(index));
        if (condition != WorklistCondition.INTAKE_LATE) {
            assertThat(read(new Worklist.Question(unit, condition, hours, "officer-4", false), null))
                    .as("an officer's")
                    .allMatch(scan -> officersIndex.contains(scan.index));
        }
    }

    @Test
    void a_far_page_reads_no_more_than_the_first() {
        var far = Cursor.after("worklist OVERDUE", "2026-06-01", "2026-06-01T05:00:00Z", "1");
        var unit = new Worklist.Question(unit(province.communeA()), WorklistCondition.OVERDUE, null, null, false);
        var whole = new Worklist.Question(unit(province.root()), WorklistCondition.OVERDUE, null, null, true);

        assertThat(rows(read(unit, null))).isBetween(ROWS, ROWS + 1);
        assertThat(rows(read(unit, far))).isBetween(ROWS, ROWS + 1);
        assertThat(rows(read(whole, null))).isBetween(ROWS, 2 * ROWS + 3);
        assertThat(rows(read(whole, far))).isBetween(ROWS, 2 * ROWS + 3);
    }

    private Unit unit(String code) {
        return units.require(UnitCode.of(code));
    }

    private static int rows(List<Scan> scans) {
        return scans.stream().mapToInt(Scan::rows).sum();
    }

    /** What the statement of the list reads of the table of dossiers, and how. */
    private List<Scan> read(Worklist.Question asked, String cursor) {
        var plan = QuarkusTransaction.requiringNew().call(() -> {
            worklist.inOrder();
            return worklist.query("explain (analyze, costs off, timing off) ", asked, ROWS, cursor)
                    .getResultList();
        });
        @SuppressWarnings("unchecked")
        var lines = (List<String>) plan;
        assertThat(lines.stream().filter(line -> line.contains(" on dossier ")))
                .as(lines.stream().collect(joining("\n")))
                .isNotEmpty()
                .allMatch(line -> READ.matcher(line).find());
        return scans(lines);
    }

    private static List<Scan> scans(List<String> lines) {
        var scans = new ArrayList<Scan>();
        for (var line : lines) {
            var read = READ.matcher(line);
            if (read.find()) {
                var loops = Integer.parseInt(read.group(3));
                scans.add(new Scan(read.group(1), (int) Math.round(Double.parseDouble(read.group(2)) * loops), loops));
            }
            var removed = REMOVED.matcher(line);
            if (removed.find()) {
                var last = scans.remove(scans.size() - 1);
                scans.add(last.and(Integer.parseInt(removed.group(1)) * last.loops));
            }
        }
        return scans;
    }

    private record Scan(String index, int rows, int loops) {

        Scan and(int removed) {
            return new Scan(index, rows + removed, loops);
        }
    }
}
