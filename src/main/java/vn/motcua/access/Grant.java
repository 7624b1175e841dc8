package vn.motcua.access;

import java.util.Arrays;
import java.util.Set;

/**
 * Leave to do something from one relation.
 *
 * @param roles the least of the roles that have it; none where every caller has
 * @param when the status of the dossier it depends on
 */
public record Grant(Relation relation, Set<Role> roles, When when) {

    static Grant from(Relation relation, Role... roles) {
        return new Grant(relation, Set.copyOf(Arrays.asList(roles)), When.ALWAYS);
    }

    Grant only(When limited) {
        return new Grant(relation, roles, limited);
    }

    /** In which status of the dossier. */
    public enum When {
        ALWAYS,
        SUBMITTED,
        AWAITING_SUPPLEMENT,
        NOT_AWAITING_SUPPLEMENT
    }
}
