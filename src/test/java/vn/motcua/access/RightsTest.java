package vn.motcua.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.Calling;
import vn.motcua.Service;
import vn.motcua.access.Matter.Stand;
import vn.motcua.openapi.PublishedDocument;

/** The service lets do what the table says, operation by operation, role by role, from wherever one stands. */
@QuarkusTest
@Service
class RightsTest {

    /** What got past the rights: done, or refused for what was asked. */
    private static final Set<Integer> LET_THROUGH = Set.of(200, 201, 202, 409, 412);

    /** The roles a role may act as. */
    private static final Map<Role, Set<Role>> AS = Map.of(
            Role.SUPERVISOR, Set.of(Role.SUPERVISOR, Role.OFFICER, Role.CLERK),
            Role.OFFICER, Set.of(Role.OFFICER, Role.CLERK));

    private static final int FEWEST = 2_500;

    private static List<Matter> matters;

    private PublishedDocument document;
    private Asking asking;
    private final List<String> wrong = new ArrayList<>();
    private int combinations;

    @BeforeEach
    void everything_there_is_to_ask_about() throws InterruptedException {
        document = PublishedDocument.read();
        asking = new Asking(document);
        if (matters == null) {
            matters = Scenery.build();
        }
    }

    @Test
    void every_operation_has_a_row_and_every_row_an_operation() {
        var rows = Arrays.stream(Rights.values()).map(Rights::operation).toList();
        assertThat(document.operations().keySet()).containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void every_row_is_tried_from_the_relation_it_names_and_from_another() {
        for (var rights : Rights.values()) {
            for (var grant : rights.grants()) {
                var tried = matters(rights).stream()
                        .filter(matter -> matter.when().contains(grant.when()))
                        .flatMap(matter -> matter.stands().stream())
                        .map(stand -> stand.relations().contains(grant.relation()))
                        .collect(Collectors.toSet());
                var all = Set.of(Relation.ANY, Relation.PUBLIC).contains(grant.relation());
                assertThat(tried)
                        .as(rights + " from " + grant.relation())
                        .isEqualTo(all ? Set.of(true) : Set.of(true, false));
            }
        }
    }

    @Test
    void nobody_gets_further_than_the_table_says_and_everybody_as_far() throws Exception {
        for (var rights : Rights.values()) {
            for (var matter : matters(rights)) {
                everybody(rights, matter);
                strangers(rights, matter);
            }
        }
        System.out.println(combinations + " combinations of operation, role and relation");
        assertThat(wrong).isEmpty();
        assertThat(combinations).isGreaterThan(FEWEST);
    }

    private List<Matter> matters(Rights rights) {
        var operation = document.operation(rights.operation());
        return matters.stream()
                .filter(matter -> matter.concerns(rights) && Asking.fits(operation, matter))
                .toList();
    }

    private void everybody(Rights rights, Matter matter) throws Exception {
        for (var stand : matter.stands()) {
            for (var role : Role.values()) {
                var token = Calling.token(role.tokenName(), stand.unit());
                check(rights, matter, stand, role.name(), token, expected(rights, role, stand, matter));
            }
        }
    }

    /** Without a token, without a role, without a unit; with a scope that only looks like a right. */
    private void strangers(Rights rights, Matter matter) throws Exception {
        var stand = matter.stands().get(0);
        check(rights, matter, stand, "nobody", null, rights.isOpen() ? LET_THROUGH : Set.of(401));
        var forAll = rights.grants().stream().anyMatch(grant -> grant.roles().isEmpty());
        var roleless = Jwt.claim("unit", stand.unit());
        check(rights, matter, stand, "no role", signed(roleless), forAll ? LET_THROUGH : Set.of(403));
        var scoped = Jwt.claim("unit", stand.unit()).claim("scope", "openid " + rights.operation());
        check(rights, matter, stand, "a scope", signed(scoped), forAll ? LET_THROUGH : Set.of(403));
        var unitless = Jwt.groups(Set.copyOf(rights.roles().isEmpty() ? Set.of("clerk") : rights.roles()));
        var open = rights.isOpen() || rights.grants().stream().anyMatch(grant -> grant.relation() == Relation.ANY);
        check(rights, matter, stand, "no unit", signed(unitless), open ? LET_THROUGH : Set.of(403, 404));
    }

    private static String signed(JwtClaimsBuilder claims) {
        return claims.subject("stranger")
                .upn("stranger")
                .audience("motcua")
                .expiresIn(3_600)
                .sign();
    }

    private static Set<Integer> expected(Rights rights, Role role, Stand stand, Matter matter) {
        var grants = rights.grants().stream()
                .filter(grant -> grant.roles().isEmpty()
                        || grant.roles().stream().anyMatch(AS.getOrDefault(role, Set.of(role))::contains))
                .toList();
        if (grants.isEmpty()) {
            return Set.of(403);
        }
        if (grants.stream()
                .filter(grant -> matter.when().contains(grant.when()))
                .anyMatch(grant -> stand.relations().contains(grant.relation()))) {
            return LET_THROUGH;
        }
        return Set.of(isHidden(rights, stand, matter) ? 404 : 403);
    }

    /** To whom it is out of reach an object is not there; an operation is forbidden. */
    private static boolean isHidden(Rights rights, Stand stand, Matter matter) {
        if (matter.isDossier()) {
            return !stand.relations().contains(Relation.SEES);
        }
        var relations = rights.grants().stream().map(Grant::relation).collect(Collectors.toSet());
        return relations.contains(Relation.OWN)
                || rights == Rights.SHOW_FROZEN_REPORT
                || relations.contains(Relation.OWN_AT_ROOT) && stand.relations().contains(Relation.ROOT);
    }

    private void check(Rights rights, Matter matter, Stand stand, String who, String token, Set<Integer> expected)
            throws Exception {
        combinations++;
        var status = asking.ask(document.operation(rights.operation()), matter, token);
        if (!expected.contains(status)) {
            wrong.add("%s of %s (%s) by %s: %d and not %s"
                    .formatted(rights.operation(), matter.name(), stand.name(), who, status, expected));
        }
    }
}
