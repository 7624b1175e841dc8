package vn.motcua.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.is;
import static vn.motcua.Calling.as;
import static vn.motcua.Province.receipt;
import static vn.motcua.Province.receive;
import static vn.motcua.access.AuditRecord.trace;
import static vn.motcua.access.AuditRecord.traced;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.Owner;
import vn.motcua.Province;
import vn.motcua.Service;

/** Each reading is on record once, before its answer is there, whoever else reads and whatever breaks. */
@QuarkusTest
@Service
class AuditWriterTest {

    private static final int CONNECTIONS = 24;
    private static final int BURST = 60;

    @Inject
    AgroalDataSource database;

    @Inject
    AuditWriter writer;

    private AuditRecord record;
    private String unit;
    private String procedure;
    private String code;

    @BeforeEach
    void a_dossier() {
        record = new AuditRecord(database);
        var province = Province.at("H94");
        unit = province.communeA();
        procedure = province.procedure(3, "WORKING_DAY");
        code = receive(as("clerk", unit), receipt(procedure, unit, "COUNTER")).path("code");
    }

    @Test
    void a_burst_of_readers_finds_each_reading_on_record_when_its_answer_is_there() throws Exception {
        var missing = together(BURST, nth -> {
            var late = 0;
            for (var i = 0; i < 5; i++) {
                var trace = trace();
                traced(trace, as("clerk", unit))
                        .get("/v1/dossiers/" + code)
                        .then()
                        .statusCode(200);
                late += record.operations(trace).equals(List.of("showDossier")) ? 0 : 1;
            }
            return late;
        });

        assertThat(missing).containsOnly(0);
    }

    @Test
    void a_burst_of_receipts_and_readings_makes_one_entry_each() throws Exception {
        var traces = together(BURST, nth -> {
            var trace = trace();
            var caller = traced(trace, as("clerk", unit));
            var answer = nth % 2 == 0
                    ? receive(caller, receipt(procedure, unit, "COUNTER"))
                    : caller.get("/v1/dossiers/" + code);
            assertThat(answer.statusCode()).isIn(200, 201);
            return trace;
        });

        assertThat(traces).allMatch(trace -> record.operations(trace).size() == 1);
    }

    @Test
    void readers_that_hold_every_connection_do_not_keep_the_record_from_being_written() throws Exception {
        var held = new ArrayList<Connection>();
        var trace = trace();
        try {
            for (var i = 0; i < CONNECTIONS; i++) {
                held.add(database.getConnection());
            }
            writer.write(List.of(reading(trace, "H94")));
        } finally {
            for (var each : held) {
                each.close();
            }
        }
        assertThat(record.operations(trace)).containsExactly("showDossier");
    }

    @Test
    void what_cannot_be_written_keeps_nobody_else_from_being_written() throws Exception {
        var written = together(BURST, nth -> {
            try {
                writer.write(List.of(reading(trace(), nth == 0 ? "not its own" : "H94")));
                return true;
            } catch (RuntimeException refused) {
                return false;
            }
        });

        assertThat(written.get(0)).isFalse();
        assertThat(written.subList(1, BURST)).containsOnly(true);
    }

    @Test
    void an_error_of_java_itself_ends_neither_the_waiting_nor_the_writing() throws Exception {
        var broken = new AbstractList<String>() {
            @Override
            public String get(int index) {
                throw new LinkageError("made up");
            }

            @Override
            public int size() {
                return 1;
            }
        };
        var entry =
                new Footprint(Instant.now(), "x", List.of(), "H94", "x", "showDossier", null, null, broken, trace());
        assertThatThrownBy(() -> writer.write(List.of(entry))).hasMessage("service-busy");

        var trace = trace();
        writer.write(List.of(reading(trace, "H94")));
        assertThat(record.operations(trace)).containsExactly("showDossier");
    }

    private static Footprint reading(String trace, String concerned) {
        return new Footprint(
                Instant.now(), "x", List.of(), "H94", "x", "showDossier", null, null, List.of(concerned), trace);
    }

    @Test
    void nothing_is_shown_or_done_while_the_record_cannot_be_written() throws Exception {
        var trace = trace();
        try (var other = Owner.connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table audit_entry in share mode");

            traced(trace, as("clerk", unit))
                    .get("/v1/dossiers/" + code)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "2")
                    .body("code", is("service-busy"))
                    .body("status", is(503))
                    .body("applicant", is((Object) null));
            receive(traced(trace, as("clerk", unit)), receipt(procedure, unit, "COUNTER"))
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "2");
            other.rollback();
        }

        assertThat(record.entries(trace)).isEmpty();
        traced(trace, as("clerk", unit)).get("/v1/dossiers/" + code).then().statusCode(200);
        assertThat(record.operations(trace)).containsExactly("showDossier");
    }

    /** More of them than there are connections; else nobody could be served until the record goes on. */
    @Test
    void readers_who_wait_for_the_record_hold_no_connection() throws Exception {
        var threads = Executors.newFixedThreadPool(2 * CONNECTIONS);
        try (var other = Owner.connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table audit_entry in share mode");
            var readers = IntStream.range(0, 2 * CONNECTIONS)
                    .mapToObj(nth -> threads.submit(
                            () -> as("clerk", unit).get("/v1/dossiers/" + code).statusCode()))
                    .toList();
            TimeUnit.SECONDS.sleep(2);

            as("clerk", unit).get("/v1/units/" + unit).then().statusCode(200);
            assertThat(record.one("select count(*) from pg_stat_activity"
                            + " where usename = 'motcua' and state = 'idle in transaction'"))
                    .isEqualTo("0");
            assertThat(readers).noneMatch(Future::isDone);
            other.rollback();
            for (var reader : readers) {
                assertThat(reader.get()).isEqualTo(200);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void the_record_goes_on_after_its_connection_was_lost() throws Exception {
        as("clerk", unit).get("/v1/dossiers/" + code).then().statusCode(200);
        assertThat(record.one("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where application_name = 'motcua-audit'"))
                .isNotEqualTo("0");
        TimeUnit.MILLISECONDS.sleep(1_200); // a connection just used is taken to be well for a second

        var trace = trace();
        traced(trace, as("clerk", unit)).get("/v1/dossiers/" + code).then().statusCode(200);
        assertThat(record.operations(trace)).containsExactly("showDossier");
    }

    private static <T> List<T> together(int times, Nth<T> call) throws Exception {
        var threads = Executors.newFixedThreadPool(times);
        try {
            var calls = IntStream.range(0, times)
                    .<Callable<T>>mapToObj(nth -> () -> call.of(nth))
                    .toList();
            var answers = new ArrayList<T>();
            for (Future<T> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private interface Nth<T> {

        T of(int nth) throws Exception;
    }
}
