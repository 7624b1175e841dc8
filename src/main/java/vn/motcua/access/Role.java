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
