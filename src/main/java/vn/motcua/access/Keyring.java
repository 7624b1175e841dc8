package vn.motcua.access;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Seals and opens what is personal, finds it by keyed hash, and derives the secrets of citizens. Keys changed in the
 * file while the service works are taken up within a second.
 */
@Startup
@ApplicationScoped
public class Keyring {

    /** Kind of digest that stands for a request that was made. */
    public static final String REQUEST = "request";

    private static final Logger LOG = Logger.getLogger(Keyring.class);
    private static final long GLANCE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int DIGEST_BYTES = 16;
    private static final int SECRET_BYTES = 10;

    /** Longer than any service needs to take up what was changed in its file. */
    static final Duration TAKEN_UP = Duration.ofSeconds(2);

    private final KeyFile file;
    private final DataSource database;
    private volatile Keys keys;
    private volatile long glanced;

    Keyring(@ConfigProperty(name = "motcua.keys") Path file, DataSource database) {
        this.file = new KeyFile(file);
        this.database = database;
    }

    /** For a migration, which has a connection of its own and comes before the service. */
    public static Keyring of(Path file, Connection connection) throws SQLException {
        var ring = new Keyring(file, null);
        ring.compare(connection);
        return ring;
    }

    /** Refuses to start on data sealed with keys this service does not have. */
    @PostConstruct
    void compare() {
        compareAnd(connection -> {});
    }

    /** Whoever else compares or changes keys waits until this is done. */
    private void compareAnd(Change more) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            compare(connection);
            more.make(connection);
            connection.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException("The keys of personal data could not be compared", failed);
        }
    }

    private void compare(Connection connection) throws SQLException {
        var used = SealingKeys.on(connection);
        if (used.isEmpty() && !file.exists()) {
            file.write(KeyFile.Keysets.fresh());
        }
        if (!file.exists() || !read().sealing().containsAll(used)) {
            throw new IllegalStateException("This database holds personal data sealed with keys that " + file
                    + " does not have. Give every service on it the same file (MOTCUA_KEYS).");
        }
        SealingKeys.add(connection, keys.first());
    }

    /**
     * Sealed with the first key.
     *
     * @param about what it belongs to; it opens for nothing else
     */
    public Sealed seal(String about, byte[] plain) {
        var current = current();
        return new Sealed(current.first(), done(() -> current.seal(plain, bytes(about))));
    }

    /** @throws IllegalStateException where it was changed, belongs to something else, or its key is not in the file */
    public byte[] open(String about, byte[] sealed) {
        var key = ByteBuffer.wrap(sealed, 1, Integer.BYTES).getInt(); // Tink: a version, then the id of the key
        var keys = current().sealing().contains(key) ? current() : read();
        try {
            return keys.open(sealed, bytes(about));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("What is sealed for " + about + " cannot be opened", broken);
        }
    }

    /** Keyed hash for finding equal values; for what is written now. */
    public byte[] digest(String kind, String value) {
        return done(() -> current().digest(bytes(kind + "\n" + value), DIGEST_BYTES));
    }

    /** The same by every key anything may have been written with. */
    public List<byte[]> digests(String kind, String value) {
        return done(() -> current().digests(bytes(kind + "\n" + value), DIGEST_BYTES));
    }

    /** 80 bits nobody can guess who does not have the key; the same for the same words, for ever. */
    public byte[] secret(String about) {
        return done(() -> current().track(bytes(about), SECRET_BYTES));
    }

    /** Id of the key that is written with now. */
    public int first() {
        return current().first();
    }

    /** Writes with new keys from now on; what was sealed before opens as before. Returns the id of the new one. */
    public int rotate() {
        compareAnd(connection -> {
            file.write(file.read().rotated());
            SealingKeys.add(connection, read().first());
        });
        return keys.first();
    }

    private Keys current() {
        var now = System.nanoTime();
        if (now - glanced > GLANCE_NANOS) {
            glanced = now;
            glance();
        }
        return keys;
    }

    /** While the file cannot be read, the keys in memory hold. */
    private void glance() {
        try {
            if (!keys.areOf(file.written())) {
                read();
            }
        } catch (UncheckedIOException | IllegalStateException unreadable) {
            LOG.warnf("The keys stay as they were: %s", unreadable.getMessage());
        }
    }

    private Keys read() {
        glanced = System.nanoTime();
        var written = file.written();
        keys = new Keys(file.read(), written);
        return keys;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static <T> T done(Work<T> work) {
        try {
            return work.run();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken); // the keys are there: they were read a moment ago
        }
    }

    /** What is done to the keys while nobody else compares or changes them. */
    private interface Change {

        void make(Connection connection) throws SQLException;
    }

    private interface Work<T> {

        T run() throws GeneralSecurityException;
    }

    /**
     * Something sealed.
     *
     * @param key id of the key, no secret
     * @param bytes as Tink writes them: a version, the id of the key, nonce, text, tag
     */
    public record Sealed(int key, byte[] bytes) {}
}
