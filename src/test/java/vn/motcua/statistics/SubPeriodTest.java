package vn.motcua.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How time is cut, by kinds of period whose months begin on the first or later. */
class SubPeriodTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @ParameterizedTest(name = "{1} to {2} by {3}, months from the {0}.")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            1  | 2026-01-01 | 2026-02-01 | MONTH   | 2026-01=2026-01-01
            1  | 2026-01-31 | 2026-03-02 | MONTH   | 2026-01=2026-01-31 2026-02=2026-02-01 2026-03=2026-03-01
            15 | 2025-12-14 | 2026-01-16 | MONTH   | 2025-12=2025-12-14 2026-01=2025-12-15 2026-02=2026-01-15
            21 | 2025-12-20 | 2026-01-22 | MONTH   | 2025-12=2025-12-20 2026-01=2025-12-21 2026-02=2026-01-21
            15 | 2026-03-14 | 2026-06-16 | QUARTER | 2026-Q1=2026-03-14 2026-Q2=2026-03-15 2026-Q3=2026-06-15
            1  | 2025-12-31 | 2026-04-02 | QUARTER | 2025-Q4=2025-12-31 2026-Q1=2026-01-01 2026-Q2=2026-04-01
            15 | 2025-12-14 | 2026-12-16 | YEAR    | 2025=2025-12-14 2026=2025-12-15 2027=2026-12-15
            15 | 2024-02-28 | 2024-03-02 | DAY     | 2024-02-28=2024-02-28 2024-02-29=2024-02-29 2024-03-01=2024-03-01
            """)
    void time_is_cut_at_local_midnights(int firstDay, LocalDate from, LocalDate to, Grouping by, String parts) {
        var cut = SubPeriod.between(midnight(from), midnight(to), by, new PeriodKind("KIND", firstDay), ZONE);

        assertThat(cut.stream()
                        .map(part -> part.name() + "=" + LocalDate.ofInstant(part.from(), ZONE))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(parts);
        assertThat(cut.get(cut.size() - 1).to()).isEqualTo(midnight(to));
        for (var next = 1; next < cut.size(); next++) {
            assertThat(cut.get(next).from()).isEqualTo(cut.get(next - 1).to());
        }
    }

    private static Instant midnight(LocalDate date) {
        return date.atStartOfDay(ZONE).toInstant();
    }
}
