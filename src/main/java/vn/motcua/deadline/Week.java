package vn.motcua.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The shifts of each day of the week from a date on, until a later week takes over. A day without shifts is a
 * weekly rest day.
 *
 * @throws IllegalArgumentException if the shifts of a day are not ordered or overlap
 */
public record Week(LocalDate validFrom, Map<DayOfWeek, List<Shift>> shifts) {

    public Week {
        shifts = shifts.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, day -> Shift.ofOneDay(day.getValue())));
    }

    List<Shift> shiftsOn(DayOfWeek day) {
        return shifts.getOrDefault(day, List.of());
    }
}
