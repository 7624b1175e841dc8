package vn.motcua.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import vn.motcua.access.Caller;
import vn.motcua.http.Cursor;
import vn.motcua.http.HttpProblem;
import vn.motcua.http.Page;
import vn.motcua.organization.UnitCode;
import vn.motcua.organization.Units;

/** Finds frozen reports of the caller's unit and all below it. */
@ApplicationScoped
class FrozenReportList {

    private static final String NAME = "frozen reports";
    private static final int KEYS = 2;

    private final FrozenReports reports;
    private final Units units;
    private final Caller caller;

    FrozenReportList(FrozenReports reports, Units units, Caller caller) {
        this.reports = reports;
        this.units = units;
        this.caller = caller;
    }

    Page<FrozenLine> page(UnitCode unit, String report, int limit, String cursor) {
        var top = unit == null ? caller.unit() : unit.value();
        if (!units.reaches(caller.unit(), top)) {
            throw HttpProblem.NOT_ALLOWED.because();
        }
        var form = report == null ? null : form(report);
        var found = reports.list(units.subtree(top), form, after(cursor), limit + 1);
        return Page.of(found, limit, line -> line, FrozenReportList::cursor);
    }

    private static Form form(String number) {
        return Form.numbered(number).orElseThrow(() -> Parameters.notOneOf("report", "[06a, 06b]"));
    }

    private static Optional<FrozenReports.Place> after(String cursor) {
        return Optional.ofNullable(cursor)
                .map(given -> Cursor.read(NAME, given, KEYS))
                .map(keys -> new FrozenReports.Place(Cursor.moment(keys.get(0)), Cursor.id(keys.get(1))));
    }

    private static String cursor(FrozenLine last) {
        return Cursor.after(
                NAME, last.frozenAt().toInstant().toString(), last.id().toString());
    }
}
