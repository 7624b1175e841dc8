package vn.motcua.access;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** The people of the demo province. What they do, they do with the rights a demo token would give them. */
@ApplicationScoped
public class DemoCast {

    private final CurrentIdentityAssociation caller;
    private final DemoMark mark;

    DemoCast(CurrentIdentityAssociation caller, DemoMark mark) {
        this.caller = caller;
        this.mark = mark;
    }

    /** Whom a demo token without a subject of its own is for. */
    public static String subject(Role role, String unit) {
        return "demo-" + role.tokenName() + "-" + unit;
    }

    /**
     * Lets somebody do something, as in a request of their own.
     *
     * @throws IllegalStateException outside demo mode
     */
    public <T> T as(Role role, String unit, Supplier<T> deed) {
        if (!mark.isDemo()) {
            throw new IllegalStateException("Only in demo mode somebody acts without a token");
        }
        var requests = Arc.container().requestContext();
        var outer = requests.getStateIfActive();
        requests.activate();
        try {
            caller.setIdentity(identity(role, unit));
            return deed.get();
        } finally {
            requests.terminate();
            if (outer != null) {
                requests.activate(outer);
            }
        }
    }

    private static SecurityIdentity identity(Role role, String unit) {
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(subject(role, unit)))
                .addAttribute(Callers.UNIT, unit)
                .addAttribute(Callers.CLIENT, "demo");
        role.including().forEach(included -> identity.addRole(included.tokenName()));
        return identity.build();
    }
}
