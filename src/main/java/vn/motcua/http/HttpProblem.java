package vn.motcua.http;

import static vn.motcua.problem.ProblemKind.ABSENT;
import static vn.motcua.problem.ProblemKind.CONFLICT;
import static vn.motcua.problem.ProblemKind.FORBIDDEN;
import static vn.motcua.problem.ProblemKind.INVALID;
import static vn.motcua.problem.ProblemKind.PRECONDITION_MISSING;
import static vn.motcua.problem.ProblemKind.REUSED;
import static vn.motcua.problem.ProblemKind.STALE;
import static vn.motcua.problem.ProblemKind.TOO_OFTEN;
import static vn.motcua.problem.ProblemKind.UNAVAILABLE;
import static vn.motcua.problem.ProblemKind.UNKNOWN_CALLER;

import vn.motcua.problem.ProblemKind;
import vn.motcua.problem.ProblemType;
import vn.motcua.problem.Wording;

/** The ways a request can fail whatever it is about. */
public enum HttpProblem implements ProblemType {
    INVALID_REQUEST(INVALID, "Yêu cầu không hợp lệ: %s", "The request is not valid: %s"),
    BODY_NOT_UTF8(INVALID, "Nội dung không phải văn bản UTF-8", "The body is not UTF-8 text"),
    BODY_BROKEN_OFF(INVALID, "Nội dung bị ngắt giữa chừng", "The body breaks off"),
    UNKNOWN_PARAMETER(INVALID, "Không có tham số truy vấn %s", "There is no query parameter %s"),
    KEY_REQUIRED(
            INVALID,
            "Cần tiêu đề Idempotency-Key dài 1 đến 255 ký tự in được",
            "The header Idempotency-Key is required, 1 to 255 printable characters"),
    CURSOR_INVALID(INVALID, "Con trỏ trang không hợp lệ cho danh sách này", "The cursor does not belong to this list"),
    ENTITY_TAG_INVALID(INVALID, "Tiêu đề %s không phải là một thẻ ETag", "The header %s does not hold an entity tag"),
    CALLER_UNKNOWN(UNKNOWN_CALLER, "Cần mã truy cập hợp lệ", "A valid access token is required"),
    NOT_ALLOWED(FORBIDDEN, "Vai trò của bạn không được làm việc này", "Your role may not do this"),
    PATH_UNKNOWN(ABSENT, "Không có gì tại địa chỉ này", "There is nothing at this address"),
    JOB_UNKNOWN(ABSENT, "Không có công việc %s", "There is no job %s"),
    KEY_BUSY(
            CONFLICT,
            "Yêu cầu cùng khóa này vẫn đang được xử lý, hãy thử lại sau",
            "A request with the same key is still running, try again later"),
    KEY_REUSED(
            REUSED, "Khóa này đã được dùng cho một yêu cầu khác", "This key was already used for a different request"),
    ALREADY_EXISTS(STALE, "%s đã tồn tại", "%s already exists"),
    VERSION_STALE(
            STALE,
            "Dữ liệu đã được người khác thay đổi, hãy đọc lại rồi thử lại",
            "Somebody changed this meanwhile, read it again and try again"),
    VERSION_REQUIRED(
            PRECONDITION_MISSING,
            "Cần tiêu đề If-Match (hoặc If-None-Match: * khi tạo mới)",
            "The header If-Match is required (or If-None-Match: * to create)"),
    TOO_MANY_REQUESTS(
            TOO_OFTEN,
            "Bạn gửi quá nhiều yêu cầu, hãy chờ rồi thử lại",
            "You are sending too many requests, wait and try again"),
    SERVICE_BUSY(
            UNAVAILABLE,
            "Dịch vụ tạm thời chưa phục vụ được, hãy thử lại",
            "The service cannot answer just now, try again");

    private final Wording wording;

    HttpProblem(ProblemKind kind, String vietnamese, String english) {
        wording = new Wording(kind, vietnamese, english);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
