package vn.motcua.dossier;

import java.time.Duration;
import java.time.Instant;

/**
 * When something holds and when we learnt it.
 *
 * @param at when it holds
 * @param recordedAt when the server wrote it down
 */
record Moment(Instant at, Instant recordedAt) {

    private static final Duration LATE_ENTRY_AT_MOST = Duration.ofHours(72);

    Moment {
        at = Standing.kept(at);
        recordedAt = Standing.kept(recordedAt);
    }

    static Moment of(Instant now) {
        return new Moment(now, now);
    }

    /** A late entry of a desk that was offline: at most 72 hours back. */
    Moment lateEntry(Instant received) {
        var late = at(received);
        if (late.at.isAfter(recordedAt) || late.at.isBefore(recordedAt.minus(LATE_ENTRY_AT_MOST))) {
            throw DossierProblem.LATE_ENTRY_TOO_OLD.because();
        }
        return late;
    }

    Moment at(Instant earlier) {
        return new Moment(earlier, recordedAt);
    }
}
