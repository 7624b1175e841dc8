package vn.motcua.statistics;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.motcua.problem.Problem;

/** A report as it was handed in when its period was closed. The database itself refuses any change. */
@Entity
@Immutable
class FrozenReport {

    @Id
    private UUID id;

    @Embedded
    private ReportQuestion asked;

    private Instant frozenAt;
    private String frozenBy;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Meaning> definitions;

    @JdbcTypeCode(SqlTypes.JSON)
    private ReportedFigures figures;

    protected FrozenReport() {}

    /** @param frozenAt also the asOf of the figures */
    FrozenReport(ReportQuestion asked, ReportedFigures figures, Instant frozenAt, String frozenBy) {
        this.id = UUID.randomUUID();
        this.asked = asked;
        this.figures = figures;
        this.definitions = Arrays.stream(Definition.values())
                .map(used -> new Meaning(used.id(), used.version(), used.formula()))
                .toList();
        this.frozenAt = frozenAt;
        this.frozenBy = frozenBy;
    }

    String path() {
        return "/v1/reports/frozen/" + id;
    }

    /** To whoever would freeze it again. */
    Problem refusal() {
        return ReportProblem.ALREADY_FROZEN.because(path());
    }

    UUID id() {
        return id;
    }

    ReportQuestion asked() {
        return asked;
    }

    Instant frozenAt() {
        return frozenAt;
    }

    /** Id of the supervisor who froze it. */
    String frozenBy() {
        return frozenBy;
    }

    List<Meaning> definitions() {
        return definitions;
    }

    ReportedFigures figures() {
        return figures;
    }

    /** What a rate meant when it was reported. */
    @Schema(name = "UsedDefinition")
    record Meaning(
            @Schema(examples = "resolved") String id,
            @Schema(examples = "1") int version,
            @Schema(examples = "(cohort.early + cohort.onTime) / received.total") String formula) {}
}
