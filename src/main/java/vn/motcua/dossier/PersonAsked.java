package vn.motcua.dossier;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.http.Flaws;

/** Who asks what is held on them: by their identity number, or as somebody of one dossier. */
@Schema(name = "PersonAsked")
record PersonAsked(
        @Size(min = 3, max = 32) @Schema(examples = "001085012345") String identityNumber,
        @Schema(description = "With role: one dossier they are a person of") DossierCode dossier,
        Person.Role role) {

    PersonAsked {
        if ((identityNumber == null) == (dossier == null) || (dossier == null) != (role == null)) {
            throw Flaws.at(
                    "/identityNumber",
                    "required",
                    "Cần số giấy tờ, hoặc dossier cùng role",
                    "Either the identity number or dossier with role is needed");
        }
    }
}
