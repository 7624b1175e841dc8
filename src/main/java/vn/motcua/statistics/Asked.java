package vn.motcua.statistics;

/**
 * The parameters of a question about figures, as they came; null or empty where the caller left the default.
 *
 * @param asOf null to ask about all that is known now
 */
record Asked(Scope scope, Kind kind, Slicing slicing, String asOf) {}
