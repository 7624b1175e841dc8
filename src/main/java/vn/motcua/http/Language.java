package vn.motcua.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
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
        var wanted = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        return wanted == null ? VIETNAMESE : of(wanted);
    }

    private static Language of(String wanted) {
        try {
            var locale = Locale.lookup(Locale.LanguageRange.parse(wanted), SPOKEN);
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

    String title(Status status) {
        return choose(vietnameseTitle(status), status.getReasonPhrase());
    }

    private static String vietnameseTitle(Status status) {
        return switch (status) {
            case BAD_REQUEST -> "Yêu cầu không hợp lệ";
            case UNAUTHORIZED -> "Chưa đăng nhập";
            case FORBIDDEN -> "Không có quyền";
            case NOT_FOUND -> "Không tìm thấy";
            case METHOD_NOT_ALLOWED -> "Phương thức không được phép";
            case NOT_ACCEPTABLE -> "Không có định dạng được yêu cầu";
            case CONFLICT -> "Trạng thái không cho phép";
            case PRECONDITION_FAILED -> "Phiên bản đã cũ";
            case REQUEST_ENTITY_TOO_LARGE -> "Nội dung quá lớn";
            case UNSUPPORTED_MEDIA_TYPE -> "Không nhận định dạng này";
            case PRECONDITION_REQUIRED -> "Thiếu điều kiện phiên bản";
            case SERVICE_UNAVAILABLE -> "Tạm thời không phục vụ được";
            default -> status.getStatusCode() == 422 ? "Khóa đã dùng cho yêu cầu khác" : "Lỗi";
        };
    }
}
