package vn.motcua.http;

/**
 * What a caller asked for is done, and will be acknowledged if this transaction commits. Fired once for each, never for
 * a repeated request that is answered as the first was.
 */
public record Done() {}
