package vn.motcua.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person or body as a desk names them. */
@Schema(name = "Person")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonBody(
        @NotNull Kind kind,
        @NotBlank @Size(max = 500) @Schema(examples = "Nguyễn Thị Mai") String name,
        @Valid Identity identity,
        @Size(max = 32) @Pattern(regexp = "[0-9+() .-]{3,32}") @Schema(examples = "0912345678") String phone,
        @Size(max = 254) @Pattern(regexp = "[^@\\s]+@[^@\\s]+") @Schema(examples = "mai@example.vn") String email,
        @Valid Address address,
        @Size(max = 1000) @Schema(description = "For a proxy: the paper that authorises them") String authorisation) {

    /** What kind of applicant. */
    @Schema(name = "PersonKind")
    enum Kind {
        CITIZEN,
        ENTERPRISE,
        AGENCY,
        OTHER
    }

    @Schema(name = "Identity")
    record Identity(
            @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,32}") @Schema(examples = "CCCD") String kind,
            @NotNull @Pattern(regexp = "[A-Za-z0-9./-]{1,32}") @Schema(examples = "001085012345") String number) {}

    @Schema(name = "Address")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Address(
            @Size(max = 500) @Schema(examples = "12 Lê Lợi") String text,
            @Pattern(regexp = "\\d{2}|\\d{5}") @Schema(examples = "00004") String areaCode) {}
}
