package vn.motcua.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person or body as a dossier shows them. */
@Schema(name = "PersonView")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonView(
        PersonBody.Kind kind,
        @Schema(examples = "Nguyễn Thị Mai") String name,
        @Schema(nullable = true) IdentityView identity,
        @Schema(nullable = true, examples = "0912345678") String phone,
        @Schema(nullable = true, examples = "mai@example.vn") String email,
        @Schema(nullable = true) PersonBody.Address address,
        @Schema(nullable = true, description = "For a proxy: the paper that authorises them") String authorisation) {

    @Schema(name = "IdentityView")
    record IdentityView(
            @Schema(examples = "CCCD") String kind,
            @Schema(examples = "••••••••2345", description = "The last four characters, the others as •")
                    String number) {

        private static final int SHOWN = 4;

        static IdentityView of(String kind, String number) {
            var hidden = Math.max(0, number.length() - SHOWN);
            return new IdentityView(kind, "•".repeat(hidden) + number.substring(hidden));
        }
    }
}
