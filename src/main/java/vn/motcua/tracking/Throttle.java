package vn.motcua.tracking;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.motcua.access.Keyring;

/**
 * How often one may look up: an address so often a minute, and so many wrong secrets an hour for one code, whoever
 * tries. Where others have used up what a code has, each address still has a few tries of its own: somebody who guesses
 * does not lock out the citizen. Counted in the database, for all services on it; 0 lifts a limit, and leaves an
 * address none of its own.
 */
@ApplicationScoped
class Throttle {

    private static final Duration ADDRESS_PERIOD = Duration.ofMinutes(1);
    private static final Duration CODE_PERIOD = Duration.ofHours(1);
    /** A bucket is full again, and forgotten so much later. */
    private static final Duration KEPT_LONGER = Duration.ofMinutes(1);

    private static final int FORGOTTEN_AT_ONCE = 1_000;

    private final PostgreSQLSelectForUpdateBasedProxyManager<byte[]> buckets;
    private final Keyring keys;
    private final Optional<BucketConfiguration> perAddress;
    private final Optional<BucketConfiguration> perCode;
    private final Optional<BucketConfiguration> perCodeAndAddress;

    Throttle(
            DataSource database,
            Keyring keys,
            @ConfigProperty(name = "motcua.tracking.tries-per-minute-and-address") long tries,
            @ConfigProperty(name = "motcua.tracking.wrong-per-hour-and-code") long wrong,
            @ConfigProperty(name = "motcua.tracking.wrong-per-hour-code-and-address") long wrongOfOne) {
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PreparedStatement::setBytes)
                .table("tracking_bucket")
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_LONGER))
                .build();
        this.keys = keys;
        this.perAddress = limit(tries, ADDRESS_PERIOD);
        this.perCode = limit(wrong, CODE_PERIOD);
        this.perCodeAndAddress = limit(wrongOfOne, CODE_PERIOD);
    }

    private static Optional<BucketConfiguration> limit(long most, Duration period) {
        return most == 0
                ? Optional.empty()
                : Optional.of(BucketConfiguration.builder()
                        .addLimit(limit -> limit.capacity(most).refillGreedy(most, period))
                        .build());
    }

    /**
     * Takes a try for this code, whatever it is, before anything is known of it; refused where none is left.
     *
     * @return to be told if the secret was right
     */
    Try take(String code, String address) {
        var ofAddress = new Try(perAddress, "tracking-address", address);
        refuseAfter(ofAddress.waiting());
        var ofCode = new Try(perCode, "tracking-code", code);
        var waiting = ofCode.waiting();
        if (waiting == 0) {
            return ofCode;
        }
        if (perCodeAndAddress.isEmpty()) {
            refuseAfter(waiting);
        }
        var own = new Try(perCodeAndAddress, "tracking-code-and-address", code + "\n" + address);
        refuseAfter(LongStream.of(waiting, own.waiting()).min().orElseThrow());
        return own;
    }

    private static void refuseAfter(long nanos) {
        if (nanos > 0) {
            throw TrackingProblem.TRIED_TOO_OFTEN.because().until(Duration.ofNanos(nanos));
        }
    }

    @Scheduled(every = "10m", delayed = "10m")
    void forget() {
        while (buckets.removeExpired(FORGOTTEN_AT_ONCE) == FORGOTTEN_AT_ONCE) {
            Thread.yield();
        }
    }

    /** One try, counted under one limit. */
    final class Try {

        private final Optional<Bucket> bucket;

        private Try(Optional<BucketConfiguration> limit, String kind, String what) {
            bucket = limit.map(said -> buckets.getProxy(keys.digest(name(kind, said), what), () -> said));
        }

        /** Another limit, another bucket: one that is there keeps the limit it was made with. */
        private static String name(String kind, BucketConfiguration limit) {
            return kind + "/" + limit.getBandwidths()[0].getCapacity();
        }

        /** Takes it, or tells after how many nanoseconds there is one. */
        private long waiting() {
            return bucket.map(left -> left.tryConsumeAndReturnRemaining(1))
                    .filter(taken -> !taken.isConsumed())
                    .map(taken -> Math.max(1, taken.getNanosToWaitForRefill()))
                    .orElse(0L);
        }

        /** Only wrong ones count. */
        void wasRight() {
            bucket.ifPresent(left -> left.addTokens(1));
        }
    }
}
