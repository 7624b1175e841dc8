package vn.motcua.calendar;

import static vn.motcua.calendar.CalendarProblem.CALENDAR_UNKNOWN;
import static vn.motcua.calendar.CalendarProblem.CALENDAR_VERSION_UNKNOWN;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.motcua.calendar.CalendarVersion.Id;
import vn.motcua.http.Texts;
import vn.motcua.organization.Unit;

/** All calendars, in all their versions. */
@ApplicationScoped
public class Calendars implements PanacheRepositoryBase<Calendar, String> {

    /** The calendar of every unit that has none of its own and none above it. */
    public static final String NATIONAL = "VN";

    private final CompiledCalendars compiled = new CompiledCalendars();

    /** The newest version of the unit's calendar: its own, else the nearest up the tree, last {@code VN}. */
    public KeptCalendar of(Unit unit) {
        var row = (Object[]) getEntityManager()
                .createNativeQuery(
                        """
                        with recursive above (parent, calendar, distance) as (
                            select parent, calendar, 0 from unit where code = ?1
                            union all
                            select unit.parent, unit.calendar, distance + 1
                            from unit join above on unit.code = above.parent
                        )
                        select code, version from calendar where code = coalesce(
                            (select calendar from above where calendar is not null order by distance limit 1), ?2)""")
                .setParameter(1, unit.code().value())
                .setParameter(2, NATIONAL)
                .getSingleResult();
        return version((String) row[0], (int) row[1]);
    }

    /** The newest version of the national calendar, for a unit not yet recorded. */
    public KeptCalendar national() {
        return newest(NATIONAL);
    }

    /** The newest version of a calendar. */
    public KeptCalendar newest(String code) {
        return version(code, require(code).version());
    }

    /** One version of a calendar, for ever the same. */
    public KeptCalendar version(String code, int version) {
        return compiled.get(
                new Id(code, version),
                () -> new KeptCalendar(
                        code, version, requireVersion(code, version).with(days(code, version))));
    }

    Calendar require(String code) {
        return findByIdOptional(code).orElseThrow(() -> CALENDAR_UNKNOWN.because(Texts.named(code)));
    }

    CalendarVersion requireVersion(String code, int version) {
        return Optional.ofNullable(getEntityManager().find(CalendarVersion.class, new Id(code, version)))
                .orElseThrow(() -> CALENDAR_VERSION_UNKNOWN.because(code, version));
    }

    /** The exceptional days of a version, by date. */
    List<Day> days(String code, int version) {
        return getEntityManager()
                .createQuery(
                        """
                        from Day where calendar = ?1 and since <= ?2 and (until is null or until > ?2)
                        order by date""",
                        Day.class)
                .setParameter(1, code)
                .setParameter(2, version)
                .getResultList();
    }

    Optional<Day> day(Calendar calendar, LocalDate date) {
        return getEntityManager()
                .createQuery("from Day where calendar = ?1 and date = ?2 and until is null", Day.class)
                .setParameter(1, calendar.code())
                .setParameter(2, date)
                .getResultStream()
                .findFirst();
    }
}
