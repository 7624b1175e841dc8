package vn.motcua.access;

import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.http.Dates;

/** An entry of the audit as it is shown. */
@Schema(name = "AuditEntry")
record AuditView(
        OffsetDateTime at,
        @Schema(description = "Subject of the token", examples = "clerk@H42.18") String caller,
        @Schema(description = "Roles in the token and those they include") List<String> roles,
        @Schema(description = "The unit the caller acted for", examples = "H42.18") String unit,
        @Schema(description = "The application, `azp` of the token", examples = "clerk-app") String client,
        @Schema(description = "Id of the operation in this document", examples = "showDossier") String operation,
        @Schema(nullable = true, description = "Code of the dossier read or changed", examples = "H42.18-260105-0001")
                String dossier,
        @Schema(nullable = true, description = "How many a list showed") Integer found,
        @Schema(
                        description = "Trace id of the request's `traceparent`, or one of the service's own",
                        examples = "4bf92f3577b34da6a3ce929d0e0e4736")
                String trace) {

    static AuditView of(AuditEntries.Kept entry) {
        return new AuditView(
                Dates.shown(entry.at()),
                entry.caller(),
                entry.roles(),
                entry.unit(),
                entry.client(),
                entry.operation(),
                entry.dossier(),
                entry.found(),
                entry.trace());
    }
}
