package vn.motcua.procedure;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is said about a field. */
@Schema(name = "Field")
record FieldForm(@NotBlank @Size(max = 300) String name) {

    static final String CODE = "[0-9A-Za-z.-]{1,64}";
}
