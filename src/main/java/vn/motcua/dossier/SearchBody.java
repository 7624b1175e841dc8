package vn.motcua.dossier;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.http.Flaws;

/** Whom to look for. In a body, so that nothing personal stands in a URL. At least one of the three. */
@Schema(name = "Search")
record SearchBody(
        @Size(min = 2, max = 500)
                @Schema(description = "Beginning of the name, tone marks or not", examples = "nguyen thi")
                String name,
        @Size(min = 3, max = 32) @Schema(description = "The whole number, separators or not", examples = "001085012345")
                String identityNumber,
        @Pattern(regexp = "[0-9+() .-]{3,32}")
                @Schema(description = "The whole number, with 0 or +84, separators or not", examples = "0912345678")
                String phone) {

    SearchBody {
        if (name == null && identityNumber == null && phone == null) {
            throw Flaws.at(
                    "/name", "required", "Cần tên, số giấy tờ hoặc điện thoại", "Name, identity or phone is needed");
        }
    }

    DossierList.Conditions conditions(Strongbox strongbox) {
        var narrowed = new DossierList.Conditions();
        var person = new ArrayList<String>();
        if (name != null) {
            person.add("p.name_key like :name");
            narrowed.put("name", Person.key(name).replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        if (identityNumber != null) {
            person.add("p.identity_digest in (:identity)");
            narrowed.put("identity", strongbox.identities(identityNumber));
        }
        if (phone != null) {
            person.add("p.phone_digest in (:phone)");
            narrowed.put("phone", strongbox.phones(phone));
        }
        narrowed.require("exists (select 1 from dossier_person p where p.dossier = d.id and "
                + String.join(" and ", person) + ")");
        return narrowed;
    }
}
