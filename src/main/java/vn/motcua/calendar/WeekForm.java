package vn.motcua.calendar;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.deadline.Shift;
import vn.motcua.deadline.Week;

/** The hours of each weekday, from a date on until a later week takes over. */
@Schema(name = "Week")
record WeekForm(
        @NotNull @Schema(examples = "2018-01-01") LocalDate validFrom,
        @NotNull
                @Schema(
                        description = "Shifts by day of the week; a day left out is a day of rest",
                        examples = "{\"MONDAY\": [{\"from\": \"07:30\", \"to\": \"11:30\"}]}")
                SortedMap<DayOfWeek, @NotNull @Size(max = 24) List<@NotNull Shift>> shifts) {

    Week week() {
        return new Week(validFrom, shifts);
    }
}
