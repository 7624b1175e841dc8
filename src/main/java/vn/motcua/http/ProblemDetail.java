package vn.motcua.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A refused request as RFC 9457 tells it. {@code type} and {@code code} are stable; {@code detail} is for people. */
@Schema(name = "Problem")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDetail(
        @Schema(required = true, examples = "/problems/dossier-unknown") String type,
        @Schema(required = true, examples = "Không tìm thấy") String title,
        @Schema(required = true, examples = "404") int status,
        @Schema(required = true, examples = "Không có hồ sơ H42.18-260105-0001") String detail,
        @Schema(required = true, examples = "dossier-unknown") String code,
        @Schema(required = true, examples = "9f86d081884c7d65") String traceId,
        @Schema(nullable = true, description = "The steps allowed instead, when the state forbids this one")
                List<String> allowedSteps,
        @Schema(nullable = true, description = "The places of the request that are wrong") List<Flaw> errors) {

    @Schema(name = "Flaw")
    public record Flaw(
            @Schema(examples = "/applicant/name") String pointer,
            @Schema(examples = "required") String code,
            String message) {}
}
