package vn.motcua.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import vn.motcua.http.Command;
import vn.motcua.http.Database;

/**
 * Walks every history and names whatever does not fit: a changed or missing row, a cut-off tail, a column that says
 * something else than the facts, a text that does not match its digest, a dossier that does not stand where its
 * history ends.
 */
@ApplicationScoped
class HistoryVerifier implements Command {

    private static final int DOSSIERS_AT_A_TIME = 500;
    private static final int PATIENCE_SECONDS = 600;

    private final EntityManager entities;
    private final ObjectMapper json;

    HistoryVerifier(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
    }

    @Override
    public String name() {
        return "verify-history";
    }

    @Override
    public int run() {
        return Command.tell(verify());
    }

    /** One sentence for each difference; none when every history is whole. Dossiers of its own time are left out. */
    List<String> verify() {
        var differences = new ArrayList<String>();
        var newest = atOneMoment(this::newest);
        for (var last = 0L; last < newest; ) {
            var after = last;
            last = atOneMoment(() -> check(page(after, newest), differences));
        }
        return differences;
    }

    /** Desks may be at work; a dossier and its history are read as they stand together. */
    private long atOneMoment(LongSupplier work) {
        if (QuarkusTransaction.isActive()) {
            return work.getAsLong();
        }
        return QuarkusTransaction.requiringNew().timeout(PATIENCE_SECONDS).call(() -> {
            Database.readAtOneMoment(entities);
            return work.getAsLong();
        });
    }

    private long newest() {
        return entities.createQuery("select coalesce(max(id), 0) from Dossier", Long.class)
                .getSingleResult();
    }

    private List<Dossier> page(long after, long newest) {
        return entities.createQuery("from Dossier where id > ?1 and id <= ?2 order by id", Dossier.class)
                .setParameter(1, after)
                .setParameter(2, newest)
                .setMaxResults(DOSSIERS_AT_A_TIME)
                .getResultList();
    }

    /** Returns the last one checked. */
    private long check(List<Dossier> dossiers, List<String> differences) {
        var ids = dossiers.stream().map(Dossier::id).toList();
        var rows = rows(ids);
        var texts = texts(ids);
        for (var dossier : dossiers) {
            new Check(dossier, differences)
                    .run(rows.getOrDefault(dossier.id(), List.of()), texts.getOrDefault(dossier.id(), List.of()));
        }
        entities.clear();
        return dossiers.isEmpty()
                ? Long.MAX_VALUE
                : dossiers.get(dossiers.size() - 1).id();
    }

    private Map<Long, List<HistoryRow>> rows(List<Long> dossiers) {
        return entities.createQuery("from HistoryRow where dossier in ?1 order by dossier, number", HistoryRow.class)
                .setParameter(1, dossiers)
                .getResultStream()
                .collect(Collectors.groupingBy(HistoryRow::dossier));
    }

    private Map<Long, List<FreeText>> texts(List<Long> dossiers) {
        return entities.createQuery("from FreeText where place.dossier in ?1", FreeText.class)
                .setParameter(1, dossiers)
                .getResultStream()
                .collect(Collectors.groupingBy(FreeText::dossier));
    }

    /** One dossier's history, checked row by row. */
    private final class Check {

        private final Dossier dossier;
        private final List<String> differences;
        private byte[] hash = new byte[0];
        private int number;

        Check(Dossier dossier, List<String> differences) {
            this.dossier = dossier;
            this.differences = differences;
        }

        void run(List<HistoryRow> rows, List<FreeText> texts) {
            rows.forEach(this::row);
            texts(rows, texts);
            expect(number == dossier.lastNumber() && Arrays.equals(hash, dossier.lastHash()), "the tail is cut off");
            if (!rows.isEmpty()) {
                var last = rows.get(rows.size() - 1);
                expect(tree(dossier.standing()).equals(tree(last.standing())), "it does not stand where history ends");
            }
        }

        private void row(HistoryRow row) {
            number++;
            expect(row.number() == number, "row " + number + " is missing");
            number = row.number();
            expect(Arrays.equals(row.previousHash(), hash), "row " + number + " does not follow the one before");
            expect(
                    Arrays.equals(row.hash(), HistoryRow.chained(row.previousHash(), row.facts())),
                    "row " + number + " was changed");
            hash = row.hash();
            columns(row);
        }

        private void columns(HistoryRow row) {
            var facts = parse(row.facts());
            expect(
                    facts.path("dossier").asText().equals(dossier.papers().code())
                            && facts.path("number").asInt() == row.number()
                            && facts.path("type").asText().equals(row.type())
                            && facts.path("by").asText().equals(row.by())
                            && facts.path("at").equals(tree(row.at()))
                            && facts.path("recordedAt").equals(tree(row.recordedAt()))
                            && facts.path("data").path("annuls").asInt() == (row.annuls() == null ? 0 : row.annuls())
                            && facts.path("standing").equals(tree(row.standing())),
                    "the columns of row " + row.number() + " differ from its facts");
        }

        private void texts(List<HistoryRow> rows, List<FreeText> texts) {
            texts.stream()
                    .filter(text -> rows.stream().noneMatch(row -> holds(row, text)))
                    .forEach(
                            text -> expect(false, "the text " + text.name() + " of row " + text.number() + " differs"));
        }

        private boolean holds(HistoryRow row, FreeText text) {
            return row.number() == text.number()
                    && parse(row.facts())
                            .path("texts")
                            .path(text.name())
                            .asText()
                            .equals(text.digest());
        }

        private void expect(boolean right, String otherwise) {
            if (!right) {
                differences.add(dossier.papers().code() + ": " + otherwise);
            }
        }
    }

    private JsonNode tree(Object value) {
        return parse(write(value));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException broken) {
            return json.missingNode();
        }
    }
}
