package vn.motcua.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Figures: the question as it was understood, what was known when, and one group for each key, by key. */
@Schema(name = "OnTimeAnswer")
record OnTimeAnswer(
        Question.Echo query,
        @Schema(
                        description = "What was recorded after this moment is not counted",
                        examples = "2026-02-03T09:15:00+07:00")
                OffsetDateTime asOf,
        List<Group> groups) {

    static OnTimeAnswer of(Question asked, List<SubPeriod> parts, Map<OnTimeCount.Place, Tally> counted) {
        var tallies = new HashMap<>(counted);
        if (asked.properties().isEmpty()) {
            IntStream.range(0, parts.size())
                    .forEach(part -> tallies.putIfAbsent(OnTimeCount.Place.whole(part), Tally.NONE));
        }
        var groups = tallies.entrySet().stream()
                .map(entry -> Group.of(key(asked, parts, entry.getKey()), entry.getValue()))
                .sorted(Group.BY_KEY)
                .toList();
        var ordered = asked.ranking() == null ? groups : asked.ranking().placed(groups);
        return new OnTimeAnswer(asked.echo(), asked.local(asked.asOf()), ordered);
    }

    private static Map<String, String> key(Question asked, List<SubPeriod> parts, OnTimeCount.Place place) {
        var key = new LinkedHashMap<String, String>();
        var properties = asked.properties();
        for (var grouping : asked.groupBy()) {
            var value = grouping.isTime() ? parts.get(place.part()).name() : place.value(properties.indexOf(grouping));
            key.put(grouping.parameterName(), value);
        }
        return key;
    }

    /** What the answer says, whenever it is asked. */
    List<Object> said() {
        return List.of(query, groups);
    }

    @Schema(name = "StatisticsGroup")
    record Group(
            @Schema(
                            description = "One member for each groupBy, in that order; without groupBy none",
                            examples = "{\"unit\": \"H42.18\", \"month\": \"2026-01\"}")
                    Map<String, String> key,
            Counts counts,
            List<Rate> rates,
            Digitised digitised,
            @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Schema(
                            implementation = Integer.class,
                            nullable = true,
                            examples = "1",
                            description = "Only where units are ranked; null with too few cases to be ranked")
                    Optional<Integer> rank) {

        private static final Comparator<Group> BY_KEY =
                Comparator.comparing(group -> String.join("\n", group.key.values()));

        static Group of(Map<String, String> key, Tally tally) {
            return new Group(key, tally.counts(), Definition.rates(tally), tally.digitised(), null);
        }

        /** The same at this place; at none where it is empty. */
        Group at(Optional<Integer> place) {
            return new Group(key, counts, rates, digitised, place);
        }
    }
}
