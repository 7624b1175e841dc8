package vn.motcua.dossier;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A dossier with its people and what was handed in.
 *
 * @param content null where nothing was said
 */
record WholeDossier(Dossier dossier, Set<Person> people, Content content) {

    static WholeDossier of(Dossier dossier, List<Row> rows) {
        var people = rows.stream()
                .map(Row::person)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new WholeDossier(dossier, people, rows.get(0).content);
    }

    /** One of its people with it; again for each of its stops and hand-overs. */
    record Row(Dossier dossier, Person person, Content content) {}
}
