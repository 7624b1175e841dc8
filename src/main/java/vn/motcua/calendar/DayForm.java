package vn.motcua.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.deadline.ExceptionalDay;
import vn.motcua.deadline.Shift;
import vn.motcua.http.Flaws;

/** What is said about an exceptional day. */
@Schema(name = "ExceptionalDay")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record DayForm(
        @NotNull ExceptionalDay.Kind kind,
        @NotBlank @Size(max = 300) String name,
        @NotBlank @Size(max = 300) String legalBasis,
        @Schema(nullable = true, description = "The day a make-up day is worked in place of; its shifts hold")
                LocalDate replaces,
        @Schema(nullable = true, description = "Shifts of the make-up day's own") @Size(max = 24)
                List<@NotNull Shift> shifts) {

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2130;

    List<Shift> ownShifts() {
        return shifts == null ? List.of() : shifts;
    }

    ExceptionalDay on(LocalDate date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw Flaws.at("date", "range", "Ngoài các năm 1990 đến 2130", "Lies outside the years 1990 to 2130");
        }
        if (kind == ExceptionalDay.Kind.OFF && replaces != null) {
            throw Flaws.at("/replaces", "invalid", "Ngày nghỉ không thay ngày nào", "A day off replaces no day");
        }
        try {
            return new ExceptionalDay(date, kind, name, legalBasis, Optional.ofNullable(replaces), ownShifts());
        } catch (IllegalArgumentException contradictory) {
            throw Flaws.at(
                    "/shifts",
                    "invalid",
                    "Ngày nghỉ không có ca; ngày làm bù cần ngày được thay hoặc các ca theo thứ tự, không chồng nhau",
                    "A day off has no shifts; a make-up day needs a replaced day or shifts in order without overlap");
        }
    }
}
