package vn.motcua.access;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What a caller is there for. The names are those in the token. */
public enum Role {
    CLERK,
    OFFICER,
    SUPERVISOR,
    CATALOGUE,
    DASHBOARD,
    INTEGRATOR,
    AUDITOR;

    /** Role names for {@code @RolesAllowed}. A supervisor's token also carries officer and clerk, see Callers. */
    public static final String CLERK_NAME = "clerk";

    public static final String OFFICER_NAME = "officer";
    public static final String SUPERVISOR_NAME = "supervisor";
    public static final String CATALOGUE_NAME = "catalogue";
    public static final String DASHBOARD_NAME = "dashboard";
    public static final String INTEGRATOR_NAME = "integrator";
    public static final String AUDITOR_NAME = "auditor";

    public static Optional<Role> named(String name) {
        return Arrays.stream(values())
                .filter(role -> role.tokenName().equals(name))
                .findFirst();
    }

    public String tokenName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** A supervisor may do what an officer may, an officer what a clerk may. */
    Set<Role> including() {
        return switch (this) {
            case SUPERVISOR -> Set.of(SUPERVISOR, OFFICER, CLERK);
            case OFFICER -> Set.of(OFFICER, CLERK);
            default -> Set.of(this);
        };
    }
}
