package vn.motcua.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads the unit, the client and the roles a role includes from a verified token; asks the rights for each operation. */
@ApplicationScoped
class Callers implements SecurityIdentityAugmentor {

    static final String UNIT = "unit";
    static final String CLIENT = "client";

    private static final Uni<Boolean> ADMITTED = Uni.createFrom().item(true);
    private static final Uni<Boolean> REFUSED = Uni.createFrom().item(false);

    private final String unitClaim;

    Callers(@ConfigProperty(name = "motcua.access.unit-claim") String unitClaim) {
        this.unitClaim = unitClaim;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous()) {
            return Uni.createFrom().item(identity);
        }
        return identity.getPrincipal().getName() == null
                ? Uni.createFrom().failure(new AuthenticationFailedException("a token without a subject"))
                : Uni.createFrom().item(read(identity));
    }

    /**
     * Made anew from what the token proves. What the framework reads besides, scopes as permissions, would let in
     * whoever has a provider write the name of an operation into a scope.
     */
    private SecurityIdentity read(SecurityIdentity identity) {
        var roles = EnumSet.noneOf(Role.class);
        identity.getRoles().forEach(name -> Role.named(name).ifPresent(role -> roles.addAll(role.including())));
        var caller = QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .addPermissionChecker(operation -> Rights.admit(roles, operation.getName()) ? ADMITTED : REFUSED);
        roles.forEach(role -> caller.addRole(role.tokenName()));
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            readClaims(token, caller);
        }
        return caller.build();
    }

    private void readClaims(JsonWebToken token, QuarkusSecurityIdentity.Builder caller) {
        Object unit = token.getClaim(unitClaim);
        if (unit != null) {
            caller.addAttribute(UNIT, unit.toString());
        }
        Object client = token.getClaim("azp");
        caller.addAttribute(CLIENT, client == null ? "" : client.toString());
    }
}
