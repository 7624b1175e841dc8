package vn.motcua.calendar;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.motcua.deadline.ExceptionalDay;
import vn.motcua.deadline.Shift;

/** A date that differs from its weekday, from one version of its calendar up to another. */
@Entity
@Table(name = "calendar_day")
class Day {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String calendar;
    private LocalDate date;

    @Enumerated(EnumType.STRING)
    private ExceptionalDay.Kind kind;

    private String name;

    private String legalBasis;

    private LocalDate replaces;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Shift> shifts;

    private int since;
    private Integer until;

    protected Day() {}

    Day(String calendar, int since, ExceptionalDay day) {
        this.calendar = calendar;
        this.since = since;
        this.date = day.date();
        this.kind = day.kind();
        this.name = day.name();
        this.legalBasis = day.legalBasis();
        this.replaces = day.replaces().orElse(null);
        this.shifts = day.shifts();
    }

    /** The first version that no longer has this day. */
    void endWith(int version) {
        until = version;
    }

    LocalDate date() {
        return date;
    }

    DayForm form() {
        return new DayForm(kind, name, legalBasis, replaces, shifts);
    }

    ExceptionalDay exception() {
        return form().on(date);
    }
}
