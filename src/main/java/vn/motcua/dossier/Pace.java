package vn.motcua.dossier;

import java.time.Duration;

/**
 * How many dossiers are taken at once: as many as can be written in a moment so short that a desk that waits for one of
 * them does not notice.
 */
final class Pace {

    /** A quarter of what a desk may wait at most: now and then the disk takes its time. */
    private static final Duration SHORT_ENOUGH = Duration.ofMillis(25);

    private static final int MOST = 50;
    /** Fewer would hardly be written any sooner: by then it is the disk or the machine that is slow. */
    private static final int LEAST = 5;

    private static final int NOTHING_LOCKED = -1;

    private int dossiers = 10;
    private long lockedSince = NOTHING_LOCKED;

    int dossiers() {
        return dossiers;
    }

    void locking() {
        lockedSince = System.nanoTime();
    }

    /** The transaction is over. */
    void released() {
        var tooLong = lockedSince != NOTHING_LOCKED && System.nanoTime() - lockedSince > SHORT_ENOUGH.toNanos();
        dossiers = tooLong
                ? Math.max(Math.min(LEAST, dossiers), dossiers / 2)
                : Math.min(MOST, dossiers + dossiers / 4 + 1);
        lockedSince = NOTHING_LOCKED;
    }

    /** Something went wrong with the last ones: each alone shows with which. */
    void oneByOne() {
        dossiers = 1;
    }
}
