package vn.motcua.dossier;

import java.time.Instant;

/**
 * When something holds and when we learnt it.
 *
 * @param at when it holds
 * @param recordedAt when the server wrote it down
 */
record Moment(Instant at, Instant recordedAt) {

    Moment {
        at = Standing.kept(at);
        recordedAt = Standing.kept(recordedAt);
    }

    static Moment of(Instant now) {
        return new Moment(now, now);
    }

    Moment at(Instant earlier) {
        return new Moment(earlier, recordedAt);
    }
}
