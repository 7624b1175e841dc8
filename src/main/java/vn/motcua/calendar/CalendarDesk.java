package vn.motcua.calendar;

import static vn.motcua.calendar.CalendarProblem.CALENDAR_UNKNOWN;
import static vn.motcua.calendar.CalendarProblem.DAY_UNKNOWN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import vn.motcua.access.Caller;
import vn.motcua.http.Database;
import vn.motcua.http.EntityTags;
import vn.motcua.http.Flaws;
import vn.motcua.http.HttpProblem;
import vn.motcua.http.Texts;
import vn.motcua.organization.CatalogueRights;

/** What a keeper of the catalogue can do with calendars. Each edit makes a new version; none changes an old one. */
@ApplicationScoped
@Transactional
class CalendarDesk {

    private final Calendars calendars;
    private final CatalogueRights rights;
    private final Caller caller;

    CalendarDesk(Calendars calendars, CatalogueRights rights, Caller caller) {
        this.calendars = calendars;
        this.rights = rights;
        this.caller = caller;
    }

    CalendarView create(String code, CalendarForm form) {
        rights.requireOverAll();
        var calendar = new Calendar(code);
        try {
            calendars.persistAndFlush(calendar);
        } catch (PersistenceException refused) {
            throw Database.brokenConstraint(refused)
                            .filter("calendar_pkey"::equals)
                            .isPresent()
                    ? HttpProblem.ALREADY_EXISTS.because(code)
                    : refused;
        }
        return keep(calendar, form);
    }

    CalendarView change(String code, String ifMatch, CalendarForm form) {
        var calendar = held(code, ifMatch);
        calendar.next();
        return keep(calendar, form);
    }

    CalendarView putDay(String code, LocalDate date, String ifMatch, DayForm form) {
        var calendar = held(code, ifMatch);
        var day = form.on(date);
        var before = formOf(calendar);
        var version = calendar.next();
        calendars.day(calendar, date).ifPresent(old -> old.endWith(version));
        calendars.flush();
        calendars.getEntityManager().persist(new Day(code, version, day));
        return keep(calendar, before);
    }

    CalendarView removeDay(String code, LocalDate date, String ifMatch) {
        var calendar = held(code, ifMatch);
        var before = formOf(calendar);
        var day = calendars.day(calendar, date).orElseThrow(() -> DAY_UNKNOWN.because(code, date));
        day.endWith(calendar.next());
        return keep(calendar, before);
    }

    /** The calendar, held until the edit is kept, if its newest version is the one the caller saw. */
    private Calendar held(String code, String ifMatch) {
        rights.requireOverAll();
        var calendar = calendars
                .findByIdOptional(code, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> CALENDAR_UNKNOWN.because(Texts.named(code)));
        EntityTags.require(ifMatch, calendar.version());
        return calendar;
    }

    private CalendarForm formOf(Calendar calendar) {
        return calendars.requireVersion(calendar.code(), calendar.version()).form();
    }

    private CalendarView keep(Calendar calendar, CalendarForm form) {
        var version =
                new CalendarVersion(new CalendarVersion.Id(calendar.code(), calendar.version()), form, caller.id());
        calendars.flush();
        var days = calendars.days(calendar.code(), calendar.version());
        try {
            version.with(days);
        } catch (IllegalArgumentException contradictory) {
            throw Flaws.at(
                    "/weeks",
                    "invalid",
                    "Các ca của một ngày phải theo thứ tự, không chồng nhau; mỗi ngày hiệu lực chỉ có một tuần; phải có"
                            + " giờ làm việc",
                    "Shifts of a day must be in order without overlap, each validity date has one week, and some time"
                            + " must be worked");
        }
        calendars.getEntityManager().persist(version);
        calendars.flush();
        return CalendarView.of(version, days);
    }
}
