package vn.motcua.access;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.http.Dates;
import vn.motcua.http.Flaws;
import vn.motcua.organization.UnitCode;

/** Which entries of the audit are asked for. Null means no matter; a time includes its beginning, not its end. */
record AuditFilter(
        @RestQuery
                @Parameter(
                        description = "Then or later; 24 hours before `to` by default, of one dossier its whole past")
                OffsetDateTime from,
        @RestQuery @Parameter(description = "Before then; now by default. At most 31 days, unless of one dossier")
                OffsetDateTime to,
        @RestQuery @Parameter(description = "Code of a dossier") String dossier,
        @RestQuery @Parameter(description = "Subject of a token") String caller,
        @RestQuery @Parameter(description = "Of this unit and all below it; the caller's own by default") UnitCode unit,
        @RestQuery @Parameter(description = "Id of an operation in this document") String operation) {

    private static final Duration USUAL = Duration.ofHours(24);
    private static final Duration LONGEST = Duration.ofDays(31);

    /** In SQL, by the name of the value each needs. */
    static final Map<String, String> CONDITIONS = Map.of(
            "from", " and at >= :from",
            "to", " and at < :to",
            "dossier", " and dossier = :dossier",
            "caller", " and caller = :caller",
            "operation", " and operation = :operation");

    Map<String, Object> values(Instant now) {
        var values = new HashMap<String, Object>();
        var end = to == null ? now : moment("to", to);
        if (to != null) {
            values.put("to", end);
        }
        if (from != null || dossier == null) {
            values.put("from", from == null ? end.minus(USUAL) : beginning(end));
        }
        put(values, "dossier", dossier);
        put(values, "caller", caller);
        put(values, "operation", operation);
        return values;
    }

    private static void put(Map<String, Object> values, String name, String value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private Instant beginning(Instant end) {
        var beginning = moment("from", from);
        if (dossier == null && Duration.between(beginning, end).compareTo(LONGEST) > 0) {
            throw Flaws.at("from", "range", "Nhiều nhất 31 ngày một lần", "At most 31 days at a time");
        }
        return beginning;
    }

    private static Instant moment(String name, OffsetDateTime given) {
        if (!Dates.isAskedFor(given.toInstant())) {
            throw Flaws.at(name, "range", "Nằm ngoài khoảng cho phép", "Is out of range");
        }
        return given.toInstant();
    }
}
