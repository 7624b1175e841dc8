package vn.motcua.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.deadline.Basis;
import vn.motcua.deadline.PromiseKind;
import vn.motcua.organization.UnitCode;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ProcedureCode;

/**
 * A question about figures with every default filled in: whose dossiers, which time, known when, judged how.
 *
 * @param live whether all that is known now is asked for, not what was known at some earlier time
 * @param ranking the order units are asked for in; null where they are not ranked
 */
record Question(
        UnitCode unit,
        UnitRole unitRole,
        String field,
        ProcedureCode procedure,
        Channel channel,
        Instant from,
        Instant to,
        Instant asOf,
        boolean live,
        ZoneId zone,
        PeriodKind period,
        Judgement judgement,
        List<Grouping> groupBy,
        UnitView units,
        Ranking ranking) {

    /** The sub-periods to answer for; the whole time where none were asked for. */
    List<SubPeriod> parts() {
        return groupBy.stream()
                .filter(Grouping::isTime)
                .findFirst()
                .map(time -> SubPeriod.between(from, to, time, period, zone))
                .orElseGet(() -> List.of(new SubPeriod("", from, to)));
    }

    /** What dossiers themselves are told apart by. */
    List<Grouping> properties() {
        return groupBy.stream().filter(grouping -> !grouping.isTime()).toList();
    }

    /** The properties of dossiers that were asked for, with the value each must have. */
    Map<Grouping, String> wanted() {
        var wanted = new EnumMap<Grouping, String>(Grouping.class);
        Optional.ofNullable(field).ifPresent(code -> wanted.put(Grouping.FIELD, code));
        Optional.ofNullable(procedure).ifPresent(code -> wanted.put(Grouping.PROCEDURE, code.value()));
        Optional.ofNullable(channel).ifPresent(way -> wanted.put(Grouping.CHANNEL, way.name()));
        return wanted;
    }

    /** The same question at any time: two that differ in nothing else have the same. */
    Question whenever() {
        return known(null, live);
    }

    /** The same question, of what was known by then. */
    Question knownBy(Instant moment) {
        return known(moment, false);
    }

    private Question known(Instant by, boolean now) {
        return new Question(
                unit, unitRole, field, procedure, channel, from, to, by, now, zone, period, judgement, groupBy, units,
                ranking);
    }

    Echo echo() {
        return new Echo(
                unit,
                unitRole,
                field,
                procedure,
                channel,
                local(from),
                local(to),
                period.name(),
                judgement.basis(),
                judgement.promise(),
                groupBy.stream().map(Grouping::parameterName).toList(),
                units,
                ranking == null ? null : ranking.definition().id(),
                ranking == null ? null : ranking.floor());
    }

    OffsetDateTime local(Instant moment) {
        return moment.atZone(zone).toOffsetDateTime();
    }

    /** The question as the answer repeats it. When it was asked is told apart from it. */
    @Schema(name = "StatisticsQuery")
    record Echo(
            UnitCode unit,
            UnitRole unitRole,
            @Schema(nullable = true, examples = "HT") String field,
            @Schema(nullable = true) ProcedureCode procedure,
            @Schema(nullable = true) Channel channel,
            @Schema(examples = "2026-01-01T00:00:00+07:00") OffsetDateTime from,
            @Schema(examples = "2026-02-01T00:00:00+07:00") OffsetDateTime to,
            @Schema(examples = "CALENDAR") String period,
            Basis basis,
            PromiseKind promise,
            @Schema(examples = "[\"unit\"]") List<String> groupBy,
            UnitView units,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(nullable = true, examples = "resolved") String rank,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(nullable = true, examples = "30") Long floor) {}
}
