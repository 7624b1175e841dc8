package vn.motcua.statistics;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.Status;
import vn.motcua.procedure.Channel;

/** A dossier as it was counted: what it was counted under, where it stood at the cut; nothing personal. */
@Schema(name = "CountedDossier")
record CountedDossier(
        @Schema(implementation = DossierCode.class) String code,
        String procedure,
        @Schema(examples = "HT") String field,
        Channel channel,
        String competentUnit,
        String receivingUnit,
        @Schema(description = "At the end of the period, or at asOf where that comes first") Status status,
        int statusNumber,
        @Schema(nullable = true) OffsetDateTime submittedAt,
        @Schema(nullable = true) OffsetDateTime receivedAt,
        @Schema(nullable = true) OffsetDateTime firstDueAt,
        @Schema(nullable = true, description = "The promise then in force; null while stopped") OffsetDateTime dueAt,
        @Schema(nullable = true) LocalDate dueDate,
        @Schema(nullable = true, description = "The due date missed by then, which stays the one judged")
                LocalDate missedDate,
        @Schema(nullable = true) OffsetDateTime endedAt,
        @Schema(
                        nullable = true,
                        examples = "resolved.late",
                        description = "The count it is one of at the cut; null before receipt")
                String place,
        @Schema(
                        nullable = true,
                        examples = "intake.accepted",
                        description = "The count it is one of in intake; null where it was never submitted, or has left"
                                + " intake before the period")
                String intake) {

    static CountedDossier of(Tuple row) {
        var zone = ZoneId.of((String) row.get("zone"));
        var status = Status.valueOf((String) row.get("status"));
        return new CountedDossier(
                (String) row.get("code"),
                (String) row.get("procedure_code"),
                (String) row.get("field"),
                Channel.valueOf((String) row.get("channel")),
                (String) row.get("competent_unit"),
                (String) row.get("receiving_unit"),
                status,
                status.number(),
                local(row.get("submitted_at"), zone),
                local(row.get("received_at"), zone),
                local(row.get("first_due_at"), zone),
                local(row.get("due_at"), zone),
                (LocalDate) row.get("due_date"),
                (LocalDate) row.get("missed_date"),
                local(row.get("ended_at"), zone),
                Figure.ofPlace((String) row.get("place")),
                Figure.ofIntake((String) row.get("intake")));
    }

    private static OffsetDateTime local(Object moment, ZoneId zone) {
        return moment == null ? null : ((Instant) moment).atZone(zone).toOffsetDateTime();
    }
}
