package vn.motcua.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response.Status;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** What every request must keep to: a body of bounded size, and no query parameter the operation does not know. */
class RequestLimits {

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void bound(ContainerRequestContext request, ResourceInfo operation) {
        refuseUnknownParameters(request, operation.getResourceMethod());
        var limit = limitOf(operation.getResourceMethod());
        if (request.getLength() > limit) {
            throw new WebApplicationException(Status.REQUEST_ENTITY_TOO_LARGE);
        }
        request.setEntityStream(new Bounded(request.getEntityStream(), limit));
    }

    private void refuseUnknownParameters(ContainerRequestContext request, Method operation) {
        var allowed = known.computeIfAbsent(operation, RequestLimits::parametersOf);
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (!allowed.contains(name)) {
                throw HttpProblem.UNKNOWN_PARAMETER.because(name);
            }
            if (!values.stream().allMatch(Texts::isStorable)) {
                throw Flaws.at(name, "format", "Có ký tự không lưu được", "Holds a character that cannot be kept");
            }
        });
    }

    private static Set<String> parametersOf(Method operation) {
        return Arrays.stream(operation.getParameters())
                .flatMap(parameter -> parameter.isAnnotationPresent(BeanParam.class)
                        ? Arrays.stream(parameter.getType().getDeclaredFields())
                                .map(field -> named(field, field.getName()))
                        : Stream.of(named(parameter, parameter.getName())))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static String named(AnnotatedElement parameter, String name) {
        var query = parameter.getAnnotation(RestQuery.class);
        return query == null ? null : query.value().isEmpty() ? name : query.value();
    }

    private static long limitOf(Method operation) {
        var limit = operation.getAnnotation(BodyLimit.class);
        return limit == null ? BodyLimit.USUAL : limit.value();
    }

    private static final class Bounded extends FilterInputStream {

        private long left;

        Bounded(InputStream body, long limit) {
            super(body);
            left = limit;
        }

        @Override
        public int read() throws IOException {
            var next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = super.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new WebApplicationException(Status.REQUEST_ENTITY_TOO_LARGE);
            }
        }
    }
}
