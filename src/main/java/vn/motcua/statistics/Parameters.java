package vn.motcua.statistics;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.motcua.http.Dates;
import vn.motcua.http.Flaws;
import vn.motcua.problem.Problem;

/** Reads single parameters of a question about figures, and says which one is wrong. */
final class Parameters {

    private static final Pattern FIELD = Pattern.compile("[0-9A-Za-z.-]{1,64}");
    private static final int MOST_GROUPINGS = 2;

    /** No promise reaches further; what is asked beyond is a slip of the hand. */
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Parameters() {}

    /** A moment, or the midnight a date begins with in the zone. */
    static Instant momentOrDate(String parameter, String text, ZoneId zone) {
        if (text == null) {
            throw Flaws.at(parameter, "required", "Bắt buộc phải có", "Is required");
        }
        var moment = text.contains("T")
                ? Dates.momentOf(parameter, text)
                : Dates.of(parameter, text).atStartOfDay(zone).toInstant();
        if (moment.isAfter(LATEST)) {
            throw Flaws.at(parameter, "range", "Không được sau năm 2199", "Must not lie after the year 2199");
        }
        return moment;
    }

    /** The constant named, or the first where none is. */
    static <E extends Enum<E>> E choice(String parameter, String text, Class<E> choices) {
        var constants = choices.getEnumConstants();
        return text == null ? constants[0] : optional(parameter, text, choices);
    }

    /** The constant named, or null where none is. */
    static <E extends Enum<E>> E optional(String parameter, String text, Class<E> choices) {
        return text == null
                ? null
                : Arrays.stream(choices.getEnumConstants())
                        .filter(constant -> constant.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> notOneOf(parameter, Arrays.toString(choices.getEnumConstants())));
    }

    static String field(String text) {
        if (text != null && !FIELD.matcher(text).matches()) {
            throw Flaws.at("field", "format", "Mã lĩnh vực sai định dạng", "The field code has a wrong format");
        }
        return text;
    }

    /** Repeated or separated by commas. */
    static List<Grouping> groupings(List<String> texts) {
        var groupings = (texts == null ? List.<String>of() : texts)
                .stream()
                        .flatMap(text -> Arrays.stream(text.split(",", -1)))
                        .map(Parameters::grouping)
                        .toList();
        if (groupings.size() > MOST_GROUPINGS) {
            throw wrongGroupings("too-many", "Nhiều nhất hai cách nhóm", "At most two groupings");
        }
        if (new HashSet<>(groupings).size() < groupings.size()) {
            throw wrongGroupings("repeated", "Một cách nhóm được nêu hai lần", "Names a grouping twice");
        }
        if (groupings.stream().filter(Grouping::isTime).count() > 1) {
            throw wrongGroupings("two-times", "Chỉ được nhóm theo một loại thời gian", "Only one grouping by time");
        }
        return groupings;
    }

    /** Repeated or separated by commas; each once, in the order of the answer. */
    static Set<Figure> figures(List<String> texts) {
        var figures = (texts == null ? List.<String>of() : texts)
                .stream()
                        .flatMap(text -> Arrays.stream(text.split(",", -1)))
                        .map(Parameters::figure)
                        .toList();
        if (figures.isEmpty()) {
            throw Flaws.at("cell", "required", "Bắt buộc phải có", "Is required");
        }
        return EnumSet.copyOf(figures);
    }

    private static Figure figure(String text) {
        return Figure.named(text.strip())
                .orElseThrow(() -> notOneOf(
                        "cell",
                        Arrays.stream(Figure.values())
                                .map(Figure::path)
                                .toList()
                                .toString()));
    }

    private static Grouping grouping(String text) {
        return Grouping.named(text.strip())
                .orElseThrow(() -> notOneOf("groupBy", "[unit, field, procedure, channel, day, month, quarter, year]"));
    }

    private static Problem wrongGroupings(String code, String vietnamese, String english) {
        return Flaws.at("groupBy", code, vietnamese, english);
    }

    static Problem notOneOf(String parameter, String choices) {
        return Flaws.at(parameter, "unknown-value", "Phải là một trong " + choices, "Must be one of " + choices);
    }
}
