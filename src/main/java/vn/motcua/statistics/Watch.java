package vn.motcua.statistics;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import vn.motcua.http.Database;
import vn.motcua.problem.Problem;
import vn.motcua.statistics.Answers.Written;

/** A question somebody listens for the answer to; it is asked once for all who do. */
final class Watch {

    private static final Logger LOG = Logger.getLogger(Watch.class);

    private final Supplier<Written> asking;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile News latest;

    /** @param first the answer its first listener got */
    Watch(Supplier<Written> asking, News first) {
        this.asking = asking;
        this.latest = first;
    }

    void add(Listener listener) {
        listeners.add(listener);
    }

    void remove(Listener listener) {
        listeners.remove(listener);
    }

    boolean isDeserted() {
        return listeners.isEmpty();
    }

    /**
     * Everybody hears it again: who was still taking something missed it, and who hears nothing new is kept alive. One
     * at a time, so that nobody hears what was said before after what was said later.
     */
    synchronized void repeat() {
        listeners.forEach(listener -> listener.hear(latest));
    }

    /** Returns false while somebody else is looking. */
    boolean mayLook() {
        return looking.compareAndSet(false, true);
    }

    void look() {
        try {
            latest = news();
            repeat();
        } finally {
            looking.set(false);
        }
    }

    private News news() {
        try {
            var figures = asking.get();
            return figures.tag().equals(latest.id()) ? latest : News.of(figures);
        } catch (Problem refused) {
            LOG.debugf("no longer answered: %s", refused.type().code());
            listeners.forEach(Listener::leave);
            return latest;
        } catch (RuntimeException failed) { // a listener is told so; the watch has to go on
            tell(failed);
            return News.UNAVAILABLE;
        }
    }

    private void tell(RuntimeException failed) {
        if (latest == News.UNAVAILABLE) {
            return;
        }
        if (Database.isAway(failed)) {
            LOG.warnf("database away: %s", failed.toString());
        } else {
            LOG.error("figures cannot be had for a stream", failed);
        }
    }
}
