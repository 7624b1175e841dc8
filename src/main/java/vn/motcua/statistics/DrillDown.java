package vn.motcua.statistics;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.deadline.Basis;
import vn.motcua.deadline.PromiseKind;
import vn.motcua.organization.UnitCode;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ProcedureCode;

/**
 * A question about the dossiers behind figures.
 *
 * @param groupUnit only those counted for just this unit; null for all of the question's
 * @param figures of one of which a dossier has to be
 */
record DrillDown(Question question, UnitCode groupUnit, Set<Figure> figures) {

    DrillDown {
        figures = Set.copyOf(figures);
    }

    DrillDown knownBy(Instant moment) {
        return new DrillDown(question.knownBy(moment), groupUnit, figures);
    }

    /** What its cursors belong to: this question, whenever it is asked. */
    String list() {
        return "statistics " + Integer.toHexString(echo().toString().hashCode());
    }

    /** SQL for what a dossier {@code d} has to be besides what the question says. */
    String those() {
        var one = groupUnit == null
                ? ""
                : " and " + question.units().key(question.unitRole()) + " = cast(:groupUnit as text)";
        return one + " and " + Figure.mayBeAny(inOrder());
    }

    Set<Figure> inOrder() {
        return new TreeSet<>(figures);
    }

    Echo echo() {
        var asked = question.echo();
        return new Echo(
                asked.unit(),
                asked.unitRole(),
                asked.field(),
                asked.procedure(),
                asked.channel(),
                asked.from(),
                asked.to(),
                asked.basis(),
                asked.promise(),
                asked.units(),
                inOrder().stream().map(Figure::path).collect(Collectors.toList()),
                groupUnit);
    }

    /** The question as the answer repeats it. */
    @Schema(name = "DrillDownQuery")
    record Echo(
            UnitCode unit,
            UnitRole unitRole,
            @Schema(nullable = true, examples = "HT") String field,
            @Schema(nullable = true) ProcedureCode procedure,
            @Schema(nullable = true) Channel channel,
            @Schema(examples = "2026-01-01T00:00:00+07:00") OffsetDateTime from,
            @Schema(examples = "2026-02-01T00:00:00+07:00") OffsetDateTime to,
            Basis basis,
            PromiseKind promise,
            UnitView units,
            @Schema(examples = "[\"pending.overdue\"]") List<String> cells,
            @Schema(nullable = true) UnitCode groupUnit) {}
}
