package vn.motcua.tracking;

import vn.motcua.deadline.StopKind;
import vn.motcua.dossier.Status;
import vn.motcua.http.Language;

/** What is said to a citizen, in words for people. Always the same sentences: a clerk's own may name somebody. */
final class TrackingWords {

    private final Language language;

    TrackingWords(Language language) {
        this.language = language;
    }

    String status(Status status) {
        return switch (status) {
            case SUBMITTED ->
                say(
                        "Hồ sơ đã nộp, đang chờ bộ phận một cửa kiểm tra",
                        "Submitted; the front desk has still to check it");
            case RECEIVED -> say("Hồ sơ đã được tiếp nhận", "Received");
            case REFUSED ->
                say(
                        "Hồ sơ đã bị từ chối; lý do có trong thông báo gửi người nộp",
                        "Refused; the notice to the applicant says why");
            case PROCESSING -> say("Hồ sơ đang được giải quyết", "Being worked on");
            case AWAITING_SUPPLEMENT ->
                say("Hồ sơ đang chờ người nộp bổ sung giấy tờ", "Waiting for papers from the applicant");
            case AWAITING_PAYMENT ->
                say("Hồ sơ đang chờ người nộp thanh toán", "Waiting for a payment by the applicant");
            case WITHDRAWN -> say("Hồ sơ đã được rút theo yêu cầu của người nộp", "Withdrawn by the applicant");
            case SUSPENDED -> say("Hồ sơ đang tạm dừng giải quyết", "Halted for the time being");
            case FINISHED -> say("Đã có kết quả, mời nhận", "The result is ready to be collected");
            case RETURNED -> say("Đã trả kết quả", "The result was handed over");
        };
    }

    String mistaken() {
        return say(
                "Hồ sơ đã bị hủy do nhập nhầm hoặc nhập hai lần; hãy hỏi nơi tiếp nhận",
                "Entered twice or by mistake, and void; please ask where it was handed in");
    }

    String stop(StopKind kind) {
        return switch (kind) {
            case SUPPLEMENT ->
                say(
                        "Thời hạn tạm dừng cho đến khi nhận được giấy tờ bổ sung",
                        "The time limit stands still until the papers asked for arrive");
            case PAYMENT ->
                say(
                        "Thời hạn tạm dừng cho đến khi nhận được khoản thanh toán",
                        "The time limit stands still until the payment arrives");
            case SUSPENSION ->
                say(
                        "Thời hạn tạm dừng theo quy định của pháp luật",
                        "The time limit stands still for a reason laid down by law");
        };
    }

    String apology() {
        return say(
                "Cơ quan giải quyết xin lỗi vì chậm trả kết quả và hẹn lại ngày trả",
                "The office apologises for the delay and has named a later date");
    }

    String overdue() {
        return say("Hồ sơ đã quá ngày hẹn trả", "The promised day has passed");
    }

    private String say(String vietnamese, String english) {
        return language.choose(vietnamese, english);
    }
}
