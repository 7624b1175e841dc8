package vn.motcua.http;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which methods there are at which address. The framework knows it for one class only: where a list and its items are
 * answered by two classes, it takes a wrong method for an unknown address.
 */
@Singleton
class Addresses {

    private final List<Address> addresses;

    Addresses(BeanManager beans) {
        addresses = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .flatMap(Addresses::of)
                .toList();
    }

    /** In alphabetical order; none where there is nothing at all. */
    Set<String> methodsAt(String path) {
        var methods = addresses.stream()
                .filter(address -> address.path.test(path))
                .map(Address::method)
                .collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return methods;
    }

    /** Whether this is how an address is written in the code, as {@code /v1/units/{code}}. */
    boolean isTemplate(String path) {
        return addresses.stream().anyMatch(address -> address.template.equals(path));
    }

    private static Stream<Address> of(Class<?> resource) {
        var root = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getDeclaredMethods()).flatMap(method -> named(method)
                .map(name -> new Address(root + below(method), matching(root + below(method)), name)));
    }

    private static Stream<String> named(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(java.util.Objects::nonNull)
                .map(HttpMethod::value);
    }

    private static String below(Method method) {
        var path = method.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }

    private static Predicate<String> matching(String template) {
        return Pattern.compile(template.replaceAll("\\{[^/}]+}", "[^/]+") + "/?")
                .asMatchPredicate();
    }

    private record Address(String template, Predicate<String> path, String method) {}
}
