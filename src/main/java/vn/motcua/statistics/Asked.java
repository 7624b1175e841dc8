package vn.motcua.statistics;

import java.util.List;

/** The parameters of a question about figures, as they came; null or empty where the caller left the default. */
record Asked(
        String unit,
        String unitRole,
        String field,
        String procedure,
        String channel,
        String from,
        String to,
        String period,
        String asOf,
        String basis,
        String promise,
        List<String> groupBy,
        String units) {}
