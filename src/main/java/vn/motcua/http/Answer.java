package vn.motcua.http;

import jakarta.ws.rs.core.Response.Status;

/**
 * What a POST answers once its effect is committed. Kept with the idempotency key, so it holds no personal data.
 *
 * @param status HTTP status code
 * @param location path of what was made, or null
 * @param version version for the ETag, or null
 * @param body what is written as JSON
 */
public record Answer(int status, String location, Long version, Object body) {

    public static Answer ok(long version, Object body) {
        return new Answer(Status.OK.getStatusCode(), null, version, body);
    }

    public static Answer created(String location, long version, Object body) {
        return new Answer(Status.CREATED.getStatusCode(), location, version, body);
    }

    public static Answer accepted(String location, Object body) {
        return new Answer(Status.ACCEPTED.getStatusCode(), location, null, body);
    }
}
