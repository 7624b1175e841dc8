package vn.motcua.deadline;

import java.time.Instant;

/**
 * A due date named by a person: an extension's, or an appointment made elsewhere and imported. Named at or before
 * receipt it is the first promise.
 */
public record Named(Instant due, Instant namedAt) {}
