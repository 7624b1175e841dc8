package vn.motcua.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import vn.motcua.http.Cursor;
import vn.motcua.http.HttpProblem;
import vn.motcua.http.Page;
import vn.motcua.organization.Units;

/** Finds entries of the audit that concern the caller's unit or one below it. */
@ApplicationScoped
class AuditList {

    private static final String NAME = "audit";
    private static final int KEYS = 2;

    private final AuditEntries entries;
    private final Units units;
    private final Caller caller;
    private final InstantSource time;

    AuditList(AuditEntries entries, Units units, Caller caller, InstantSource time) {
        this.entries = entries;
        this.units = units;
        this.caller = caller;
        this.time = time;
    }

    Page<AuditView> page(AuditFilter filter, int limit, String cursor) {
        var top = filter.unit() == null ? caller.unit() : filter.unit().value();
        if (!units.reaches(caller.unit(), top)) {
            throw HttpProblem.NOT_ALLOWED.because();
        }
        var found = entries.list(filter, time.instant(), units.subtree(top), after(cursor), limit + 1);
        return Page.of(found, limit, AuditView::of, AuditList::cursor);
    }

    private static AuditEntries.Place after(String cursor) {
        if (cursor == null) {
            return null;
        }
        var keys = Cursor.read(NAME, cursor, KEYS);
        return new AuditEntries.Place(Cursor.moment(keys.get(0)), Cursor.number(keys.get(1)));
    }

    private static String cursor(AuditEntries.Kept last) {
        return Cursor.after(NAME, last.at().toString(), String.valueOf(last.id()));
    }
}
