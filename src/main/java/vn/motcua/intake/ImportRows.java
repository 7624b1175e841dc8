package vn.motcua.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.Session;
import vn.motcua.access.Keyring;
import vn.motcua.dossier.Archive.How;
import vn.motcua.dossier.Archive.Taken;

/**
 * The rows of imports, kept until they are done and after, so that everybody can see what became of them. What a row says
 * may be personal: it is sealed while it waits, and gone once it is done.
 */
@ApplicationScoped
class ImportRows {

    private static final int AT_A_TIME = 1000;

    private final EntityManager entities;
    private final Keyring keys;

    ImportRows(EntityManager entities, Keyring keys) {
        this.entities = entities;
        this.keys = keys;
    }

    /** Keeps what the source gives, numbered from 1; returns how many. */
    int keep(UUID job, Consumer<Consumer<String>> source) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (var insert = connection.prepareStatement(
                    "insert into import_row (job, row, sealed, key_id) values (?, ?, ?, ?)")) {
                var writer = new Writer(insert, job, keys);
                source.accept(writer);
                insert.executeBatch();
                return writer.written;
            }
        });
    }

    /** The next rows without an outcome, in order. */
    List<Line> next(UUID job, int most) {
        var query = entities.createNativeQuery(
                        "select row, sealed from import_row where job = ?1 and outcome is null order by row limit ?2")
                .setParameter(1, job)
                .setParameter(2, most);
        return rows(query)
                .map(row -> new Line((Integer) row[0], open(job, (Integer) row[0], (byte[]) row[1])))
                .toList();
    }

    private String open(UUID job, int row, byte[] sealed) {
        return new String(keys.open(place(job, row), sealed), StandardCharsets.UTF_8);
    }

    /** What a row is sealed for. */
    private static String place(UUID job, int row) {
        return "import/" + job + "/" + row;
    }

    /** Writes down what became of the rows, all in one go; what they said is in their dossiers, or let go. */
    void conclude(UUID job, List<Concluded> rows) {
        entities.createNativeQuery(
                        """
                        update import_row set outcome = done.outcome, identity = done.identity, code = done.code,
                            problem = done.problem, sealed = null, key_id = null
                        from unnest(cast(?2 as integer[]), cast(?3 as text[]), cast(?4 as text[]), cast(?5 as text[]),
                            cast(?6 as text[])) as done (row, outcome, identity, code, problem)
                        where job = ?1 and import_row.row = done.row""")
                .setParameter(1, job)
                .setParameter(2, rows.stream().map(done -> done.line.row()).toArray(Integer[]::new))
                .setParameter(3, texts(rows, done -> done.taken.how().name()))
                .setParameter(4, texts(rows, Concluded::identity))
                .setParameter(5, texts(rows, done -> done.taken.code()))
                .setParameter(6, texts(rows, Concluded::problem))
                .executeUpdate();
    }

    private static String[] texts(List<Concluded> rows, Function<Concluded, String> part) {
        return rows.stream().map(part).toArray(String[]::new);
    }

    /** What became of the rows after one, in order; of one outcome where it is given. */
    List<ImportResult> list(UUID job, How outcome, long after, int most) {
        var wanted = outcome == null ? "is not null" : "= '" + outcome + "'";
        var query = entities.createNativeQuery("select row, identity, outcome, code, problem from import_row"
                        + " where job = ?1 and row > ?2 and outcome " + wanted + " order by row limit ?3")
                .setParameter(1, job)
                .setParameter(2, after)
                .setParameter(3, most);
        return rows(query).map(ImportResult::of).toList();
    }

    @SuppressWarnings("unchecked")
    private static Stream<Object[]> rows(Query query) {
        return query.getResultList().stream();
    }

    /** One row to do. */
    record Line(int row, String text) {}

    /** One row done. */
    record Concluded(Line line, String identity, Taken taken) {

        private String problem() {
            return taken.problem() == null ? null : taken.problem().type().code();
        }
    }

    private static final class Writer implements Consumer<String> {

        private final PreparedStatement insert;
        private final UUID job;
        private final Keyring keys;
        private int written;

        Writer(PreparedStatement insert, UUID job, Keyring keys) {
            this.insert = insert;
            this.job = job;
            this.keys = keys;
        }

        @Override
        public void accept(String line) {
            try {
                insert.setObject(1, job);
                insert.setInt(2, ++written);
                var sealed = keys.seal(place(job, written), line.getBytes(StandardCharsets.UTF_8));
                insert.setBytes(3, sealed.bytes());
                insert.setInt(4, sealed.key());
                insert.addBatch();
                if (written % AT_A_TIME == 0) {
                    insert.executeBatch();
                }
            } catch (SQLException failed) {
                throw new PersistenceException(failed);
            }
        }
    }
}
