package vn.motcua.statistics;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One column of a report, under the heading of its block.
 *
 * @param id where its figure stands in a row
 * @param ours true right of the form: a column we add so that the sums agree
 * @param cells the counts it adds up, none of which has a dossier in common with another
 */
@Schema(name = "FormColumn")
record FormColumn(
        @Schema(examples = "received.total") String id,
        Bilingual block,
        Bilingual heading,
        @Schema(description = "Not part of the form: added so that the sums agree", examples = "false") boolean ours,
        @Schema(
                        description = "The counts it adds up: what to ask `/v1/statistics/dossiers` for",
                        examples = "[\"carriedOver\", \"received.total\"]")
                List<String> cells) {

    private static final Bilingual RECEIVED = new Bilingual("Số hồ sơ tiếp nhận", "Received");
    private static final Bilingual RESOLVED = new Bilingual("Số hồ sơ đã giải quyết", "Resolved");
    private static final Bilingual PENDING = new Bilingual("Số hồ sơ đang giải quyết", "Pending");
    private static final Bilingual BEYOND = new Bilingual("Ngoài biểu mẫu", "Beyond the form");

    static final List<FormColumn> ALL = List.of(
            column("received.total", RECEIVED, "Tổng số", "Total", Figure.CARRIED_OVER, Figure.RECEIVED),
            column("received.online", RECEIVED, "Trong kỳ: trực tuyến", "In the period: online", Figure.ONLINE),
            column(
                    "received.counterAndPostal",
                    RECEIVED,
                    "Trong kỳ: trực tiếp, dịch vụ bưu chính",
                    "In the period: counter and post",
                    Figure.COUNTER,
                    Figure.POSTAL),
            column("received.carriedOver", RECEIVED, "Từ kỳ trước chuyển qua", "Carried over", Figure.CARRIED_OVER),
            column("resolved.total", RESOLVED, "Tổng số", "Total", Figure.EARLY, Figure.ON_TIME, Figure.LATE),
            column("resolved.early", RESOLVED, "Trước hạn", "Early", Figure.EARLY),
            column("resolved.onTime", RESOLVED, "Đúng hạn", "On time", Figure.ON_TIME),
            column("resolved.late", RESOLVED, "Quá hạn", "Late", Figure.LATE),
            column(
                    "pending.total",
                    PENDING,
                    "Tổng số",
                    "Total",
                    Figure.WITHIN_DEADLINE,
                    Figure.STOPPED,
                    Figure.OVERDUE),
            column(
                    "pending.withinDeadline",
                    PENDING,
                    "Trong hạn",
                    "Within the deadline",
                    Figure.WITHIN_DEADLINE,
                    Figure.STOPPED),
            column("pending.overdue", PENDING, "Quá hạn", "Overdue", Figure.OVERDUE),
            beyond("beyondForm.withdrawn", "Công dân rút", "Withdrawn", Figure.WITHDRAWN),
            beyond("beyondForm.refused", "Từ chối sau tiếp nhận", "Refused after receipt", Figure.REFUSED),
            beyond(
                    "beyondForm.withoutDeadlineResolved",
                    "Đã giải quyết, không có hạn",
                    "Resolved without deadline",
                    Figure.WITHOUT_DEADLINE),
            beyond(
                    "beyondForm.withoutDeadlinePending",
                    "Đang giải quyết, không có hạn",
                    "Pending without deadline",
                    Figure.OPEN_WITHOUT_DEADLINE));

    /** Its figure in a row. */
    long of(FormRow row) {
        return row.figure(id);
    }

    private static FormColumn column(String id, Bilingual block, String vietnamese, String english, Figure... sum) {
        return new FormColumn(id, block, new Bilingual(vietnamese, english), false, paths(sum));
    }

    private static FormColumn beyond(String id, String vietnamese, String english, Figure... sum) {
        return new FormColumn(id, BEYOND, new Bilingual(vietnamese, english), true, paths(sum));
    }

    private static List<String> paths(Figure... sum) {
        return Stream.of(sum).map(Figure::path).toList();
    }
}
