package vn.motcua.access;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.jwt.build.Jwt;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Observes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import vn.motcua.http.Flaws;
import vn.motcua.organization.UnitCode;

/** Signs tokens for trying the service out. Outside demo mode there is nothing at this address. */
@Path("/demo/token")
@Tag(name = "Demo")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class DemoTokenResource {

    private static final Logger LOG = Logger.getLogger(DemoTokenResource.class);

    private final boolean demo;
    private final Set<String> audience;

    DemoTokenResource(
            @ConfigProperty(name = "motcua.demo", defaultValue = "false") boolean demo,
            @ConfigProperty(name = "quarkus.oidc.token.audience") Set<String> audience) {
        this.demo = demo;
        this.audience = audience;
    }

    void warn(@Observes StartupEvent started) {
        if (demo) {
            LOG.warn("DEMO MODE: anybody who reaches this service can sign a token for any role and unit");
        }
    }

    @POST
    @PermitAll
    @Operation(operationId = "signDemoToken", summary = "Sign a token for a role and a unit (demo mode only)")
    public SignedToken sign(@Valid @NotNull Wish body) {
        if (!demo) {
            throw new NotFoundException();
        }
        var role = Role.named(body.role)
                .orElseThrow(() -> Flaws.at("/role", "unknown-role", "Không có vai trò này", "There is no such role"));
        var unit = UnitCode.of(body.unit);
        var subject = body.subject == null ? DemoCast.subject(role, unit.value()) : body.subject;
        return new SignedToken(Jwt.subject(subject)
                .upn(subject)
                .audience(audience)
                .claim("azp", "demo")
                .claim("unit", unit.value())
                .groups(Set.of(role.tokenName()))
                .expiresIn(Duration.ofHours(12))
                .sign());
    }

    @Schema(name = "DemoTokenWish")
    record Wish(
            @NotNull @Schema(examples = "clerk") String role,
            @NotNull @Schema(examples = "H42.18") String unit,
            @Schema(description = "Who the token is for; demo-<role>-<unit> by default", nullable = true)
                    @Size(min = 1, max = 64)
                    @Pattern(regexp = "[A-Za-z0-9._@-]*")
                    String subject) {}

    @Schema(name = "DemoToken")
    record SignedToken(String token) {}
}
