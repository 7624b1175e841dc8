package vn.motcua.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.motcua.procedure.Channel;

/**
 * A kind of dossier as the demo province handles it.
 *
 * @param caseName which case of the procedure
 * @param share how often it comes, beside the others
 * @param desks the kinds of desk that receive it
 * @param handInAt another kind of desk where some hand in the papers
 * @param path the units or, as {@code officer}, the officers it is handed to; {@code land} is the receiving unit's
 *     branch of the land registration office
 * @param competent who answers for it, named in the same way; the receiving unit where it is not said
 * @param onTheSpot how often the applicant waits for the result
 * @param applicant who applies; citizens where it is not said
 * @param payment whether it costs a fee that is asked for later
 */
record Work(
        String procedure,
        @JsonProperty("case") String caseName,
        double share,
        Pace pace,
        List<String> desks,
        String handInAt,
        List<String> path,
        String competent,
        Map<Channel, Double> channels,
        double onTheSpot,
        String delivery,
        Applicant applicant,
        boolean payment) {

    static final String OFFICER = "officer";

    private static final String LAND = "land";

    Work {
        applicant = applicant == null ? Applicant.CITIZEN : applicant;
        channels = new TreeMap<>(channels); // the same order every time
    }

    Channel channel(Chance chance) {
        return chance.oneOf(List.copyOf(channels.keySet()), channels::get);
    }

    /** The unit a word of the path means for a dossier received there. */
    static String unit(String word, Place receiving) {
        return word.equals(LAND) ? receiving.land() : word;
    }

    /** How long it takes. */
    enum Pace {
        SAME_DAY,
        DAYS,
        WEEKS,
        /** Without a time limit. */
        FREE
    }

    /** Who applies. */
    enum Applicant {
        CITIZEN,
        ENTERPRISE,
        ANY
    }
}
