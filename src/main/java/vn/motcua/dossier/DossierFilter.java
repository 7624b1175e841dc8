package vn.motcua.dossier;

import java.time.OffsetDateTime;
import vn.motcua.http.Dates;
import vn.motcua.http.Flaws;
import vn.motcua.organization.UnitCode;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ProcedureCode;

/** How a list of dossiers is narrowed; null means no matter. Ranges include their beginning, not their end. */
record DossierFilter(
        Status status,
        ProcedureCode procedure,
        String field,
        Channel channel,
        UnitCode receivingUnit,
        UnitCode competentUnit,
        UnitCode currentUnit,
        String externalCode,
        OffsetDateTime receivedFrom,
        OffsetDateTime receivedTo,
        OffsetDateTime dueFrom,
        OffsetDateTime dueTo) {

    DossierList.Conditions conditions() {
        var narrowed = new DossierList.Conditions();
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
