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
        String units,
        String rank,
        Long floor) {

    /** What a report asks: everything of a unit in a time, told apart one way. */
    static Asked grouped(
            Grouping by,
            String unit,
            String unitRole,
            String from,
            String to,
            String asOf,
            String basis,
            String promise,
            String units) {
        var groupBy = List.of(by.parameterName());
        return new Asked(
                unit, unitRole, null, null, null, from, to, null, asOf, basis, promise, groupBy, units, null, null);
    }
}
