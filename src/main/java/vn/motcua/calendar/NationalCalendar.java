package vn.motcua.calendar;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.motcua.deadline.ExceptionalDay;

/** Brings the national calendar to a new database. From then on it is edited like any other. */
@ApplicationScoped
class NationalCalendar {

    private static final String RESOURCE = "/calendars/VN.json";

    private final EntityManager entities;
    private final ObjectMapper json;

    NationalCalendar(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
    }

    @Transactional
    void load(@Observes StartupEvent starting) {
        var made = entities.createNativeQuery(
                        "insert into calendar (code, version) values (?1, 1) on conflict do nothing")
                .setParameter(1, Calendars.NATIONAL)
                .executeUpdate();
        if (made == 1) {
            var shipped = read();
            var id = new CalendarVersion.Id(Calendars.NATIONAL, 1);
            entities.persist(new CalendarVersion(id, shipped.hours, "motcua"));
            shipped.days.forEach(day -> entities.persist(new Day(Calendars.NATIONAL, 1, day.exception())));
        }
    }

    private Shipped read() {
        try (var resource = NationalCalendar.class.getResourceAsStream(RESOURCE)) {
            return json.readValue(resource, Shipped.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    record Shipped(CalendarForm hours, List<ShippedDay> days) {}

    record ShippedDay(LocalDate date, String off, String makeUp, LocalDate replaces, String legalBasis) {

        ExceptionalDay exception() {
            return off != null
                    ? ExceptionalDay.off(date, off, legalBasis)
                    : new ExceptionalDay(
                            date, ExceptionalDay.Kind.MAKE_UP, makeUp, legalBasis, Optional.of(replaces), List.of());
        }
    }
}
