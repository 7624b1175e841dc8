package vn.motcua.bench;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import vn.motcua.deadline.AfterSupplement;
import vn.motcua.deadline.Deadline;
import vn.motcua.deadline.DueMoment;
import vn.motcua.deadline.ExceptionalDay;
import vn.motcua.deadline.Facts;
import vn.motcua.deadline.LimitUnit;
import vn.motcua.deadline.Shift;
import vn.motcua.deadline.Stop;
import vn.motcua.deadline.StopKind;
import vn.motcua.deadline.Terms;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.deadline.Week;
import vn.motcua.deadline.WorkingCalendar;

/** One due date from facts to instant, with two stops: below 2 µs, and no more garbage for a longer limit. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
public class DueDateBenchmark {

    private static final int DOSSIERS = 1024;

    @Param({"5", "20", "250"})
    int limit;

    @Param({"WORKING_DAY", "WORKING_HOUR", "CALENDAR_DAY"})
    LimitUnit unit;

    private WorkingCalendar calendar;
    private Terms terms;
    private Instant[] received;
    private int next;

    @Setup
    public void receive() {
        calendar = WorkingCalendar.of(
                ZoneId.of("Asia/Ho_Chi_Minh"), List.of(week()), daysOff(), Optional.of(LocalDate.of(2027, 12, 31)));
        terms = new Terms(
                Optional.of(TimeLimit.of(limit, unit)), DueMoment.SAME_TIME, Optional.empty(), AfterSupplement.PAUSE);
        var first = Instant.parse("2025-01-06T02:17:43.123456Z");
        received = IntStream.range(0, DOSSIERS)
                .mapToObj(i -> first.plusSeconds(i * 30_011L))
                .toArray(Instant[]::new);
    }

    private static Week week() {
        var shifts = List.of(Shift.of("07:30", "11:30"), Shift.of("13:30", "17:30"));
        return new Week(
                LocalDate.of(2018, 1, 1),
                IntStream.rangeClosed(1, 5)
                        .mapToObj(DayOfWeek::of)
                        .collect(Collectors.toMap(Function.identity(), day -> shifts)));
    }

    private static List<ExceptionalDay> daysOff() {
        return IntStream.rangeClosed(2018, 2027)
                .boxed()
                .flatMap(year ->
                        Stream.of(LocalDate.of(year, 1, 1), LocalDate.of(year, 4, 30), LocalDate.of(year, 9, 2)))
                .map(date -> ExceptionalDay.off(date, "Ngày nghỉ", "Bộ luật Lao động"))
                .toList();
    }

    @Benchmark
    public Optional<Instant> dueWithTwoStops() {
        var moment = received[next++ & DOSSIERS - 1];
        var stops = List.of(
                Stop.closed(moment.plusSeconds(90_000), moment.plusSeconds(190_000), StopKind.PAYMENT),
                Stop.closed(moment.plusSeconds(200_000), moment.plusSeconds(400_000), StopKind.SUPPLEMENT));
        return Deadline.of(new Facts(calendar, calendar, terms, moment, List.of(), stops))
                .dueAt();
    }
}
