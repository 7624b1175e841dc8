package vn.motcua.access;

import static org.hamcrest.Matchers.is;
import static vn.motcua.Calling.as;
import static vn.motcua.Calling.posting;
import static vn.motcua.Province.receipt;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.Province;
import vn.motcua.Service;

/** By what in a token its bearer is known, where history and audit keep it for ever. */
@QuarkusTest
@Service
class SubjectTest {

    private Province province;
    private String procedure;

    @BeforeEach
    void a_province() {
        province = Province.at("H79");
        procedure = province.procedure(3, "WORKING_DAY");
    }

    @Test
    void whoever_calls_is_known_by_the_subject_whatever_names_the_token_says_besides() {
        var caller = bearer(Jwt.claim("unit", province.communeA())
                .subject("0f2c-of-the-provider")
                .upn("nguyen.thi.mai@songvan.example.vn")
                .claim("preferred_username", "nguyen.thi.mai"));

        String code = posting(caller, receipt(procedure, province.communeA(), "COUNTER"))
                .post("/v1/dossiers")
                .then()
                .statusCode(201)
                .extract()
                .path("code");

        as("auditor", "H79")
                .get("/v1/dossiers/" + code + "/events")
                .then()
                .body("items[0].facts.by", is("0f2c-of-the-provider"));
        as("auditor", "H79")
                .queryParam("dossier", code)
                .queryParam("operation", "receiveDossier")
                .get("/v1/audit")
                .then()
                .body("items[0].caller", is("0f2c-of-the-provider"));
    }

    @Test
    void a_token_that_says_nobody_is_none() {
        var nobody = bearer(Jwt.claim("unit", province.communeA()).upn("nguyen.thi.mai"));

        nobody.get("/v1/dossiers").then().statusCode(401);
    }

    private static RequestSpecification bearer(JwtClaimsBuilder claims) {
        return RestAssured.given()
                .auth()
                .oauth2(claims.claim("azp", "test")
                        .audience("motcua")
                        .groups("clerk")
                        .expiresIn(3_600)
                        .sign());
    }
}
