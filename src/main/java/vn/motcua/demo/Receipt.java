package vn.motcua.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.motcua.procedure.Channel;

/**
 * What somebody hands in, where and when.
 *
 * @param enteredAt when the desk recorded it
 * @param body what {@code POST /v1/dossiers} takes
 */
record Receipt(Work work, Place desk, Instant enteredAt, ObjectNode body) {

    /** Draws one that suits the story. */
    static Receipt draw(Script script, OfficeHours hours, Story story, int number, Chance chance) {
        var work = chance.oneOf(script.work().stream().filter(story::fits).toList(), Work::share);
        var channel = story.channel() != null ? story.channel() : work.channel(chance);
        var day = story.day(hours, chance);
        var at = channel == Channel.ONLINE ? hours.online(day) : hours.atTheDesk(day, chance);
        var desk = script.places().desk(work.desks(), hours.dateOf(at), chance);
        var body = JsonNodeFactory.instance.objectNode();
        body.put("procedure", work.procedure()).put("channel", channel.name());
        body.put("receivingUnit", desk.code().value());
        new Draft(script, work, channel, desk, number, chance).describe(body, hours.dateOf(at));
        if (story.enteredAfter() == null) {
            onTheSpot(body, work, channel, chance);
            return new Receipt(work, desk, at, body);
        }
        body.put("receivedAt", hours.local(at)).put("lateReason", "Mất kết nối mạng tại quầy, đã ghi sổ giấy");
        return new Receipt(
                work,
                desk,
                at.plusSeconds(Math.round(3600 * story.enteredAfter().draw(chance))),
                body);
    }

    /** Somebody waits for the result, and takes it along. */
    private static void onTheSpot(ObjectNode body, Work work, Channel channel, Chance chance) {
        if (channel == Channel.COUNTER && chance.happens(work.onTheSpot())) {
            body.putObject("result").put("outcome", "GRANTED");
            body.putObject("return");
        }
    }

    private record Draft(Script script, Work work, Channel channel, Place desk, int number, Chance chance) {

        void describe(ObjectNode body, LocalDate date) {
            if (work.caseName() != null) {
                body.put("case", work.caseName());
            }
            if (work.competent() != null) {
                body.put("competentUnit", Work.unit(work.competent(), desk));
            }
            if (work.handInAt() != null && channel == Channel.COUNTER && chance.happens(0.4)) {
                var handIn = script.places().desk(List.of(work.handInAt()), date, chance);
                body.put("handInUnit", handIn.code().value());
            }
            if (work.delivery() != null && chance.happens(0.6)) {
                body.put("delivery", work.delivery());
            }
            if (channel == Channel.ONLINE) {
                body.put("externalCode", "DEMO-%04d".formatted(number));
            }
            people(body);
            papers(body.putArray("papers"));
        }

        private void people(ObjectNode body) {
            var area = desk.unit().path("areaCode");
            body.set("applicant", script.people().applicant(work.applicant(), number, area, chance));
            if (chance.happens(0.08)) {
                body.set("proxy", script.people().proxy(number, chance));
            }
        }

        private void papers(ArrayNode papers) {
            for (var name : List.of("Tờ khai theo mẫu", "Bản sao giấy tờ kèm theo")) {
                papers.addObject()
                        .put("name", name)
                        .put("original", name.startsWith("Tờ khai"))
                        .put("copies", 1 + chance.below(2))
                        .put("digitised", channel == Channel.ONLINE || chance.happens(0.6));
            }
        }
    }
}
