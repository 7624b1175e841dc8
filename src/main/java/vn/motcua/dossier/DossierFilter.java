package vn.motcua.dossier;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.http.Dates;
import vn.motcua.http.Flaws;
import vn.motcua.organization.UnitCode;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ProcedureCode;

/**
 * How a list of dossiers is narrowed, the query parameters of every operation that takes it. Null means no matter, but
 * for voided: void dossiers are listed apart. Ranges include their beginning, not their end.
 */
record DossierFilter(
        @RestQuery @Parameter(description = "Where the dossier stands") Status status,
        @RestQuery ProcedureCode procedure,
        @RestQuery @Parameter(description = "Code of a field") String field,
        @RestQuery @Parameter(description = "How it came in") Channel channel,
        @RestQuery @Parameter(description = "The unit that received it") UnitCode receivingUnit,
        @RestQuery @Parameter(description = "The unit that answers for it") UnitCode competentUnit,
        @RestQuery @Parameter(description = "The unit that holds it") UnitCode currentUnit,
        @RestQuery @Parameter(description = "Code in the portal or another system") String externalCode,
        @RestQuery @Parameter(description = "Received then or later") OffsetDateTime receivedFrom,
        @RestQuery @Parameter(description = "Received before then") OffsetDateTime receivedTo,
        @RestQuery @Parameter(description = "Due then or later") OffsetDateTime dueFrom,
        @RestQuery @Parameter(description = "Due before then") OffsetDateTime dueTo,
        @RestQuery
                @Parameter(
                        description = "`true`: only void dossiers, recorded by mistake; else none of them",
                        schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                String voided) {

    DossierList.Conditions conditions() {
        var narrowed = new DossierList.Conditions();
        narrowed.require(isVoided() ? "d.voided" : "not d.voided");
        equal(narrowed, "status", status == null ? null : status.name());
        equal(narrowed, "procedure_code", procedure == null ? null : procedure.value());
        equal(narrowed, "field", field);
        equal(narrowed, "channel", channel == null ? null : channel.name());
        equal(narrowed, "receiving_unit", receivingUnit == null ? null : receivingUnit.value());
        equal(narrowed, "competent_unit", competentUnit == null ? null : competentUnit.value());
        equal(narrowed, "current_unit", currentUnit == null ? null : currentUnit.value());
        equal(narrowed, "external_code", externalCode);
        range(narrowed, "received_at", "received", receivedFrom, receivedTo);
        range(narrowed, "due_at", "due", dueFrom, dueTo);
        return narrowed;
    }

    private boolean isVoided() {
        return Flag.of("voided", voided);
    }

    private static void equal(DossierList.Conditions narrowed, String column, String value) {
        if (value != null) {
            narrowed.add("d." + column + " = :" + column, column, value);
        }
    }

    private static void range(
            DossierList.Conditions narrowed, String column, String name, OffsetDateTime from, OffsetDateTime to) {
        bound(narrowed, "d." + column + " >= :", name + "From", from);
        bound(narrowed, "d." + column + " < :", name + "To", to);
    }

    private static void bound(DossierList.Conditions narrowed, String condition, String name, OffsetDateTime limit) {
        if (limit == null) {
            return;
        }
        if (!Dates.isAskedFor(limit.toInstant())) {
            throw Flaws.at(name, "range", "Nằm ngoài khoảng cho phép", "Is out of range");
        }
        narrowed.add(condition + name, name, limit.toInstant());
    }
}
