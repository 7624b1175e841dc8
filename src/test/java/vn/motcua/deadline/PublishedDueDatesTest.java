package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.motcua.deadline.Office.HANOI;
import static vn.motcua.deadline.Office.LONG_AGO;
import static vn.motcua.deadline.Office.limit;
import static vn.motcua.deadline.Office.week;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Due dates computed elsewhere, by two implementations that agree: all of them must come out here too. */
class PublishedDueDatesTest {

    private static final Path DATA = Path.of("../shared/data/calendar");
    private static WorkingCalendar calendar;

    @BeforeAll
    static void readTheNationalCalendar() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "skipped: the real data is not beside the project");
        var days =
                rows("civil_service_days.csv").map(PublishedDueDatesTest::day).toList();
        assertThat(days).hasSize(146);
        calendar = WorkingCalendar.of(
                HANOI, List.of(week(LONG_AGO, 5, "07:30-11:30 13:30-17:30")), days, Optional.empty());
    }

    private static Stream<String[]> rows(String file) throws IOException {
        return Files.readAllLines(DATA.resolve(file)).stream().skip(1).map(line -> line.split(","));
    }

    private static ExceptionalDay day(String[] row) {
        var date = LocalDate.parse(row[0]);
        return row[3].equals("swapped-working-day")
                ? ExceptionalDay.makeUp(date, replaced(row[2]), row[2], row[4])
                : ExceptionalDay.off(date, row[2], row[4]);
    }

    private static LocalDate replaced(String name) {
        return LocalDate.parse(name.replace("Làm bù cho ", ""), DateTimeFormatter.ofPattern("dd/MM/yyyy"));
    }

    @Test
    void received_on_a_working_day() throws IOException {
        assertThat(rows("due_dates_received_on_working_day.csv").filter(row -> comesOut(row[0], row[2], row[3])))
                .hasSize(753);
    }

    @Test
    void received_on_a_day_off() throws IOException {
        assertThat(rows("due_dates_received_on_day_off.csv").filter(row -> comesOut(row[0], row[2], row[3])))
                .hasSize(167);
    }

    private static boolean comesOut(String received, String days, String due) {
        return Stream.of("07:30", "09:15", "12:00", "17:29:59")
                .map(LocalTime::parse)
                .map(time ->
                        LocalDate.parse(received).atTime(time).atZone(HANOI).toInstant())
                .map(moment -> Facts.of(calendar, Terms.of(limit(days + " WORKING_DAY")), moment))
                .map(facts -> Deadline.of(facts).dueDate().orElseThrow())
                .allMatch(LocalDate.parse(due)::equals);
    }
}
