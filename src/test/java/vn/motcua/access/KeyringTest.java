package vn.motcua.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.Service;

/** Sealing, finding and deriving, and the file the keys are in. */
@QuarkusTest
@Service
class KeyringTest {

    private static final byte[] NUMBER = "001085012345".getBytes(UTF_8);

    @Inject
    Keyring ring;

    @Inject
    DataSource database;

    @ConfigProperty(name = "motcua.keys")
    Path file;

    @TempDir
    Path folder;

    @Test
    void what_is_sealed_opens_for_what_it_belongs_to_and_for_nothing_else() {
        var sealed = ring.seal("1/APPLICANT", NUMBER);

        assertThat(new String(sealed.bytes(), UTF_8)).doesNotContain("001085012345");
        assertThat(sealed.key()).isEqualTo(ring.first());
        assertThat(ring.open("1/APPLICANT", sealed.bytes())).isEqualTo(NUMBER);
        assertThatThrownBy(() -> ring.open("2/APPLICANT", sealed.bytes())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_changed_byte_opens_nothing() {
        var changed = ring.seal("1/APPLICANT", NUMBER).bytes();
        changed[changed.length - 1] ^= 1;

        assertThatThrownBy(() -> ring.open("1/APPLICANT", changed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_same_is_sealed_differently_every_time_and_found_by_the_same_hash() {
        assertThat(ring.seal("1", NUMBER).bytes())
                .isNotEqualTo(ring.seal("1", NUMBER).bytes());
        assertThat(ring.digest("identity", "001085012345"))
                .isEqualTo(ring.digest("identity", "001085012345"))
                .isNotEqualTo(ring.digest("phone", "001085012345"))
                .isNotEqualTo(ring.digest("identity", "001085012346"));
    }

    @Test
    void after_a_rotation_what_was_sealed_and_hashed_before_is_opened_and_found() throws IOException {
        var other = other();
        var sealed = other.seal("1", NUMBER);
        var digest = other.digest("phone", "0912345678");
        var secret = other.secret("H42-1/1");

        other.rotate();

        assertThat(other.first()).isNotEqualTo(sealed.key());
        assertThat(other.open("1", sealed.bytes())).isEqualTo(NUMBER);
        assertThat(other.digest("phone", "0912345678")).isNotEqualTo(digest);
        assertThat(other.digests("phone", "0912345678")).hasSize(2).anyMatch(each -> Arrays.equals(each, digest));
        assertThat(other.secret("H42-1/1")).as("printed on a receipt").isEqualTo(secret);
    }

    @Test
    void keys_changed_in_the_file_are_taken_up_while_working() throws Exception {
        var here = other();
        var there = other();

        there.rotate();
        var sealed = there.seal("1", NUMBER);
        assertThat(here.open("1", sealed.bytes())).isEqualTo(NUMBER);

        there.rotate();
        Thread.sleep(1_100); // the glance at the file
        assertThat(here.first()).isEqualTo(there.first());
    }

    @Test
    void keys_in_memory_hold_while_the_file_cannot_be_read() throws Exception {
        var here = other();
        var sealed = here.seal("1", NUMBER);
        Files.move(copy(), folder.resolve("elsewhere"));
        Thread.sleep(1_100); // the glance at the file

        assertThat(here.open("1", sealed.bytes())).isEqualTo(NUMBER);
        assertThat(here.seal("1", NUMBER).key()).isEqualTo(sealed.key());

        Files.writeString(copy(), "{ half a copy");
        Thread.sleep(1_100);
        assertThat(here.open("1", sealed.bytes())).isEqualTo(NUMBER);
    }

    @Test
    void of_two_who_change_the_keys_at_once_neither_loses_a_key() throws Exception {
        var here = other();
        var there = other();
        var both = Executors.newFixedThreadPool(2);
        try {
            for (var turn = 0; turn < 5; turn++) {
                var first = both.submit(here::rotate);
                var second = both.submit(there::rotate);
                var added = Set.of(first.get(), second.get());

                var file = new KeyFile(copy());
                assertThat(new Keys(file.read(), file.written()).sealing()).containsAll(added);
            }
        } finally {
            both.shutdown();
        }
    }

    @Test
    void only_its_owner_can_read_the_file() throws Exception {
        assertThat(Files.getPosixFilePermissions(file))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
    }

    @Test
    void a_service_without_the_keys_of_its_database_does_not_start() {
        assertThatThrownBy(() -> new Keyring(folder.resolve("none"), database).compare())
                .hasMessageContaining("MOTCUA_KEYS");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    /** Another service on the same database, with a copy of the keys. */
    private Keyring other() throws IOException {
        if (!Files.exists(copy())) {
            Files.copy(file, copy());
        }
        var ring = new Keyring(copy(), database);
        ring.compare();
        return ring;
    }

    private Path copy() {
        return folder.resolve("keys");
    }

    /** The service under test has never seen the keys of these tests. */
    @AfterEach
    void forgetTheirKeys() throws SQLException {
        try (var connection = database.getConnection();
                var forgetting = connection.prepareStatement("delete from sealing_key where id <> ?")) {
            forgetting.setInt(1, ring.first());
            forgetting.executeUpdate();
        }
    }
}
