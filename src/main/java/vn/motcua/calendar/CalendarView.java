package vn.motcua.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.deadline.ExceptionalDay;
import vn.motcua.deadline.Shift;

/** One version of a calendar as it is shown. */
@Schema(name = "CalendarView")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CalendarView(
        @Schema(examples = "VN") String code,
        @Schema(examples = "1", description = "The version, also the entity tag") int version,
        String name,
        @Schema(examples = "Asia/Ho_Chi_Minh") String zone,
        List<WeekForm> weeks,
        @Schema(nullable = true) LocalDate knownUntil,
        List<DayView> days) {

    static CalendarView of(CalendarVersion version, List<Day> days) {
        var form = version.form();
        return new CalendarView(
                version.calendar(),
                version.number(),
                form.name(),
                form.zone(),
                form.weeks(),
                form.knownUntil(),
                days.stream().map(day -> DayView.of(day.date(), day.form())).toList());
    }

    /** An exceptional day as it is shown. */
    @Schema(name = "ExceptionalDayView")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record DayView(
            LocalDate date,
            ExceptionalDay.Kind kind,
            String name,
            String legalBasis,
            @Schema(nullable = true) LocalDate replaces,
            @Schema(nullable = true) List<Shift> shifts) {

        static DayView of(LocalDate date, DayForm form) {
            return new DayView(date, form.kind(), form.name(), form.legalBasis(), form.replaces(), form.ownShifts());
        }
    }
}
