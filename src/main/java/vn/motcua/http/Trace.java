package vn.motcua.http;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import java.util.regex.Pattern;

/** Names one request in problems and logs: the caller's W3C {@code traceparent} where it sent one, else an own id. */
@RequestScoped
public class Trace {

    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    @Context
    HttpHeaders headers;

    private String id;

    public String id() {
        if (id == null) {
            id = given();
        }
        return id;
    }

    private String given() {
        return of(headers.getHeaderString("traceparent"));
    }

    static String of(String parent) {
        var matcher = TRACEPARENT.matcher(parent == null ? "" : parent);
        return matcher.matches()
                ? matcher.group(1)
                : UUID.randomUUID().toString().replace("-", "");
    }
}
