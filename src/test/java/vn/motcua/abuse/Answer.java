package vn.motcua.abuse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What came back.
 *
 * @param headers by name in small letters
 */
record Answer(int status, Map<String, String> headers, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TRACE = Pattern.compile("[0-9a-f]{32}");

    /** What would tell how we are made: frames of a stack, names of classes, what we are built with. */
    private static final Pattern INSIDE = Pattern.compile("Exception|\\.java:\\d|\\bat [\\w.$]+\\(|"
            + "\\b(io\\.(quarkus|vertx|netty|smallrye)|org\\.(hibernate|postgresql|jboss)|com\\.fasterxml"
            + "|vn\\.motcua|java\\.(lang|util|time|io)|jakarta|sun)\\.\\w");

    private static final List<String> TELLING = List.of("server", "x-powered-by", "via");

    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    String code() {
        return json().path("code").asText();
    }

    String type() {
        return headers.getOrDefault("content-type", "");
    }

    /** What is wrong with it as a refusal; empty when it is a whole problem. */
    List<String> flaws() {
        var flaws = new ArrayList<String>();
        if (!type().startsWith("application/problem+json")) {
            flaws.add("content type " + type());
        }
        var problem = json();
        if (!problem.path("type").asText().equals("/problems/" + code()) || code().isEmpty()) {
            flaws.add("type and code");
        }
        if (problem.path("title").asText().isBlank()
                || problem.path("detail").asText().isBlank()) {
            flaws.add("title and detail");
        }
        if (problem.path("status").asInt() != status) {
            flaws.add("status in the body");
        }
        if (!TRACE.matcher(problem.path("traceId").asText()).matches()) {
            flaws.add("traceId");
        }
        if (INSIDE.matcher(new String(body, StandardCharsets.UTF_8)).find()) {
            flaws.add("tells what it is made of");
        }
        if (TELLING.stream().anyMatch(headers::containsKey)) {
            flaws.add("names what answers: " + headers);
        }
        problem.path("errors").forEach(flaw -> {
            if (flaw.path("code").asText().isEmpty()
                    || flaw.path("message").asText().isEmpty()) {
                flaws.add("errors");
            }
        });
        return flaws;
    }

    @Override
    public String toString() {
        return status + " " + Call.shortened(new String(body, StandardCharsets.UTF_8));
    }
}
