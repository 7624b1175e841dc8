package vn.motcua.demo;

import static vn.motcua.access.Role.CLERK;
import static vn.motcua.access.Role.OFFICER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import vn.motcua.access.DemoCast;
import vn.motcua.access.Role;
import vn.motcua.dossier.Rehearsal.Played;
import vn.motcua.dossier.Status;
import vn.motcua.organization.UnitCode;

/** One dossier of the demo province, from receipt to wherever its story has come by the first start. */
final class Life {

    private static final int OFFICERS = 3;

    private final Stage stage;
    private final Story story;
    private final Receipt receipt;
    private final Chance chance;
    private final Deque<Turn> ahead = new ArrayDeque<>();
    private Played dossier;

    Life(Stage stage, Story story, Receipt receipt, Chance chance) {
        this.stage = stage;
        this.story = story;
        this.receipt = receipt;
        this.chance = chance;
    }

    void begin() {
        stage.timeline().at(receipt.enteredAt(), this::receive);
    }

    private void receive(Instant now) {
        var desk = receipt.desk().code();
        dossier = stage.cast().as(CLERK, desk.value(), () -> stage.rehearsal().receive(now, receipt.body()));
        if (dossier.status() == Status.SUBMITTED) {
            ahead.addAll(story.intake() == null ? stage.script().stories().intake() : story.intake());
        }
        if (dossier.status() != Status.RETURNED) {
            story.steps().forEach(this::plan);
        }
        goOn(now);
    }

    /** A hand-over of which nothing more is said is the way this kind of work takes. */
    private void plan(Turn turn) {
        if (!turn.isHandOver() || turn.body() != null) {
            ahead.add(turn);
            return;
        }
        var holder = receipt.desk().code().value();
        for (var word : receipt.work().path()) {
            var officer = word.equals(Work.OFFICER);
            holder = officer ? holder : Work.unit(word, receipt.desk());
            ahead.add(turn.saying(officer ? to("officer", officer(holder)) : to("unit", holder)));
        }
    }

    /** The first of them is who a demo token is for. */
    private String officer(String unit) {
        var which = chance.below(OFFICERS);
        return DemoCast.subject(OFFICER, unit) + (which == 0 ? "" : "-" + (which + 1));
    }

    private static JsonNode to(String whom, String code) {
        return JsonNodeFactory.instance.objectNode().put(whom, code);
    }

    private void goOn(Instant now) {
        var turn = ahead.poll();
        if (turn != null && turn.comes(chance)) {
            stage.timeline().at(turn.moment(now, dossier, stage.hours(), chance), moment -> take(turn, moment));
        }
    }

    private void take(Turn turn, Instant now) {
        passOnFromAnEndedUnit(now);
        var body = stage.script().stories().body(turn, chance);
        if (turn.isTakenAtTheDesk(dossier)) {
            play(CLERK, desk(now), now, turn.step(), body);
        } else {
            play(OFFICER, dossier.holder(), now, turn.step(), body);
        }
        goOn(now);
    }

    private void passOnFromAnEndedUnit(Instant now) {
        var places = stage.script().places();
        if (dossier.canBeHandedOver()
                && !places.isInForce(dossier.holder(), stage.hours().dateOf(now))) {
            var successor = places.successor(dossier.holder()).value();
            play(CLERK, dossier.holder(), now, Turn.HAND_OVER, to("unit", successor));
        }
    }

    /** Where a desk is no more, somebody of the province sees to it. */
    private UnitCode desk(Instant now) {
        var desk = receipt.desk();
        return desk.isInForce(stage.hours().dateOf(now))
                ? desk.code()
                : stage.script().places().root().code();
    }

    private void play(Role role, UnitCode unit, Instant now, String step, JsonNode body) {
        dossier = stage.cast().as(role, unit.value(), () -> stage.rehearsal().take(now, dossier.code(), step, body));
    }
}
