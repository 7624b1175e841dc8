package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.Calling.as;
import static vn.motcua.Province.receipt;
import static vn.motcua.Province.receive;
import static vn.motcua.Province.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.motcua.Province;
import vn.motcua.Service;
import vn.motcua.deadline.Deadline;
import vn.motcua.deadline.Named;
import vn.motcua.deadline.Stop;
import vn.motcua.deadline.StopKind;

/** The row of a dossier is no more than its history says: read again from what happened alone, it is the same. */
@QuarkusTest
@Service
class DerivationTest {

    private static final Map<String, String> WHY = Map.of("reason", "Chờ", "legalBasis", "Điều 17");

    @Inject
    EntityManager entities;

    @Inject
    ObjectMapper json;

    @Inject
    Clocks clocks;

    @Test
    @Transactional
    void every_dossier_follows_from_its_history() {
        someLives();
        var dossiers = entities.createQuery("from Dossier order by id desc", Dossier.class)
                .setMaxResults(400)
                .getResultList();
        assertThat(dossiers.size()).isGreaterThanOrEqualTo(3);
        dossiers.forEach(dossier -> new Life(dossier).compare());
    }

    private static void someLives() {
        var province = Province.at("D01");
        var unit = province.communeA();
        var procedure = province.procedure(3, "WORKING_DAY");
        var online = received(procedure, unit, "ONLINE");
        step("clerk", unit, online, "supplement-request", WHY);
        step("clerk", unit, online, "supplement", Map.of());
        step("clerk", unit, online, "acceptance", Map.of());
        step("officer", unit, online, "payment-request", WHY);
        var handed = received(procedure, unit, "COUNTER");
        step("clerk", unit, handed, "hand-over", Map.of("unit", province.department(), "officer", "o-1"));
        step("officer", province.department(), handed, "suspension", WHY);
        step("officer", province.department(), handed, "resumption", Map.of());
        step("officer", province.department(), handed, "result", Map.of("outcome", "DECLINED"));
        var withdrawn = received(procedure, unit, "POSTAL");
        step("clerk", unit, withdrawn, "withdrawal", Map.of("reason", "x"));
    }

    private static String received(String procedure, String unit, String channel) {
        return receive(as("clerk", unit), receipt(procedure, unit, channel)).path("code");
    }

    /** One history, read from its facts alone. */
    private final class Life {

        private final Dossier dossier;
        private final List<Stop> stops = new ArrayList<>();
        private Status status;
        private Status before;
        private String handInUnit;
        private String receivingUnit;
        private String competentUnit;
        private String currentUnit;
        private String officer;
        private String outcome;
        private Instant receivedAt;
        private Instant finishedAt;
        private Instant endedAt;
        private Optional<Named> named = Optional.empty();

        Life(Dossier dossier) {
            this.dossier = dossier;
        }

        void compare() {
            entities.createQuery("from HistoryRow where dossier = ?1 order by number", HistoryRow.class)
                    .setParameter(1, dossier.id())
                    .getResultList()
                    .forEach(this::live);
            var code = dossier.papers().code();
            var now = dossier.standing();
            assertThat(List.of(status, currentUnit)).as(code).containsExactly(now.status, dossier.currentUnit());
            if (endedAt == null) {
                var papers = dossier.papers();
                assertThat(List.of(handInUnit, receivingUnit, competentUnit))
                        .as(code)
                        .containsExactly(papers.handInNow(), papers.receivingNow(), papers.competentNow());
            }
            assertThat(officer).as(code).isEqualTo(dossier.officer());
            assertThat(outcome)
                    .as(code)
                    .isEqualTo(
                            dossier.outcome() == null ? null : dossier.outcome().name());
            assertThat(now.receivedAt).as(code).isEqualTo(receivedAt);
            assertThat(now.finishedAt).as(code).isEqualTo(finishedAt);
            assertThat(now.endedAt).as(code).isEqualTo(endedAt);
            if (receivedAt != null && endedAt == null) {
                promise(code, now);
            }
        }

        private void promise(String code, Standing now) {
            Deadline deadline =
                    clocks.of(dossier).deadline(receivedAt, named.stream().toList(), stops);
            assertThat(now.dueAt)
                    .as(code)
                    .isEqualTo(deadline.dueAt().map(Standing::kept).orElse(null));
            assertThat(now.firstDueAt)
                    .as(code)
                    .isEqualTo(deadline.firstDueAt().map(Standing::kept).orElse(null));
            assertThat(now.missedDate).as(code).isEqualTo(deadline.missedDate().orElse(null));
        }

        private void live(HistoryRow row) {
            var facts = read(row.facts());
            var data = facts.path("data");
            var at = Instant.parse(facts.path("at").asText());
            switch (facts.path("type").asText()) {
                case "SUBMITTED" -> begin(data, Status.SUBMITTED);
                case "RECEIVED" -> {
                    begin(
                            data,
                            Status.valueOf(facts.path("standing").path("status").asText()));
                    receive(at);
                }
                case "ACCEPTED" -> {
                    status =
                            Status.valueOf(facts.path("standing").path("status").asText());
                    receive(at);
                }
                case "SUPPLEMENT_REQUESTED" -> stop(at, StopKind.SUPPLEMENT, Status.AWAITING_SUPPLEMENT);
                case "PAYMENT_REQUESTED" -> stop(at, StopKind.PAYMENT, Status.AWAITING_PAYMENT);
                case "SUSPENDED" -> stop(at, StopKind.SUSPENSION, Status.SUSPENDED);
                case "SUPPLEMENT_RECEIVED", "PAID", "RESUMED" -> resume(at);
                case "HANDED_OVER" -> {
                    status = Status.PROCESSING;
                    currentUnit = data.path("unit").asText();
                    officer = data.path("receiver").isNull()
                            ? null
                            : data.path("receiver").asText();
                }
                case "PASSED_ON" -> passOn(data);
                case "FINISHED" -> {
                    status = Status.FINISHED;
                    outcome = data.path("outcome").isNull()
                            ? null
                            : data.path("outcome").asText();
                    finishedAt = at;
                    endedAt = at;
                }
                case "RETURNED" -> status = Status.RETURNED;
                case "REFUSED" -> end(at, Status.REFUSED);
                case "WITHDRAWN" -> end(at, Status.WITHDRAWN);
                default -> throw new AssertionError("No reading for " + row.type());
            }
        }

        private void begin(JsonNode data, Status as) {
            status = as;
            handInUnit = data.path("origin").path("handInUnit").asText();
            receivingUnit = data.path("origin").path("receivingUnit").asText();
            competentUnit = data.path("origin").path("competentUnit").asText();
            currentUnit = receivingUnit;
            var due = data.path("origin").path("namedDueAt");
            named = due.isNull() ? Optional.empty() : Optional.of(new Named(Instant.parse(due.asText()), Instant.MIN));
        }

        private void receive(Instant at) {
            receivedAt = at;
            named = named.map(date -> new Named(date.due(), at));
        }

        private void stop(Instant at, StopKind kind, Status as) {
            before = status;
            status = as;
            if (receivedAt != null) {
                stops.add(new Stop(at, Optional.empty(), kind));
            }
        }

        private void resume(Instant at) {
            status = before;
            if (receivedAt != null) {
                var open = stops.remove(stops.size() - 1);
                stops.add(new Stop(open.from(), Optional.of(at), open.kind()));
            }
        }

        private void passOn(JsonNode data) {
            for (var place : data.path("places")) {
                var heir = data.path("to").asText();
                switch (place.asText()) {
                    case "COMPETENT" -> competentUnit = heir;
                    case "RECEIVING" -> receivingUnit = heir;
                    case "HAND_IN" -> handInUnit = heir;
                    default -> {
                        currentUnit = heir;
                        officer = null;
                    }
                }
            }
        }

        private void end(Instant at, Status as) {
            status = as;
            endedAt = at;
        }
    }

    private JsonNode read(String facts) {
        try {
            return json.readTree(facts);
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }
}
