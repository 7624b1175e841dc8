package vn.motcua.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.StatusType;
import java.util.List;
import java.util.Locale;
import vn.motcua.problem.Problem;

/** The two languages answers come in. Vietnamese first. */
public enum Language {
    VIETNAMESE("vi"),
    ENGLISH("en");

    private static final List<Locale> SPOKEN = List.of(Locale.forLanguageTag("vi"), Locale.ENGLISH);
    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    public String tag() {
        return tag;
    }

    /** The language asked for by {@code Accept-Language}; Vietnamese when it names neither or is malformed. */
    public static Language of(HttpHeaders headers) {
        return of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    static Language of(String wanted) {
        try {
            var locale = wanted == null ? null : Locale.lookup(Locale.LanguageRange.parse(wanted), SPOKEN);
            return Locale.ENGLISH.equals(locale) ? ENGLISH : VIETNAMESE;
        } catch (IllegalArgumentException malformed) {
            return VIETNAMESE;
        }
    }

    public String choose(String vietnamese, String english) {
        return this == VIETNAMESE ? vietnamese : english;
    }

    String detail(Problem problem) {
        return choose(problem.vietnamese(), problem.english());
    }

    String title(StatusType status) {
        return choose(vietnameseTitle(status), status.getReasonPhrase());
    }

    private static String vietnameseTitle(StatusType status) {
        return switch (status.getStatusCode()) {
            case 400 -> "Yêu cầu không hợp lệ";
            case 401 -> "Chưa đăng nhập";
            case 403 -> "Không có quyền";
            case 404 -> "Không tìm thấy";
            case 405 -> "Phương thức không được phép";
            case 406 -> "Không có định dạng được yêu cầu";
            case 409 -> "Trạng thái không cho phép";
            case 412 -> "Phiên bản đã cũ";
            case 413 -> "Nội dung quá lớn";
            case 414 -> "Địa chỉ quá dài";
            case 415 -> "Không nhận định dạng này";
            case 422 -> "Khóa đã dùng cho yêu cầu khác";
            case 408 -> "Gửi quá chậm";
            case 428 -> "Thiếu điều kiện phiên bản";
            case 429 -> "Quá nhiều yêu cầu";
            case 431 -> "Tiêu đề quá dài";
            case 503 -> "Tạm thời không phục vụ được";
            default -> "Lỗi";
        };
    }
}
