package vn.motcua.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person or body as a dossier shows them. */
@Schema(name = "PersonView")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonView(
        PersonBody.Kind kind,
        @Schema(nullable = true, examples = "Nguyễn Thị Mai", description = "Absent once the person was let go of")
                String name,
        @Schema(nullable = true) IdentityView identity,
        @Schema(nullable = true, examples = "0912345678") String phone,
        @Schema(nullable = true, examples = "mai@example.vn") String email,
        @Schema(nullable = true) PersonBody.Address address,
        @Schema(nullable = true, description = "For a proxy: the paper that authorises them") String authorisation) {

    private static final String HIDDEN = "•••";
    private static final int PHONE_SHOWN = 3;

    /** For those who only follow the work: enough to tell two people apart, nothing to find one with. */
    PersonView masked() {
        return new PersonView(
                kind,
                name,
                identity == null ? null : identity.masked(),
                phone == null ? null : masked(phone.replaceAll("[^0-9]", ""), PHONE_SHOWN),
                email == null ? null : HIDDEN + email.substring(email.lastIndexOf('@')),
                address == null ? null : new PersonBody.Address(hidden(address.text()), address.areaCode()),
                hidden(authorisation));
    }

    private static String hidden(String said) {
        return said == null ? null : HIDDEN;
    }

    /** Its last characters, each of the others as •; one that is not longer than that is not shown at all. */
    private static String masked(String said, int shown) {
        var hidden = said.length() > shown ? said.length() - shown : said.length();
        return "•".repeat(hidden) + said.substring(hidden);
    }

    @Schema(name = "IdentityView")
    record IdentityView(
            @Schema(examples = "CCCD") String kind,
            @Schema(
                            examples = {"001085012345", "••••••••2345"},
                            description = "Whole, or the last four characters, the others as •")
                    String number) {

        private static final int SHOWN = 4;

        private IdentityView masked() {
            return new IdentityView(kind, PersonView.masked(number, SHOWN));
        }
    }
}
