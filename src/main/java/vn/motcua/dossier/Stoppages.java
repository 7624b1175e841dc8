package vn.motcua.dossier;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.deadline.Stop;
import vn.motcua.deadline.StopKind;

/** Every interval in which the dossier stood still, in order; only the last may be open. */
@Embeddable
class Stoppages {

    @ElementCollection
    @CollectionTable(name = "dossier_stop", joinColumns = @JoinColumn(name = "dossier"))
    @OrderColumn(name = "ordinal")
    private List<Stoppage> stops = new ArrayList<>();

    void begin(Stoppage stop) {
        stops.add(stop);
    }

    /** Ends the open one and tells which it was. */
    Stoppage end(Instant at) {
        var open = stops.get(stops.size() - 1);
        open.resumedAt = at;
        return open;
    }

    /** Opens the last one again, as if it had not ended. */
    Stoppage reopen() {
        var last = stops.get(stops.size() - 1);
        last.resumedAt = null;
        return last;
    }

    Optional<Instant> lastEnd() {
        return stops.isEmpty() ? Optional.empty() : Optional.ofNullable(stops.get(stops.size() - 1).resumedAt);
    }

    boolean hasAsked(StopKind kind) {
        return stops.stream().anyMatch(stop -> stop.kind == kind);
    }

    /** Those that stop the clock, as the clock reads them. */
    List<Stop> ofTheClock() {
        return stops.stream()
                .filter(Stoppage::stopsTheClock)
                .map(Stoppage::asStop)
                .toList();
    }

    List<Stoppage> all() {
        return stops;
    }
}
