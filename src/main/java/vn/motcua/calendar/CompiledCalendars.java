package vn.motcua.calendar;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import vn.motcua.calendar.CalendarVersion.Id;

/** The calendars last used, ready to reckon with. A version never changes, so none goes stale. */
final class CompiledCalendars {

    private static final int KEPT = 32;

    private final Map<Id, KeptCalendar> recent = new LinkedHashMap<>(KEPT, 0.75f, true) {

        @Override
        protected boolean removeEldestEntry(Map.Entry<Id, KeptCalendar> eldest) {
            return size() > KEPT;
        }
    };

    /** Compiles outside the lock: two callers may do so at once, and both get the same hours. */
    KeptCalendar get(Id id, Supplier<KeptCalendar> compile) {
        synchronized (recent) {
            var known = recent.get(id);
            if (known != null) {
                return known;
            }
        }
        var fresh = compile.get();
        synchronized (recent) {
            recent.put(id, fresh);
        }
        return fresh;
    }
}
