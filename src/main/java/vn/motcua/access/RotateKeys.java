package vn.motcua.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import vn.motcua.http.Command;

/** Puts a new key first and seals everything with it, while the services on the same file of keys go on working. */
@ApplicationScoped
class RotateKeys implements Command {

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Keyring keys;
    private final Instance<SealedTable> tables;
    private final EntityManager entities;

    RotateKeys(Keyring keys, @Any Instance<SealedTable> tables, EntityManager entities) {
        this.keys = keys;
        this.tables = tables;
        this.entities = entities;
    }

    @Override
    public String name() {
        return "rotate-keys";
    }

    @Override
    public int run() {
        var earlier = keys.first();
        var first = keys.rotate();
        System.out.printf("New first key %s, before it %s%n", shown(first), shown(earlier));
        pause(Keyring.TAKEN_UP); // a service that does not know the key would not find what was sealed with it
        return tables.stream().mapToInt(this::rotate).max().orElse(0);
    }

    /** Twice: a transaction that sealed with the earlier key may commit long after the services know the new one. */
    private int rotate(SealedTable table) {
        var end = Instant.now().plus(PATIENCE);
        var sealed = table.sealAgain();
        awaitWhoWritesNow(end);
        sealed += table.sealAgain();
        var left = table.sealedEarlier();
        while (left > 0 && Instant.now().isBefore(end)) {
            pause(Duration.ofMillis(200)); // held by somebody
            sealed += table.sealAgain();
            left = table.sealedEarlier();
        }
        System.out.printf(
                "%s: %d rows sealed with key %s, %d left with an earlier one%n",
                table.holds(), sealed, shown(keys.first()), left);
        return left == 0 ? 0 : 1;
    }

    /** Until every transaction has ended that is writing something now. */
    private void awaitWhoWritesNow(Instant end) {
        var next = number("pg_snapshot_xmax(pg_current_snapshot())");
        while (number("pg_snapshot_xmin(pg_current_snapshot())") < next
                && Instant.now().isBefore(end)) {
            pause(Duration.ofMillis(50));
        }
    }

    private long number(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery("select cast(cast(" + sql + " as text) as bigint)")
                                .getSingleResult())
                        .longValue());
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped before everything was sealed again", stopped);
        }
    }

    /** As in the file, where the id of a key has no sign. */
    private static String shown(int key) {
        return Integer.toUnsignedString(key);
    }
}
