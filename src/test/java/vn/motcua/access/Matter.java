package vn.motcua.access;

import java.util.List;
import java.util.Map;
import vn.motcua.access.Grant.When;

/**
 * Something operations are asked about, and units that stand to it in every way there is.
 *
 * @param when what is true of its status
 * @param said what goes into paths, queries and bodies, by name
 */
record Matter(String name, List<When> when, Map<String, String> said, List<Stand> stands) {

    boolean isDossier() {
        return said.containsKey("dossier");
    }

    boolean concerns(Rights rights) {
        return rights.grants().stream().map(Grant::relation).anyMatch(relations()::contains);
    }

    private List<Relation> relations() {
        return stands.stream().flatMap(stand -> stand.relations().stream()).toList();
    }

    /**
     * A unit, and how whoever acts for it stands to the matter.
     *
     * @param relations as the facts of the field say, not the service
     */
    record Stand(String name, String unit, List<Relation> relations) {}
}
