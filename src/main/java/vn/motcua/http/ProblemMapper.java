package vn.motcua.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import vn.motcua.problem.Problem;
import vn.motcua.problem.ProblemKind;

/** The one place where a refusal becomes a status code and an {@code application/problem+json} body. */
public class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    /** Seconds a client should wait before it asks a service that cannot answer again. */
    private static final int RETRY_AFTER = 2;

    /** JAX-RS has no constant for it. */
    private static final StatusType UNPROCESSABLE = new StatusType() {

        @Override
        public int getStatusCode() {
            return 422;
        }

        @Override
        public Status.Family getFamily() {
            return Status.Family.CLIENT_ERROR;
        }

        @Override
        public String getReasonPhrase() {
            return "Unprocessable Content";
        }
    };

    private final Trace trace;
    private final Addresses addresses;

    ProblemMapper(Trace trace, Addresses addresses) {
        this.trace = trace;
        this.addresses = addresses;
    }

    @ServerExceptionMapper
    public Response map(Problem problem, HttpHeaders headers) {
        return answer(status(problem.type().kind()), problem, headers);
    }

    @ServerExceptionMapper
    Response map(ConstraintViolationException violations, HttpHeaders headers) {
        return map(Flaws.of(violations), headers);
    }

    /** Named one by one: the framework has a mapper of its own for the narrower kind. */
    @ServerExceptionMapper({JsonMappingException.class, MismatchedInputException.class})
    Response malformed(JsonMappingException malformed, HttpHeaders headers) {
        return map(Flaws.of(malformed), headers);
    }

    @ServerExceptionMapper
    Response map(JsonProcessingException malformed, HttpHeaders headers) {
        return map(HttpProblem.INVALID_REQUEST.because("JSON"), headers);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unknownCaller(Exception refused, HttpHeaders headers) {
        return map(HttpProblem.CALLER_UNKNOWN.because(), headers);
    }

    /** The provider has never answered yet: nobody can say whether the caller is known. */
    @ServerExceptionMapper
    Response map(OIDCException providerAway, HttpHeaders headers) {
        LOG.warnf("provider of tokens away: %s", providerAway.toString());
        return map(HttpProblem.SERVICE_BUSY.because(), headers);
    }

    /** Of two writers with the same version the database let the other one through. */
    @ServerExceptionMapper
    Response map(OptimisticLockException overtaken, HttpHeaders headers) {
        return map(HttpProblem.VERSION_STALE.because(), headers);
    }

    @ServerExceptionMapper
    Response map(ForbiddenException refused, HttpHeaders headers) {
        return map(HttpProblem.NOT_ALLOWED.because(), headers);
    }

    /** The framework answers 404 to any parameter it cannot read; in a query that is a wrong request. */
    @ServerExceptionMapper
    Response unread(NotFoundException refused, ContainerRequestContext request, HttpHeaders headers) {
        for (var cause = refused.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return map(problem, headers);
            }
        }
        var parameters = request.getUriInfo().getQueryParameters();
        if (refused.getCause() != null && !parameters.isEmpty()) {
            return map(Flaws.unread(parameters, refused.getCause()), headers);
        }
        var methods = addresses.methodsAt(request.getUriInfo().getPath());
        return methods.isEmpty() || methods.contains(request.getMethod())
                ? map(HttpProblem.PATH_UNKNOWN.because(), headers)
                : wrongMethod(methods, headers);
    }

    @ServerExceptionMapper
    Response map(NotAllowedException refused, ContainerRequestContext request, HttpHeaders headers) {
        return wrongMethod(addresses.methodsAt(request.getUriInfo().getPath()), headers);
    }

    private Response wrongMethod(Set<String> methods, HttpHeaders headers) {
        return plain(Status.METHOD_NOT_ALLOWED, headers)
                .header(HttpHeaders.ALLOW, String.join(", ", methods))
                .build();
    }

    @ServerExceptionMapper
    Response map(WebApplicationException refused, HttpHeaders headers) {
        if (refused.getCause() instanceof JsonMappingException malformed) {
            return malformed(malformed, headers);
        }
        if (refused.getCause() instanceof JsonProcessingException malformed) {
            return map(malformed, headers);
        }
        var status = refused.getResponse().getStatusInfo().toEnum();
        if (status == null || status.getFamily() != Status.Family.CLIENT_ERROR) {
            return unexpected(refused, headers);
        }
        return switch (status) {
            case UNAUTHORIZED -> map(HttpProblem.CALLER_UNKNOWN.because(), headers);
            case BAD_REQUEST -> map(HttpProblem.INVALID_REQUEST.because("?"), headers);
            default -> plain(status, headers).build();
        };
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure, HttpHeaders headers) {
        if (Database.isAway(failure)) {
            LOG.warnf("database away: %s", failure.toString());
            return map(HttpProblem.SERVICE_BUSY.because(), headers);
        }
        LOG.errorf(failure, "unexpected failure, trace %s", trace.id());
        var text = Language.of(headers).choose("Lỗi không lường trước", "Unexpected failure");
        return body(Status.INTERNAL_SERVER_ERROR, "unexpected", text, List.of(), List.of(), headers)
                .build();
    }

    private Response answer(StatusType status, Problem problem, HttpHeaders headers) {
        var language = Language.of(headers);
        var flaws = problem.flaws().stream()
                .map(flaw -> new ProblemDetail.Flaw(
                        flaw.pointer(), flaw.code(), language.choose(flaw.vietnamese(), flaw.english())))
                .toList();
        var builder =
                body(status, problem.type().code(), language.detail(problem), problem.legalSteps(), flaws, headers);
        if (status == Status.SERVICE_UNAVAILABLE || problem.type() == HttpProblem.KEY_BUSY) {
            builder.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        }
        problem.tryAgainAfter().ifPresent(wait -> builder.header(HttpHeaders.RETRY_AFTER, seconds(wait)));
        if (status == Status.UNAUTHORIZED) {
            builder.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return builder.build();
    }

    /** Rounded up, and never at once. */
    static long seconds(Duration wait) {
        return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    }

    private Response.ResponseBuilder plain(StatusType status, HttpHeaders headers) {
        var language = Language.of(headers);
        return response(ProblemDetail.of(status, language, trace.id()), language);
    }

    private Response.ResponseBuilder body(
            StatusType status,
            String code,
            String detail,
            List<String> legalSteps,
            List<ProblemDetail.Flaw> flaws,
            HttpHeaders headers) {
        var language = Language.of(headers);
        return response(ProblemDetail.of(status, code, detail, legalSteps, flaws, language, trace.id()), language);
    }

    private static Response.ResponseBuilder response(ProblemDetail problem, Language language) {
        return Response.status(problem.status())
                .type(ProblemDetail.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .entity(problem);
    }

    /** The status code of each kind of refusal. */
    static StatusType status(ProblemKind kind) {
        return switch (kind) {
            case INVALID -> Status.BAD_REQUEST;
            case UNKNOWN_CALLER -> Status.UNAUTHORIZED;
            case FORBIDDEN -> Status.FORBIDDEN;
            case ABSENT -> Status.NOT_FOUND;
            case CONFLICT -> Status.CONFLICT;
            case STALE -> Status.PRECONDITION_FAILED;
            case REUSED -> UNPROCESSABLE;
            case PRECONDITION_MISSING -> Status.PRECONDITION_REQUIRED;
            case TOO_OFTEN -> Status.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> Status.SERVICE_UNAVAILABLE;
        };
    }
}
