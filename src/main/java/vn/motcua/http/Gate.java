package vn.motcua.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** What every request passes before an operation is looked for; who is refused here is told so as everywhere else. */
@Singleton
class Gate {

    /** Characters of the longest path with its query; the server itself reads some more, so that we can answer. */
    private static final int LONGEST_ADDRESS = 8 * 1024;

    private static final int LONGEST_HEADERS = 16 * 1024;
    private static final int FIRST = -1_000;

    /** An opaque token, or parts between dots, of which only the last, the signature, may be empty. */
    private static final Pattern BEARER = Pattern.compile("(?i)bearer +[\\w~+/=-]+(\\.[\\w~+/=-]+)*\\.?");

    private final Doorstep doorstep;

    Gate(Doorstep doorstep) {
        this.doorstep = doorstep;
    }

    void stand(@Observes Router router) {
        router.route().order(FIRST).handler(this::check).failureHandler(this::failed);
        // No route can be asked about an address that does not begin with a slash, or is not percent-encoded.
        router.errorHandler(
                Status.BAD_REQUEST.getStatusCode(), unasked -> doorstep.refuse(unasked, Status.BAD_REQUEST));
        router.errorHandler(Status.NOT_FOUND.getStatusCode(), unasked -> doorstep.refuse(unasked, Status.NOT_FOUND));
    }

    private void check(RoutingContext passing) {
        var request = passing.request();
        if (request.uri().length() > LONGEST_ADDRESS) {
            passing.fail(Status.REQUEST_URI_TOO_LONG.getStatusCode());
        } else if (!isWellFormed(request.uri())) {
            passing.fail(Status.BAD_REQUEST.getStatusCode());
        } else if (length(request) > LONGEST_HEADERS) {
            passing.fail(Status.REQUEST_HEADER_FIELDS_TOO_LARGE.getStatusCode());
        } else if (lengthOfBody(request) > BodyLimit.MOST) {
            passing.fail(Status.REQUEST_ENTITY_TOO_LARGE.getStatusCode());
        } else {
            dropNonsense(request);
            passing.next();
        }
    }

    private static boolean isWellFormed(String address) {
        try {
            new URI(address);
            return true;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static int length(HttpServerRequest request) {
        return request.headers().entries().stream()
                .mapToInt(header -> header.getKey().length() + header.getValue().length())
                .sum();
    }

    /** As announced: the server has made sure that it is a number. */
    private static long lengthOfBody(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    /** A header that cannot hold a token names nobody; the framework stumbles over some of them. */
    private static void dropNonsense(HttpServerRequest request) {
        var caller = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (caller != null && !BEARER.matcher(caller).matches()) {
            request.headers().remove(HttpHeaders.AUTHORIZATION);
        }
    }

    private void failed(RoutingContext passing) {
        var status = Status.fromStatusCode(passing.statusCode());
        if (status == null || status.getFamily() != Status.Family.CLIENT_ERROR) {
            passing.next();
        } else {
            doorstep.refuse(passing, status);
        }
    }
}
