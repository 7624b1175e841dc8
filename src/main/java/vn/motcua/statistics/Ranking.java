package vn.motcua.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.http.Flaws;
import vn.motcua.statistics.OnTimeAnswer.Group;

/**
 * Units in the order of a rate, best first. Equal rates share a place and the next place is left out (1, 2, 2, 4); a
 * unit with fewer cases than the floor has none, for one lucky dossier would win.
 */
record Ranking(Definition definition, long floor) {

    private static final long NO_FLOOR = 1;

    /** Exact: counts of dossiers are far too few for their product to overflow. */
    private static final Comparator<Rate> BEST_FIRST =
            (one, other) -> Long.compare(other.numerator() * one.denominator(), one.numerator() * other.denominator());

    /** The ranking asked for, or null where none is. */
    static Ranking asked(String rank, Long floor, List<Grouping> groupBy) {
        if (rank == null) {
            if (floor != null) {
                throw Flaws.at("floor", "without-rank", "Chỉ dùng cùng với rank", "Is used with rank only");
            }
            return null;
        }
        var definition = Definition.named(rank).orElseThrow(() -> Parameters.notOneOf("rank", names()));
        if (!groupBy.stream().filter(grouping -> !grouping.isTime()).toList().equals(List.of(Grouping.UNIT))) {
            throw Flaws.at(
                    "rank",
                    "needs-unit",
                    "Xếp hạng cần groupBy=unit, có thể kèm một loại thời gian, không kèm cách nhóm khác",
                    "Ranking needs groupBy=unit, alone or with a time, and no other grouping");
        }
        return new Ranking(definition, floor == null ? NO_FLOOR : floor);
    }

    private static String names() {
        return Arrays.stream(Definition.values()).map(Definition::id).toList().toString();
    }

    /** The groups of each sub-period by their places; those without a place last, in the order they come. */
    List<Group> placed(List<Group> groups) {
        return groups.stream()
                .collect(Collectors.groupingBy(Ranking::subPeriod, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(this::placedWithin)
                .toList();
    }

    private static String subPeriod(Group group) {
        return group.key().entrySet().stream()
                .filter(member -> !member.getKey().equals(Grouping.UNIT.parameterName()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining());
    }

    private Stream<Group> placedWithin(List<Group> part) {
        var best = part.stream()
                .filter(this::hasEnough)
                .sorted(Comparator.comparing(this::rate, BEST_FIRST))
                .toList();
        var placed = new ArrayList<Group>();
        for (var group : best) {
            var before = placed.isEmpty() ? null : placed.get(placed.size() - 1);
            var ties = before != null && BEST_FIRST.compare(rate(before), rate(group)) == 0;
            placed.add(group.at(ties ? before.rank() : Optional.of(placed.size() + 1)));
        }
        var others = part.stream().filter(group -> !hasEnough(group)).map(group -> group.at(Optional.empty()));
        return Stream.concat(placed.stream(), others);
    }

    private boolean hasEnough(Group group) {
        return rate(group).denominator() >= floor;
    }

    private Rate rate(Group group) {
        return group.rates().get(definition.ordinal());
    }
}
