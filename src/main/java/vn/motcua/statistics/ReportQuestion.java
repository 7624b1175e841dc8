package vn.motcua.statistics;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.deadline.Basis;
import vn.motcua.deadline.PromiseKind;
import vn.motcua.organization.UnitCode;

/** The question a report answers, with every default filled in. */
@Embeddable
class ReportQuestion {

    private String report;
    private String unit;

    @Enumerated(EnumType.STRING)
    private UnitRole unitRole;

    private Instant periodFrom;
    private Instant periodTo;
    private String zone;

    @Enumerated(EnumType.STRING)
    private Basis basis;

    @Enumerated(EnumType.STRING)
    private PromiseKind promise;

    @Enumerated(EnumType.STRING)
    private UnitView units;

    protected ReportQuestion() {}

    ReportQuestion(Form form, Question asked) {
        this.report = form.number();
        this.unit = asked.unit().value();
        this.unitRole = asked.unitRole();
        this.periodFrom = asked.from();
        this.periodTo = asked.to();
        this.zone = asked.zone().getId();
        this.basis = asked.judgement().basis();
        this.promise = asked.judgement().promise();
        this.units = asked.units();
    }

    Form form() {
        return Form.numbered(report).orElseThrow();
    }

    String unit() {
        return unit;
    }

    /** The same question, about all that is known now. */
    Asked again() {
        return Scope.of(UnitCode.of(unit), unitRole, periodFrom.toString(), periodTo.toString(), basis, promise, units)
                .groupedBy(form().rows(), null);
    }

    /** All that tells it from other questions, by name. */
    Map<String, Object> members() {
        return Map.of(
                "report", report,
                "unit", unit,
                "unitRole", unitRole,
                "from", periodFrom,
                "to", periodTo,
                "basis", basis,
                "promise", promise,
                "units", units);
    }

    OffsetDateTime local(Instant moment) {
        return moment.atZone(ZoneId.of(zone)).toOffsetDateTime();
    }

    View view() {
        return new View(UnitCode.of(unit), unitRole, local(periodFrom), local(periodTo), basis, promise, units);
    }

    /** The question as it is shown, times in the zone of the unit's calendar when it was asked. */
    @Schema(name = "ReportQuestion")
    record View(
            UnitCode unit,
            UnitRole unitRole,
            @Schema(examples = "2026-01-01T00:00:00+07:00") OffsetDateTime from,
            @Schema(examples = "2026-02-01T00:00:00+07:00") OffsetDateTime to,
            Basis basis,
            PromiseKind promise,
            UnitView units) {}
}
