package vn.motcua.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response.StatusType;
import java.util.List;
import java.util.Locale;
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

    static final String MEDIA_TYPE = "application/problem+json";
    /** Sentences repeat what was sent, which may be long. */
    private static final int LONGEST_DETAIL = 1_000;

    /** A refusal of which there is no more to say than its status does. */
    static ProblemDetail of(StatusType status, Language language, String traceId) {
        return of(status, code(status), language.title(status), List.of(), List.of(), language, traceId);
    }

    static ProblemDetail of(
            StatusType status,
            String code,
            String detail,
            List<String> allowedSteps,
            List<Flaw> errors,
            Language language,
            String traceId) {
        var title = language.title(status);
        var shown = Texts.shown(detail, LONGEST_DETAIL);
        return new ProblemDetail(
                "/problems/" + code, title, status.getStatusCode(), shown, code, traceId, allowedSteps, errors);
    }

    private static String code(StatusType status) {
        return status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    @Schema(name = "Flaw")
    public record Flaw(
            @Schema(examples = "/applicant/name") String pointer,
            @Schema(examples = "required") String code,
            String message) {}
}
