package vn.motcua.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * One effect for one key, on any network. The key's row is written first, in the transaction of the effect: a twin
 * waits for it there, and finds the answer once the first has committed. A refused request leaves no row behind.
 */
@ApplicationScoped
public class Idempotency {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");
    /** Keys are kept at least 72 hours; a counter may be offline over a weekend. */
    private static final String KEPT = "96 hours";

    private final EntityManager entities;
    private final ObjectMapper json;
    private final Fingerprint fingerprint;
    /** Writes what is said twice the same both times, in whichever process: maps have no order of their own. */
    private final ObjectWriter asSaid;

    private final SecurityIdentity caller;
    private final UriInfo uri;
    private final Event<Done> done;

    Idempotency(
            EntityManager entities,
            ObjectMapper json,
            Fingerprint fingerprint,
            SecurityIdentity caller,
            UriInfo uri,
            Event<Done> done) {
        this.entities = entities;
        this.json = json;
        this.fingerprint = fingerprint;
        this.asSaid = json.writer().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        this.caller = caller;
        this.uri = uri;
        this.done = done;
    }

    /**
     * Runs the effect in a transaction of its own, once for this caller and key, and answers with what it answered.
     *
     * @param key the header {@code Idempotency-Key}
     * @param body the request as it was read; with method and path it is what the key stands for
     */
    public Response once(String key, Object body, Supplier<Answer> effect) {
        return answer(key, body, effect, UnaryOperator.identity());
    }

    /**
     * The same, with an answer that holds what must not be kept: it is put in on the way out, each time anew.
     *
     * @param completing adds to the kept body, as JSON, what follows from it
     */
    public Response once(String key, Object body, Supplier<Answer> effect, Consumer<ObjectNode> completing) {
        return answer(key, body, effect, kept -> completed(kept, completing));
    }

    private Response answer(String key, Object body, Supplier<Answer> effect, UnaryOperator<String> sent) {
        require(key);
        var said = uri.getPath() + "\n" + write(asSaid, body);
        return QuarkusTransaction.requiringNew()
                .call(() -> claim(key, fingerprint.of(said)) ? act(key, effect) : replay(key, said))
                .response(sent);
    }

    private Kept act(String key, Supplier<Answer> effect) {
        var kept = keep(key, effect.get());
        done.fire(new Done());
        return kept;
    }

    private String completed(String kept, Consumer<ObjectNode> completing) {
        try {
            var whole = (ObjectNode) json.readTree(kept);
            completing.accept(whole);
            return json.writeValueAsString(whole);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken); // we wrote it ourselves
        }
    }

    /** Refuses a request without a key, before anything is done for it. */
    public static void require(String key) {
        if (key == null || !KEY.matcher(key).matches()) {
            throw HttpProblem.KEY_REQUIRED.because();
        }
    }

    private boolean claim(String key, String fingerprint) {
        try {
            return entities.createNativeQuery(
                                    """
                                    insert into idempotency_key (caller, key, fingerprint) values (?1, ?2, ?3)
                                    on conflict do nothing""")
                            .setParameter(1, callerName())
                            .setParameter(2, key)
                            .setParameter(3, fingerprint)
                            .executeUpdate()
                    == 1;
        } catch (PersistenceException waited) {
            if (Database.isLockTimeout(waited)) {
                throw HttpProblem.KEY_BUSY.because();
            }
            throw waited;
        }
    }

    private Kept keep(String key, Answer answer) {
        var kept = new Kept(answer.status(), answer.location(), answer.version(), write(json.writer(), answer.body()));
        entities.createNativeQuery(
                        """
                        update idempotency_key set status = ?3, location = ?4, version = ?5, body = ?6
                        where caller = ?1 and key = ?2""")
                .setParameter(1, callerName())
                .setParameter(2, key)
                .setParameter(3, kept.status)
                .setParameter(4, kept.location)
                .setParameter(5, kept.version)
                .setParameter(6, kept.body)
                .executeUpdate();
        return kept;
    }

    private Kept replay(String key, String said) {
        var row = (Object[]) entities.createNativeQuery(
                        """
                        select fingerprint, status, location, version, body from idempotency_key
                        where caller = ?1 and key = ?2""")
                .setParameter(1, callerName())
                .setParameter(2, key)
                .getSingleResult();
        if (!fingerprint.matches((String) row[0], said)) {
            throw HttpProblem.KEY_REUSED.because();
        }
        return new Kept(((Number) row[1]).intValue(), (String) row[2], (Long) row[3], (String) row[4]);
    }

    /** A key belongs to the client application, the person using it, and the unit that person acts for. */
    private String callerName() {
        var client = caller.getAttributes().getOrDefault("client", "");
        var unit = caller.getAttributes().getOrDefault("unit", "");
        return client + "/" + unit + "/" + caller.getPrincipal().getName();
    }

    private static String write(ObjectWriter writer, Object body) {
        try {
            return writer.writeValueAsString(body);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Scheduled(every = "1h", delayed = "10m")
    @Transactional
    void forgetOldKeys() {
        entities.createNativeQuery("delete from idempotency_key where created_at < now() - interval '" + KEPT + "'")
                .executeUpdate();
    }

    private record Kept(int status, String location, Long version, String body) {

        Response response(UnaryOperator<String> sent) {
            var builder = Response.status(status)
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .entity(sent.apply(body));
            if (location != null) {
                builder.header(HttpHeaders.LOCATION, location);
            }
            if (version != null) {
                builder.header(HttpHeaders.ETAG, EntityTags.of(version));
            }
            return builder.header(HttpHeaders.VARY, EntityTags.VARY).build();
        }
    }
}
