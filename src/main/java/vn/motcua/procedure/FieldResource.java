package vn.motcua.procedure;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import vn.motcua.http.Doing;
import vn.motcua.http.EntityTags;

/** One field of administration. */
@Path("/v1/fields/{code}")
@Tag(name = "Procedures")
@Produces(MediaType.APPLICATION_JSON)
class FieldResource {

    private final Fields fields;
    private final FieldDesk desk;

    FieldResource(Fields fields, FieldDesk desk) {
        this.fields = fields;
        this.desk = desk;
    }

    @GET
    @PermissionsAllowed("showField")
    @Operation(operationId = "showField", summary = "Show a field")
    @APIResponse(
            responseCode = "200",
            description = "The field",
            content = @Content(schema = @Schema(implementation = FieldView.class)))
    public Response show(
            @Parameter(description = "Code of a field") @RestPath String code,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        var field = fields.require(code);
        return EntityTags.answer(ifNoneMatch, field.version(), FieldView.of(field));
    }

    @PUT
    @Doing
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("putField")
    @Operation(
            operationId = "putField",
            summary = "Create or rename a field",
            description = "By the role catalogue at the top of a tree. `If-None-Match: *` creates, `If-Match` changes.")
    @APIResponse(
            responseCode = "200",
            description = "The field",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FieldView.class)))
    public Response put(
            @Parameter(description = "Code of a field") @RestPath @Pattern(regexp = FieldForm.CODE) String code,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @RestHeader(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull FieldForm body) {
        if (EntityTags.creates(ifNoneMatch, ifMatch)) {
            var field = desk.create(code, body);
            return EntityTags.created("/v1/fields/" + code, field.version(), FieldView.of(field));
        }
        var field = desk.rename(code, ifMatch, body);
        return EntityTags.changed(field.version(), FieldView.of(field));
    }

    @Schema(name = "FieldView")
    record FieldView(@Schema(examples = "HT") String code, @Schema(examples = "Hộ tịch") String name) {

        static FieldView of(Field field) {
            return new FieldView(field.code(), field.name());
        }
    }
}
