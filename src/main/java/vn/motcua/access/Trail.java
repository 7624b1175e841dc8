package vn.motcua.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.container.ResourceInfo;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.motcua.http.Trace;

/** What a request leaves behind in the audit: who asked for what, and the dossiers it turned out to be about. */
@RequestScoped
public class Trail {

    private final Caller caller;
    private final ResourceInfo operation;
    private final Trace trace;
    private final InstantSource time;
    private final Map<String, Collection<String>> dossiers = new LinkedHashMap<>();

    Trail(Caller caller, ResourceInfo operation, Trace trace, InstantSource time) {
        this.caller = caller;
        this.operation = operation;
        this.trace = trace;
        this.time = time;
    }

    /** The request reads or changes this dossier; who audits one of its units will know of it. */
    public void about(String dossier, Collection<String> units) {
        dossiers.put(dossier, units);
    }

    /**
     * One for each dossier it was about; one if it was about none.
     *
     * @param found how many were shown, or null
     */
    List<Footprint> footprints(Integer found) {
        return dossiers.isEmpty()
                ? List.of(footprint(null, List.of(), found))
                : dossiers.entrySet().stream()
                        .map(about -> footprint(about.getKey(), about.getValue(), found))
                        .toList();
    }

    private Footprint footprint(String dossier, Collection<String> units, Integer found) {
        var concerned = new TreeSet<>(units);
        concerned.add(caller.unit());
        return new Footprint(
                time.instant().truncatedTo(ChronoUnit.MICROS),
                caller.id(),
                caller.roles(),
                caller.unit(),
                caller.client(),
                operation.getResourceMethod().getAnnotation(Operation.class).operationId(),
                dossier,
                found,
                concerned,
                trace.id());
    }
}
