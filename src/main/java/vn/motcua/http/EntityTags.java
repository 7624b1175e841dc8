package vn.motcua.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Strong entity tags, quoted: the version of one object, or a digest of what an answer says. */
public final class EntityTags {

    public static final String VARY = HttpHeaders.AUTHORIZATION + ", " + HttpHeaders.ACCEPT_LANGUAGE;
    private static final String MASKED = "-masked";
    private static final int DIGEST_BYTES = 16;
    private static final Pattern TAG = Pattern.compile("(W/)?\"[\\x21\\x23-\\x7E]*\"");

    private EntityTags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /** The object with its tag, or 304 when the caller already has this version. */
    public static Response answer(String ifNoneMatch, long version, Object body) {
        return answer(ifNoneMatch, of(version), "private, no-cache", body);
    }

    /** As those see it who are not shown all of it: another answer, and so another tag, of the same version. */
    public static Response masked(String ifNoneMatch, long version, Object body) {
        return answer(ifNoneMatch, "\"" + version + MASKED + "\"", "private, no-cache", body);
    }

    /** @param said the bytes of all that matters; nothing in them depends on when or by whom it was asked */
    public static String ofContent(byte[] said) {
        return "\"" + digest(said) + "\"";
    }

    /** Figures that many ask for every few seconds: told apart by what they say, 304 when the caller has just these. */
    public static Response polled(String ifNoneMatch, String tag, Object body) {
        return answer(ifNoneMatch, tag, "private, max-age=1", body);
    }

    private static Response answer(String ifNoneMatch, String tag, String cacheControl, Object body) {
        var unchanged = ifNoneMatch != null
                && tags(ifNoneMatch, HttpHeaders.IF_NONE_MATCH).stream()
                        .map(seen -> seen.startsWith("W/") ? seen.substring(2) : seen)
                        .anyMatch(tag::equals);
        var builder = unchanged ? Response.notModified() : Response.ok(body);
        return builder.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.VARY, VARY)
                .header(HttpHeaders.CACHE_CONTROL, cacheControl)
                .build();
    }

    private static String digest(byte[] said) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(said), 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has SHA-256
        }
    }

    /** The answer to a PUT that created the object at this path. */
    public static Response created(String path, long version, Object body) {
        return Response.created(URI.create(path))
                .entity(body)
                .header(HttpHeaders.ETAG, of(version))
                .header(HttpHeaders.VARY, VARY)
                .build();
    }

    /** The answer to a request that changed the object. */
    public static Response changed(long version, Object body) {
        return Response.ok(body)
                .header(HttpHeaders.ETAG, of(version))
                .header(HttpHeaders.VARY, VARY)
                .build();
    }

    /** Refuses a change by a caller that did not see the current version. */
    public static void require(String ifMatch, long version) {
        if (ifMatch == null) {
            throw HttpProblem.VERSION_REQUIRED.because();
        }
        var seen = tags(ifMatch, HttpHeaders.IF_MATCH).stream().map(tag -> tag.replace(MASKED + "\"", "\""));
        if (seen.noneMatch(of(version)::equals)) {
            throw HttpProblem.VERSION_STALE.because();
        }
    }

    /**
     * What a PUT was meant to do.
     *
     * @return true to create ({@code If-None-Match: *}), false to change ({@code If-Match})
     */
    public static boolean creates(String ifNoneMatch, String ifMatch) {
        if (ifNoneMatch == null && ifMatch == null) {
            throw HttpProblem.VERSION_REQUIRED.because();
        }
        if (ifNoneMatch != null && !ifNoneMatch.strip().equals("*")) {
            throw HttpProblem.ENTITY_TAG_INVALID.because(HttpHeaders.IF_NONE_MATCH);
        }
        return ifNoneMatch != null;
    }

    private static List<String> tags(String header, String name) {
        var tags = Arrays.stream(header.split(",")).map(String::strip).toList();
        if (tags.isEmpty() || !tags.stream().allMatch(tag -> TAG.matcher(tag).matches())) {
            throw HttpProblem.ENTITY_TAG_INVALID.because(name);
        }
        return tags;
    }
}
