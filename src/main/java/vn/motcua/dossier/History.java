package vn.motcua.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The append-only past of every dossier. */
@ApplicationScoped
class History {

    private final EntityManager entities;
    private final Copier copier;
    private final ObjectMapper json;

    History(EntityManager entities, Copier copier, ObjectMapper json) {
        this.entities = entities;
        this.copier = copier;
        this.json = json;
    }

    /** The next row of this dossier's chain; the dossier carries its number and hash from here on. */
    HistoryRow next(Dossier dossier, DossierEvent event, Moment moment, Actor by) {
        var number = dossier.lastNumber() + 1;
        var texts = event.texts().entrySet().stream()
                .map(text -> new FreeText(number, text.getKey(), text.getValue()))
                .toList();
        var digests = new TreeMap<String, String>();
        texts.forEach(text -> digests.put(text.name(), text.digest()));
        var said = new HistoryFacts(
                dossier.papers().code(),
                number,
                event.type(),
                moment.at(),
                moment.recordedAt(),
                by.id(),
                by.unit(),
                event,
                digests.isEmpty() ? null : digests,
                dossier.standing().copy());
        var imported = dossier.papers().source() == Source.IMPORT && by.importing();
        var row = new HistoryRow(
                said,
                event.annuls(),
                write(said),
                dossier.lastHash(),
                imported ? moment.at() : moment.recordedAt(),
                texts);
        dossier.chain(row);
        return row;
    }

    void keep(Dossier dossier, HistoryRow row) {
        entities.persist(row.of(dossier));
        row.texts().forEach(entities::persist);
    }

    /** Those of several dossiers, in as few statements as may be. */
    void keepAll(Map<Dossier, HistoryRow> rows) {
        rows.forEach((dossier, row) -> entities.persist(row.of(dossier)));
        rows.values().forEach(row -> row.texts().forEach(entities::persist));
    }

    /** Those of many new dossiers, in this order; by COPY. */
    void copy(List<HistoryRow> rows) {
        copier.identify(HistoryRow.class, rows);
        copier.write(HistoryRow.class, rows);
        copier.write(
                FreeText.class,
                rows.stream().flatMap(row -> row.texts().stream()).toList());
    }

    /** The rows after one with this number, in order. */
    List<HistoryRow> after(Dossier dossier, int number, int most) {
        return entities.createQuery(
                        "from HistoryRow where dossier = ?1 and number > ?2 order by number", HistoryRow.class)
                .setParameter(1, dossier.id())
                .setParameter(2, number)
                .setMaxResults(most)
                .getResultList();
    }

    /** The rows that still hold, the newest first: without those a correction annulled. */
    List<HistoryRow> holding(Dossier dossier) {
        var rows = after(dossier, 0, dossier.lastNumber());
        var holding = new ArrayList<HistoryRow>();
        for (var number = rows.size(); number > 0; ) {
            var row = rows.get(number - 1);
            holding.add(row);
            number = row.annuls() == null ? number - 1 : row.annuls() - 1;
        }
        return holding;
    }

    List<FreeText> textsOf(Dossier dossier) {
        return entities.createQuery("from FreeText where place.dossier = ?1", FreeText.class)
                .setParameter(1, dossier.id())
                .getResultList();
    }

    private String write(HistoryFacts said) {
        try {
            return json.writeValueAsString(said);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
