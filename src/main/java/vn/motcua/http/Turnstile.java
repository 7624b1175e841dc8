package vn.motcua.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many requests a caller may send: one client with one subject, or whoever shows no valid token from one address.
 * Counted in memory by each service for itself, as asking the database would cost more than most answers; behind a
 * balancer a caller may send so many to each. Says in every answer what is left.
 */
@Singleton
class Turnstile {

    /** After the framework knows how to find out who calls (200), before it asks whether they may (100). */
    private static final int ONCE_TOKENS_ARE_READ = -150;

    /** What watches the service, and what describes it. */
    private static final Pattern FREE = Pattern.compile("/(q|openapi|docs)([/.].*)?");

    private static final int CALLERS_KEPT = 100_000;

    /** The framework would answer at once, and not with a problem. */
    private static final BiConsumer<RoutingContext, Throwable> LEFT_TO_THE_OPERATION = (passing, unreadable) -> {};

    private final Doorstep doorstep;
    private final long perSecond;
    private final long burst;
    private final String policy;
    private final Cache<String, Bucket> buckets;

    Turnstile(
            Doorstep doorstep,
            @ConfigProperty(name = "motcua.limits.requests-per-second") long perSecond,
            @ConfigProperty(name = "motcua.limits.burst") long burst) {
        this.doorstep = doorstep;
        this.perSecond = perSecond;
        this.burst = Math.max(burst, perSecond);
        var full = perSecond == 0 ? 1 : Math.max(1, this.burst / perSecond);
        this.policy = "\"caller\";q=" + this.burst + ";w=" + full;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(CALLERS_KEPT)
                .expireAfterAccess(Duration.ofSeconds(full).plusMinutes(1)) // it is full again by then
                .build();
    }

    void stand(@Observes Router router) {
        if (perSecond > 0) {
            router.route().order(ONCE_TOKENS_ARE_READ).handler(this::identify);
        }
    }

    /** The token is read once for the whole request; one that is not valid is refused later, where it is needed. */
    private void identify(RoutingContext passing) {
        if (FREE.matcher(passing.normalizedPath()).matches()) {
            passing.next();
            return;
        }
        var loop = Vertx.currentContext();
        var answering = passing.<Object>get(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        passing.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, LEFT_TO_THE_OPERATION);
        QuarkusHttpUser.getSecurityIdentity(passing, null)
                .subscribe()
                .with(
                        caller -> on(loop, () -> identified(passing, caller, answering)),
                        unreadable -> on(loop, () -> identified(passing, null, answering)));
    }

    private void identified(RoutingContext passing, SecurityIdentity caller, Object answering) {
        passing.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, answering);
        count(passing, caller);
    }

    /** A provider of tokens may have been asked meanwhile. */
    private static void on(Context loop, Runnable work) {
        if (Vertx.currentContext() == loop) {
            work.run();
        } else {
            loop.runOnContext(back -> work.run());
        }
    }

    private void count(RoutingContext passing, SecurityIdentity caller) {
        var taken = buckets.get(name(passing, caller), fresh -> bucket()).tryConsumeAndReturnRemaining(1);
        var left = taken.getRemainingTokens();
        var untilFull = (burst - left + perSecond - 1) / perSecond;
        passing.response()
                .putHeader("RateLimit-Policy", policy)
                .putHeader("RateLimit", "\"caller\";r=" + left + ";t=" + untilFull);
        if (taken.isConsumed()) {
            passing.next();
        } else {
            var wait = Duration.ofNanos(taken.getNanosToWaitForRefill());
            doorstep.refuse(passing, HttpProblem.TOO_MANY_REQUESTS.because().until(wait));
        }
    }

    private static String name(RoutingContext passing, SecurityIdentity caller) {
        return caller == null || caller.isAnonymous()
                ? CallerAddress.of(passing.request())
                : caller.getAttribute("client") + "\n" + caller.getPrincipal().getName();
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }
}
