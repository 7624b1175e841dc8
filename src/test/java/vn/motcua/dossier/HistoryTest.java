package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.Calling.as;
import static vn.motcua.Province.receipt;
import static vn.motcua.Province.receive;
import static vn.motcua.Province.step;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.Owner;
import vn.motcua.Province;
import vn.motcua.Service;

@QuarkusTest
@Service
class HistoryTest {

    private static final Map<String, String> WHY = Map.of("reason", "Chờ bà Hoa xác nhận", "legalBasis", "Điều 17");

    @Inject
    EntityManager entities;

    @Inject
    HistoryVerifier verifier;

    @ParameterizedTest
    @ValueSource(
            strings = {"update dossier_event set facts = facts", "delete from dossier_event", "truncate dossier_event"})
    void the_database_itself_refuses_even_its_owner_to_change_history(String change) {
        someHistory("Y01");
        assertThatThrownBy(() -> Owner.does(change)).hasMessageContaining("history is append-only");
    }

    @Test
    void every_history_is_whole() {
        someHistory("Y02");
        assertThat(verifier.verify()).isEmpty();
    }

    @Test
    void a_cut_off_tail_and_a_changed_column_are_found() {
        var code = someHistory("Y03");
        var id = number("select id from dossier where code = '" + code + "'");
        tampered("delete from dossier_event where number = 4 and dossier = " + id, "the tail is cut off", code);
        tampered(
                "update dossier_event set due_date = due_date + 1 where number = 1 and dossier = " + id,
                "the columns of row 1 differ",
                code);
        tampered(
                "update dossier_event set facts = replace(facts, 'COUNTER', 'POSTAL!') where number = 1 and dossier = "
                        + id,
                "row 1 was changed",
                code);
        tampered(
                "update dossier set status = 'FINISHED', finished_at = now(), ended_at = now(),"
                        + " date_verdict = 'EARLY' where id = " + id,
                "it does not stand where history ends",
                code);
        tampered("update dossier_text set text = 'khác' where dossier = " + id, "the text reason", code);
    }

    @Test
    void anybody_can_check_the_chain_from_what_is_exported() throws Exception {
        var code = someHistory("Y04");
        var body = as("clerk", "Y04.1").get("/v1/dossiers/" + code + "/events").asString();
        var previous = new byte[0];
        var rows = body.split("\"facts\":");
        for (int i = 1; i < rows.length; i++) {
            var facts = upToMatchingBrace(rows[i]);
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            previous = digest.digest(facts.getBytes(StandardCharsets.UTF_8));
            assertThat(rows[i]).contains("\"hash\":\"" + HexFormat.of().formatHex(previous) + "\"");
        }
        assertThat(rows).hasSize(5);
    }

    @Test
    void history_holds_no_text_anybody_wrote() {
        var code = someHistory("Y05");
        assertThat(list("select facts from dossier_event e join dossier d on d.id = e.dossier where d.code = '" + code
                        + "'"))
                .hasSize(4)
                .noneMatch(facts -> facts.contains("Hoa") || facts.contains("Mai"));
    }

    /** Undone at the end of the transaction, so that other tests find what they left. */
    private void tampered(String change, String difference, String code) {
        Owner.lend(() -> tamperedAsOwner(change, difference, code));
    }

    private void tamperedAsOwner(String change, String difference, String code) {
        QuarkusTransaction.begin();
        List<String> found;
        try {
            entities.createNativeQuery(Owner.ACT).executeUpdate();
            entities.createNativeQuery("alter table dossier_event disable trigger all")
                    .executeUpdate();
            assertThat(entities.createNativeQuery(change).executeUpdate()).isPositive();
            found = verifier.verify();
        } finally {
            QuarkusTransaction.rollback();
        }
        assertThat(found).anyMatch(sentence -> sentence.startsWith(code) && sentence.contains(difference));
        assertThat(found).allMatch(sentence -> sentence.startsWith(code));
    }

    private String someHistory(String root) {
        var province = Province.at(root);
        var unit = province.communeA();
        String code = receive(as("clerk", unit), receipt(province.procedure(3, "WORKING_DAY"), unit, "COUNTER"))
                .path("code");
        step("officer", unit, code, "suspension", WHY).then().statusCode(200);
        step("officer", unit, code, "resumption", Map.of()).then().statusCode(200);
        step("officer", unit, code, "result", Map.of("outcome", "GRANTED"))
                .then()
                .statusCode(200);
        return code;
    }

    private static String upToMatchingBrace(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return text.substring(0, i + 1);
            }
        }
        throw new AssertionError(text);
    }

    private long number(String sql) {
        return ((Number) entities.createNativeQuery(sql).getSingleResult()).longValue();
    }

    @SuppressWarnings("unchecked")
    private List<String> list(String sql) {
        return entities.createNativeQuery(sql).getResultList();
    }
}
