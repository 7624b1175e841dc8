package vn.motcua.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** What every request must keep to: parameters the operation knows, each said once, and a body it can read. */
class RequestLimits {

    /** Of each operation, its query parameters, and which of them may be said more than once. */
    private final Map<Method, Map<String, Boolean>> known = new ConcurrentHashMap<>();

    private final BodyPace pace;

    RequestLimits(BodyPace pace) {
        this.pace = pace;
    }

    @ServerRequestFilter
    void bound(ContainerRequestContext request, ResourceInfo resource, RoutingContext context) {
        var operation = resource.getResourceMethod();
        request.getUriInfo().getPathParameters().forEach(RequestLimits::requireStorable);
        requireKnown(request.getUriInfo().getQueryParameters(), operation);
        if (operation.isAnnotationPresent(LongReading.class)) {
            Silence.mayBeLong(context);
        }
        if (takesBody(operation)) {
            requireReadable(request);
            request.setEntityStream(body(request, limitOf(operation), context));
        }
    }

    private void requireKnown(MultivaluedMap<String, String> parameters, Method operation) {
        var allowed = known.computeIfAbsent(operation, RequestLimits::parametersOf);
        parameters.forEach((name, values) -> {
            if (!allowed.containsKey(name)) {
                throw HttpProblem.UNKNOWN_PARAMETER.because(Texts.named(name));
            }
            if (values.size() > 1 && !allowed.get(name)) {
                throw Flaws.at(name, "repeated", "Được nêu nhiều lần", "Is given more than once");
            }
            requireStorable(name, values);
        });
    }

    private static void requireStorable(String name, List<String> values) {
        if (!values.stream().allMatch(Texts::isStorable)) {
            throw Flaws.at(name, "format", "Có ký tự không lưu được", "Holds a character that cannot be kept");
        }
    }

    private static Map<String, Boolean> parametersOf(Method operation) {
        return Arrays.stream(operation.getParameters())
                .flatMap(RequestLimits::parametersOf)
                .filter(parameter -> parameter.query != null)
                .collect(Collectors.toMap(Known::name, Known::isList));
    }

    /** One said on its own, or all of a bean's. */
    private static Stream<Known> parametersOf(Parameter parameter) {
        return parameter.isAnnotationPresent(BeanParam.class)
                ? Arrays.stream(parameter.getType().getDeclaredFields())
                        .map(field -> new Known(field.getAnnotation(RestQuery.class), field.getName(), field.getType()))
                : Stream.of(
                        new Known(parameter.getAnnotation(RestQuery.class), parameter.getName(), parameter.getType()));
    }

    /** A parameter of an operation; one of the query if it says so. */
    private record Known(RestQuery query, String variable, Class<?> type) {

        String name() {
            return query.value().isEmpty() ? variable : query.value();
        }

        boolean isList() {
            return type == List.class;
        }
    }

    private static boolean takesBody(Method operation) {
        return operation.isAnnotationPresent(Consumes.class)
                || operation.getDeclaringClass().isAnnotationPresent(Consumes.class);
    }

    /** What a body is has to be said, and it comes as it is. */
    private static void requireReadable(ContainerRequestContext request) {
        var type = mediaType(request);
        var coding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (type == null || type.isWildcardType() || type.isWildcardSubtype()) {
            throw new NotSupportedException();
        }
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            throw new NotSupportedException();
        }
    }

    private static MediaType mediaType(ContainerRequestContext request) {
        try {
            return request.getMediaType();
        } catch (IllegalArgumentException empty) {
            return null;
        }
    }

    private InputStream body(ContainerRequestContext request, long limit, RoutingContext context) {
        if (request.getLength() > limit) {
            throw new WebApplicationException(Status.REQUEST_ENTITY_TOO_LARGE);
        }
        var bounded = new BoundedBody(request.getEntityStream(), limit, pace, () -> hangUpAfter(context));
        return MediaType.APPLICATION_JSON_TYPE.isCompatible(request.getMediaType()) ? new Utf8Body(bounded) : bounded;
    }

    /** Once it has been told why, nobody listens to the rest. */
    private static void hangUpAfter(RoutingContext context) {
        context.response().putHeader(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        context.addEndHandler(answered -> context.request().connection().close());
    }

    private static long limitOf(Method operation) {
        var limit = operation.getAnnotation(BodyLimit.class);
        return limit == null ? BodyLimit.USUAL : limit.value();
    }
}
