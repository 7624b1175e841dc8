package vn.motcua.access;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads the unit, the client and the roles a role includes from a verified token. */
@ApplicationScoped
class Callers implements SecurityIdentityAugmentor {

    static final String UNIT = "unit";
    static final String CLIENT = "client";

    private final String unitClaim;

    Callers(@ConfigProperty(name = "motcua.access.unit-claim") String unitClaim) {
        this.unitClaim = unitClaim;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom()
                .item(identity.getPrincipal() instanceof JsonWebToken token ? read(identity, token) : identity);
    }

    private SecurityIdentity read(SecurityIdentity identity, JsonWebToken token) {
        var caller = QuarkusSecurityIdentity.builder(identity);
        for (var name : identity.getRoles()) {
            Role.named(name)
                    .ifPresent(role -> role.including().forEach(included -> caller.addRole(included.tokenName())));
        }
        Object unit = token.getClaim(unitClaim);
        if (unit != null) {
            caller.addAttribute(UNIT, unit.toString());
        }
        Object client = token.getClaim("azp");
        return caller.addAttribute(CLIENT, client == null ? "" : client.toString())
                .build();
    }
}
