package vn.motcua.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.generator.BeforeExecutionGenerator;
import org.hibernate.generator.EventType;
import org.hibernate.metamodel.mapping.ModelPart.JdbcValueConsumer;
import org.hibernate.persister.entity.EntityPersister;
import org.postgresql.PGConnection;

/**
 * Writes new entities into the table and the columns they are mapped to by COPY: the fastest way into PostgreSQL, for
 * many at a time. They do not become managed, and what they hold in tables of its own (collections) is not written.
 */
@ApplicationScoped
class Copier {

    private static final String NULL = "\\N";

    private final EntityManager entities;

    Copier(EntityManager entities) {
        this.entities = entities;
    }

    /** Gives each of them its id, as persisting would. */
    <T> void identify(Class<T> type, List<T> rows) {
        var session = entities.unwrap(SessionImplementor.class);
        var persister = persister(session, type);
        var ids = (BeforeExecutionGenerator) persister.getGenerator();
        rows.forEach(row -> persister.setIdentifier(row, ids.generate(session, row, null, EventType.INSERT), session));
    }

    /** All of one type, with their ids. */
    <T> void write(Class<T> type, List<T> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var session = entities.unwrap(SessionImplementor.class);
        var persister = persister(session, type);
        var columns = String.join(", ", columns(session, persister, rows.get(0)).keySet());
        var lines = rows.stream()
                .map(row -> String.join("\t", columns(session, persister, row).values()))
                .collect(Collectors.joining("\n"));
        var copy = "copy %s (%s) from stdin".formatted(persister.getIdentifierTableName(), columns);
        session.doWork(connection -> {
            try {
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, new StringReader(lines));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible); // it is read from memory
            }
        });
    }

    private static EntityPersister persister(SessionImplementor session, Class<?> type) {
        return session.getFactory().getMappingMetamodel().getEntityDescriptor(type);
    }

    /** What stands in each column of a row, as COPY reads it. */
    private static Map<String, String> columns(SessionImplementor session, EntityPersister persister, Object row) {
        var columns = new LinkedHashMap<String, String>();
        JdbcValueConsumer column = (place, value, mapped) -> columns.put(mapped.getSelectionExpression(), text(value));
        persister.getIdentifierMapping().decompose(persister.getIdentifier(row, session), column, session);
        persister.forEachAttributeMapping(attribute -> attribute.decompose(attribute.getValue(row), column, session));
        return columns;
    }

    private static String text(Object value) {
        return value == null ? NULL : escaped(plain(value));
    }

    private static String plain(Object value) {
        if (value instanceof byte[] bytes) {
            return "\\x" + HexFormat.of().formatHex(bytes);
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(Copier::element).collect(Collectors.joining(",", "{", "}"));
        }
        return value instanceof Enum<?> one ? one.name() : value.toString();
    }

    private static String element(Object value) {
        return "\"" + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }
}
