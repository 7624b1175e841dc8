package vn.motcua.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import vn.motcua.http.HttpProblem;

/** Who is calling: the person or machine in the token, the unit it acts for, and its roles. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The subject of the token: an id, never a name. */
    public String id() {
        return identity.getPrincipal().getName();
    }

    /** The code of the unit the caller acts for; rights reach its subtree. */
    public String unit() {
        String unit = identity.getAttribute(Callers.UNIT);
        if (unit == null) {
            throw HttpProblem.NOT_ALLOWED.because();
        }
        return unit;
    }

    /** When the token ends, if it says so; what goes on for longer than a request ends with it. */
    public Optional<Instant> validUntil() {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getExpirationTime() > 0
                ? Optional.of(Instant.ofEpochSecond(token.getExpirationTime()))
                : Optional.empty();
    }

    /** The application the caller uses. */
    String client() {
        String client = identity.getAttribute(Callers.CLIENT);
        return client == null ? "" : client;
    }

    /** The names of all roles the caller has, those that others include among them. */
    List<String> roles() {
        return Arrays.stream(Role.values())
                .filter(this::is)
                .map(Role::tokenName)
                .toList();
    }

    public boolean is(Role role) {
        return identity.hasRole(role.tokenName());
    }

    /** Whether one of the caller's roles has this right; from where is another question. */
    public boolean has(Grant grant) {
        return grant.roles().isEmpty() || grant.roles().stream().anyMatch(this::is);
    }
}
