package vn.motcua.dossier;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.jpa.HibernateHints;
import org.jboss.logging.Logger;
import vn.motcua.http.Database;
import vn.motcua.http.HttpProblem;

/**
 * A whole list as one file. It is read in one snapshot, so that it shows one moment, and goes out row by row as fast as
 * the client takes it. As long as that lasts it holds a transaction open, and a connection: few exports run at once, and
 * a client that stops taking is left.
 */
@ApplicationScoped
class DossierExport {

    private static final Logger LOG = Logger.getLogger(DossierExport.class);

    /** Of the 24 connections of the service. */
    private static final int AT_ONCE = 4;

    private static final int ROWS_AT_A_TIME = 1_000;
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_SECONDS = 3_600;

    private final DossierList dossiers;
    private final EntityManager entities;
    private final ObjectMapper json;
    private final Vertx vertx;
    private final Duration patience;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /** @param patience how long a client may take over a thousand rows */
    DossierExport(
            DossierList dossiers,
            EntityManager entities,
            ObjectMapper json,
            Vertx vertx,
            @ConfigProperty(name = "motcua.export.patience") Duration patience) {
        this.dossiers = dossiers;
        this.entities = entities;
        this.json = json;
        this.vertx = vertx;
        this.patience = patience;
    }

    /** What is still wrong with the question is refused here, before anything is sent. */
    StreamingOutput of(DossierFilter filter, Set<String> reach, ExportFormat format, HttpServerRequest request) {
        var conditions = filter.conditions();
        return out -> {
            if (!places.tryAcquire()) {
                throw HttpProblem.SERVICE_BUSY.because();
            }
            try (var client = new ExportClient(vertx, request, patience)) {
                wholeOrBroken(client, () -> write(dossiers.whole(conditions, reach), format, out, client));
            } finally {
                places.release();
            }
        };
    }

    /** What fails before anything was sent is answered with a problem; later only the connection can tell. */
    private void wholeOrBroken(ExportClient client, Runnable writing) {
        try {
            QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> {
                Database.readAtOneMoment(entities);
                writing.run();
            });
        } catch (RuntimeException failed) { // whatever it is: no problem can follow rows already sent
            if (!client.isBeingAnswered()) {
                throw failed;
            }
            client.cut();
            LOG.warn("export broken off", failed);
        }
    }

    private void write(Query query, ExportFormat format, OutputStream out, ExportClient client) {
        try (var rows = rows(query)) {
            var lines = format.to(new BufferedOutputStream(out, BUFFER), json);
            var row = rows.iterator();
            while (row.hasNext()) {
                var some = some(row);
                client.isToTake();
                for (var each : some) {
                    lines.add(each);
                }
                client.hasTaken();
            }
            client.isToTake();
            lines.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static List<DossierLine> some(Iterator<Object[]> rows) {
        var lines = new ArrayList<DossierLine>(ROWS_AT_A_TIME);
        while (lines.size() < ROWS_AT_A_TIME && rows.hasNext()) {
            lines.add(DossierLine.of(rows.next()));
        }
        return lines;
    }

    /** Fetched so many at a time; without this the driver would read them all into memory. */
    @SuppressWarnings("unchecked")
    private static Stream<Object[]> rows(Query query) {
        return query.setHint(HibernateHints.HINT_FETCH_SIZE, ROWS_AT_A_TIME).getResultStream();
    }
}
