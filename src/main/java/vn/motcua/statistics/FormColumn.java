package vn.motcua.statistics;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One column of a report, under the heading of its block.
 *
 * @param id where its figure stands in a row
 * @param ours true right of the form: a column we add so that the sums agree
 */
@Schema(name = "FormColumn")
record FormColumn(
        @Schema(examples = "received.total") String id,
        Bilingual block,
        Bilingual heading,
        @Schema(description = "Not part of the form: added so that the sums agree", examples = "false") boolean ours) {

    private static final Bilingual RECEIVED = new Bilingual("Số hồ sơ tiếp nhận", "Received");
    private static final Bilingual RESOLVED = new Bilingual("Số hồ sơ đã giải quyết", "Resolved");
    private static final Bilingual PENDING = new Bilingual("Số hồ sơ đang giải quyết", "Pending");
    private static final Bilingual BEYOND = new Bilingual("Ngoài biểu mẫu", "Beyond the form");

    static final List<FormColumn> ALL = List.of(
            column("received.total", RECEIVED, "Tổng số", "Total"),
            column("received.online", RECEIVED, "Trong kỳ: trực tuyến", "In the period: online"),
            column(
                    "received.counterAndPostal",
                    RECEIVED,
                    "Trong kỳ: trực tiếp, dịch vụ bưu chính",
                    "In the period: counter and post"),
            column("received.carriedOver", RECEIVED, "Từ kỳ trước chuyển qua", "Carried over"),
            column("resolved.total", RESOLVED, "Tổng số", "Total"),
            column("resolved.early", RESOLVED, "Trước hạn", "Early"),
            column("resolved.onTime", RESOLVED, "Đúng hạn", "On time"),
            column("resolved.late", RESOLVED, "Quá hạn", "Late"),
            column("pending.total", PENDING, "Tổng số", "Total"),
            column("pending.withinDeadline", PENDING, "Trong hạn", "Within the deadline"),
            column("pending.overdue", PENDING, "Quá hạn", "Overdue"),
            beyond("beyondForm.withdrawn", "Công dân rút", "Withdrawn"),
            beyond("beyondForm.refused", "Từ chối sau tiếp nhận", "Refused after receipt"),
            beyond("beyondForm.withoutDeadlineResolved", "Đã giải quyết, không có hạn", "Resolved without deadline"),
            beyond("beyondForm.withoutDeadlinePending", "Đang giải quyết, không có hạn", "Pending without deadline"));

    private static FormColumn column(String id, Bilingual block, String vietnamese, String english) {
        return new FormColumn(id, block, new Bilingual(vietnamese, english), false);
    }

    private static FormColumn beyond(String id, String vietnamese, String english) {
        return new FormColumn(id, BEYOND, new Bilingual(vietnamese, english), true);
    }
}
