package vn.motcua.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.http.Flaws;

/** What is said about a calendar, its exceptional days apart. */
@Schema(name = "Calendar")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CalendarForm(
        @NotBlank @Size(max = 300) String name,
        @NotNull String zone,
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid WeekForm> weeks,
        @Schema(
                        nullable = true,
                        description =
                                """
                                The last date whose days off are settled; due dates after it are provisional. Absent: \
                                the end of the last year that has an exceptional day""")
                LocalDate knownUntil) {

    CalendarForm requireZone() {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw Flaws.at("/zone", "unknown-zone", "Không có múi giờ này", "There is no such time zone");
        }
        return this;
    }
}
