package vn.motcua.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** People who do not exist: names put together by lot, identity and telephone numbers that nobody can have. */
record People(
        List<String> families,
        List<String> middles,
        List<String> givens,
        List<String> enterprises,
        List<String> streets) {

    ObjectNode applicant(Work.Applicant kind, int number, JsonNode area, Chance chance) {
        var enterprise = kind == Work.Applicant.ENTERPRISE || kind == Work.Applicant.ANY && chance.happens(0.4);
        var person = enterprise ? enterprise(number, chance) : citizen(number, chance);
        var address = person.putObject("address")
                .put("text", "%d %s".formatted(1 + chance.below(200), chance.oneOf(streets)));
        if (area.isTextual()) {
            address.set("areaCode", area);
        }
        return person;
    }

    /** Somebody with a paper that lets them act for the applicant. */
    ObjectNode proxy(int number, Chance chance) {
        return citizen(number, chance).put("authorisation", "Giấy ủy quyền số %d/UQ".formatted(number));
    }

    /** No province has the number 999, no telephone begins with 0000. */
    private ObjectNode citizen(int number, Chance chance) {
        var name = "%s %s %s".formatted(chance.oneOf(families), chance.oneOf(middles), chance.oneOf(givens));
        var person = person("CITIZEN", name);
        person.putObject("identity").put("kind", "CCCD").put("number", "999%09d".formatted(number));
        return person.put("phone", "0000%06d".formatted(number));
    }

    private ObjectNode enterprise(int number, Chance chance) {
        var person = person("ENTERPRISE", "%s %d".formatted(chance.oneOf(enterprises), 1 + chance.below(60)));
        person.putObject("identity").put("kind", "MST").put("number", "0000%06d".formatted(number));
        return person.put("email", "lien-he-%d@example.vn".formatted(number));
    }

    private static ObjectNode person(String kind, String name) {
        return JsonNodeFactory.instance.objectNode().put("kind", kind).put("name", name);
    }
}
