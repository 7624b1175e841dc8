package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.Calling.as;
import static vn.motcua.Province.receipt;
import static vn.motcua.Province.receive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.motcua.Province;
import vn.motcua.Service;
import vn.motcua.calendar.Calendars;
import vn.motcua.deadline.Basis;
import vn.motcua.deadline.Deadline;
import vn.motcua.deadline.PromiseKind;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.Procedures;

/** The row of a dossier is no more than its history says: read again from what happened alone, it is the same. */
@QuarkusTest
@Service
class DerivationTest {

    private static final Map<String, String> WHY = Map.of("reason", "Chờ", "legalBasis", "Điều 17");
    private static final int PATIENCE_SECONDS = 600;
    private static final Map<String, String> REASON = Map.of("reason", "Nhầm");

    @Inject
    EntityManager entities;

    @Inject
    ObjectMapper json;

    @Inject
    Clocks clocks;

    @Inject
    Calendars calendars;

    @Inject
    Procedures procedures;

    private Province province;
    private String unit;
    private String procedure;

    @Test
    void every_dossier_follows_from_its_history() throws Exception {
        someLives();
        QuarkusTransaction.requiringNew().timeout(PATIENCE_SECONDS).run(this::compareTheNewest);
    }

    private void compareTheNewest() {
        var dossiers = entities.createQuery("from Dossier order by id desc", Dossier.class)
                .setMaxResults(400)
                .getResultList();
        assertThat(dossiers.size()).isGreaterThanOrEqualTo(11);
        dossiers.forEach(this::compare);
    }

    private void someLives() throws Exception {
        province = Province.at("D01");
        var calendar = OwnCalendar.of(province);
        unit = province.communeA();
        procedure = province.procedure(3, "WORKING_DAY");
        var other = province.procedure(30, "CALENDAR_DAY");
        var online = received("ONLINE");
        take(online, "supplement-request supplement acceptance payment-request");
        var waiting = received("ONLINE");
        take(waiting, "supplement-request");
        var handed = received("COUNTER");
        take(handed, "hand-over", Map.of("unit", province.department(), "officer", "o-1"));
        take(handed, "suspension resumption result");
        take(received("POSTAL"), "withdrawal");
        take(received("COUNTER"), "extension");
        take(received("COUNTER"), "suspension withdrawal");
        var reopened = received("COUNTER");
        take(reopened, "suspension resumption result return");
        take(reopened, "correction", correction("PROCEDURE", "procedure", other));
        take(reopened, "correction", correction("REOPEN"));
        take(reopened, "correction", correction("REOPEN"));
        var stoppedAgain = received("COUNTER");
        take(stoppedAgain, "suspension withdrawal");
        take(stoppedAgain, "correction", correction("REOPEN"));
        var corrected = received("COUNTER");
        take(corrected, "correction", correction("PROCEDURE", "procedure", other));
        take(corrected, "correction", correction("CHANNEL", "channel", "POSTAL"));
        take(corrected, "correction", correction("UNIT", "unit", province.communeB()));
        take(received("ONLINE"), "correction", correction("UNIT", "unit", province.communeB()));
        take(received("COUNTER"), "correction", correction("VOID"));
        calendar.dayOff(OffsetDateTime.now().plusDays(1).toLocalDate().toString());
        assertThat(calendar.recalculated(false).getInt("job.done")).isGreaterThanOrEqualTo(7);
        take(stoppedAgain, "resumption result");
        take(reopened, "correction", correction("CHANNEL", "channel", "ONLINE"));
    }

    private String received(String channel) {
        return receive(as("clerk", unit), receipt(procedure, unit, channel)).path("code");
    }

    private static Map<String, String> correction(String kind) {
        return Map.of("kind", kind, "reason", "Nhầm");
    }

    private static Map<String, String> correction(String kind, String member, String value) {
        return Map.of("kind", kind, "reason", "Nhầm", member, value);
    }

    private void take(String code, String steps) {
        Arrays.stream(steps.split(" ")).forEach(step -> take(code, step, body(step)));
    }

    private void take(String code, String step, Object body) {
        Province.step("supervisor", province.root(), code, step, body).then().statusCode(200);
    }

    private static Object body(String step) {
        return switch (step) {
            case "supplement-request", "payment-request", "suspension" -> WHY;
            case "withdrawal" -> REASON;
            case "result" -> Map.of("outcome", "DECLINED");
            case "extension" ->
                Map.of(
                        "dueAt",
                        OffsetDateTime.now().plusDays(60).toString(),
                        "reason",
                        "Thẩm định",
                        "apology",
                        "Xin lỗi");
            default -> Map.of();
        };
    }

    private void compare(Dossier dossier) {
        var told = ReadAgain.of(
                entities.createQuery("from HistoryRow where dossier = ?1 order by number", HistoryRow.class)
                        .setParameter(1, dossier.id())
                        .getResultList());
        var code = dossier.papers().code();
        var now = dossier.standing();
        assertThat(Arrays.asList(told.status, told.currentUnit, told.officer, told.outcome))
                .as(code)
                .containsExactly(
                        now.status,
                        dossier.currentUnit(),
                        dossier.officer(),
                        Optional.ofNullable(dossier.outcome())
                                .map(Outcome::name)
                                .orElse(null));
        assertThat(Arrays.asList(told.receivedAt, told.finishedAt, told.endedAt, told.voided))
                .as(code)
                .containsExactly(
                        now.receivedAt,
                        now.finishedAt,
                        now.endedAt,
                        dossier.amendments().isVoid());
        assertThat(told.origin).as(code).isEqualTo(written(dossier.papers().origin()));
        if (told.endedAt == null) {
            heirs(code, told, dossier.papers());
        }
        if (told.receivedAt != null) {
            promise(code, told, now);
        }
    }

    private JsonNode written(DossierEvent.Origin origin) {
        try {
            return ReadAgain.read(json.writeValueAsString(origin));
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }

    private static void heirs(String code, ReadAgain told, Papers papers) {
        assertThat(List.of(
                        told.heirs.getOrDefault("HAND_IN", papers.handInUnit()),
                        told.heirs.getOrDefault("RECEIVING", papers.receivingUnit()),
                        told.heirs.getOrDefault("COMPETENT", papers.competentUnit())))
                .as(code)
                .containsExactly(papers.handInNow(), papers.receivingNow(), papers.competentNow());
    }

    private void promise(String code, ReadAgain told, Standing now) {
        var deadline = clock(told).deadline(told.receivedAt, told.named(), told.stops);
        assertThat(now.firstDueAt)
                .as(code)
                .isEqualTo(deadline.firstDueAt().map(Standing::kept).orElse(null));
        if (told.endedAt == null) {
            current(code, deadline, now);
        } else if (told.finishedAt != null) {
            verdicts(code, deadline, now);
        }
    }

    private static void current(String code, Deadline deadline, Standing now) {
        assertThat(Arrays.asList(now.dueAt, now.dueDate, now.startsAt, now.missedDate, now.missedMoment))
                .as(code)
                .containsExactly(
                        deadline.dueAt().map(Standing::kept).orElse(null),
                        deadline.dueDate().orElse(null),
                        deadline.startsAt(),
                        deadline.missedDate().orElse(null),
                        deadline.missedMoment().map(Standing::kept).orElse(null));
    }

    private static void verdicts(String code, Deadline deadline, Standing now) {
        assertThat(List.of(now.dateVerdict, now.momentVerdict, now.dateVerdictFirst, now.momentVerdictFirst))
                .as(code)
                .containsExactly(
                        deadline.verdict(now.finishedAt, Basis.DATE, PromiseKind.CURRENT),
                        deadline.verdict(now.finishedAt, Basis.MOMENT, PromiseKind.CURRENT),
                        deadline.verdict(now.finishedAt, Basis.DATE, PromiseKind.FIRST),
                        deadline.verdict(now.finishedAt, Basis.MOMENT, PromiseKind.FIRST));
    }

    private Clockwork clock(ReadAgain told) {
        var clock = clock(told.rules.get(0).origin());
        for (var rules : told.rules.subList(1, told.rules.size())) {
            clock = clock.changed(rules.since(), clock(rules.origin()));
        }
        return clock;
    }

    private Clockwork clock(JsonNode origin) {
        return clocks.on(
                procedures.version(origin.get("procedureVersion").asLong()),
                Channel.valueOf(origin.get("channel").asText()),
                Optional.of(origin.path("caseName"))
                        .filter(name -> !name.isNull())
                        .map(JsonNode::asText),
                calendars.version(
                        origin.get("intakeCalendar").asText(),
                        origin.get("intakeCalendarVersion").asInt()),
                calendars.version(
                        origin.get("calendar").asText(),
                        origin.get("calendarVersion").asInt()));
    }
}
