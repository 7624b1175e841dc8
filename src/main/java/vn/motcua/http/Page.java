package vn.motcua.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of a list.
 *
 * @param items at most {@code limit} rows
 * @param next cursor of the next page, null on the last
 */
public record Page<T>(
        List<T> items,
        @Schema(nullable = true, description = "Cursor of the next page; null on the last page") String next,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(nullable = true) Count count) {

    public static final int MOST = 200;
    public static final String USUAL = "50";

    /** A page out of up to {@code limit + 1} rows: the one too many tells that there is a next page. */
    public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, T> view, Function<R, String> cursor) {
        var shown = rows.subList(0, Math.min(limit, rows.size()));
        var next = rows.size() > limit ? cursor.apply(shown.get(limit - 1)) : null;
        return new Page<>(shown.stream().map(view).toList(), next, null);
    }

    public Page<T> counted(Count total) {
        return new Page<>(items, next, total);
    }

    /**
     * How many rows the whole list has, counted up to a cap.
     *
     * @param value the number, or the cap
     * @param exact false when there are more than the cap
     */
    @Schema(name = "Count")
    public record Count(long value, boolean exact) {

        public static final int CAP = 10_000;

        /** From a count that stopped at one past the cap. */
        public static Count of(long counted) {
            return counted > CAP ? new Count(CAP, false) : new Count(counted, true);
        }
    }
}
