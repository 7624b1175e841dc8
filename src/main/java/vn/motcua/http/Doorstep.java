package vn.motcua.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import vn.motcua.problem.Problem;

/** Refuses before any operation is looked for; whoever is refused here is told so as everywhere else. */
@Singleton
class Doorstep {

    private final ObjectMapper json;

    Doorstep(ObjectMapper json) {
        this.json = json;
    }

    void refuse(RoutingContext refused, Status status) {
        var language = language(refused);
        answer(refused, ProblemDetail.of(status, language, trace(refused)), language);
    }

    void refuse(RoutingContext refused, Problem problem) {
        var language = language(refused);
        var type = problem.type();
        var status = ProblemMapper.status(type.kind());
        var detail = language.detail(problem);
        problem.tryAgainAfter().ifPresent(wait -> refused.response()
                .putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(ProblemMapper.seconds(wait))));
        answer(
                refused,
                ProblemDetail.of(status, type.code(), detail, List.of(), List.of(), language, trace(refused)),
                language);
    }

    private static Language language(RoutingContext refused) {
        return Language.of(refused.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static String trace(RoutingContext refused) {
        return Trace.of(refused.request().getHeader("traceparent"));
    }

    private void answer(RoutingContext refused, ProblemDetail problem, Language language) {
        refused.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemDetail.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .end(write(problem));
    }

    private Buffer write(ProblemDetail problem) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(problem));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible); // every text in it is ours
        }
    }
}
