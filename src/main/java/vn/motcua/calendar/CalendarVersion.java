package vn.motcua.calendar;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.motcua.deadline.WorkingCalendar;

/** What a calendar says from one edit to the next, its exceptional days apart. Never changed. */
@Entity
@Immutable
class CalendarVersion {

    @EmbeddedId
    private Id id;

    private String name;
    private String zone;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<WeekForm> weeks;

    private LocalDate knownUntil;

    private String madeBy;

    protected CalendarVersion() {}

    CalendarVersion(Id id, CalendarForm form, String madeBy) {
        this.id = id;
        this.name = form.name();
        this.zone = form.zone();
        this.weeks = form.weeks();
        this.knownUntil = form.knownUntil();
        this.madeBy = madeBy;
    }

    CalendarForm form() {
        return new CalendarForm(name, zone, weeks, knownUntil);
    }

    String calendar() {
        return id.calendar;
    }

    int number() {
        return id.version;
    }

    /** Without a settled end of its own, a calendar is known to the end of the last year that has an exceptional day. */
    WorkingCalendar with(List<Day> days) {
        var lastDay = days.stream().map(Day::date).max(LocalDate::compareTo);
        return WorkingCalendar.of(
                ZoneId.of(zone),
                weeks.stream().map(WeekForm::week).toList(),
                days.stream().map(Day::exception).toList(),
                Optional.ofNullable(knownUntil).or(() -> lastDay.map(day -> LocalDate.of(day.getYear(), 12, 31))));
    }

    @Embeddable
    record Id(String calendar, int version) implements Serializable {}
}
