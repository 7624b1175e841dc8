package vn.motcua.dossier;

import static vn.motcua.problem.ProblemKind.ABSENT;
import static vn.motcua.problem.ProblemKind.CONFLICT;
import static vn.motcua.problem.ProblemKind.FORBIDDEN;
import static vn.motcua.problem.ProblemKind.INVALID;

import vn.motcua.problem.ProblemKind;
import vn.motcua.problem.ProblemType;
import vn.motcua.problem.Wording;

/** The ways a request about a dossier can fail. */
public enum DossierProblem implements ProblemType {
    DOSSIER_UNKNOWN(ABSENT, "Không có hồ sơ %s", "There is no dossier %s"),
    CODE_MALFORMED(INVALID, "Mã hồ sơ sai định dạng", "The dossier code has a wrong format"),
    CODE_TAKEN(CONFLICT, "Mã hồ sơ %s đã có", "There already is a dossier %s"),
    EXTERNAL_CODE_TAKEN(
            CONFLICT,
            "Đơn vị này đã có hồ sơ mang mã ngoài %s",
            "This unit already has a dossier with the external code %s"),
    STATUS_FORBIDS(
            CONFLICT,
            "Hồ sơ đang ở trạng thái %s nên không thể thực hiện bước %s",
            "The dossier is %s, which does not allow the step %s"),
    SIDE_FORBIDS(
            FORBIDDEN,
            "Vai trò hoặc đơn vị của bạn không được thực hiện bước %s với hồ sơ này",
            "Your role or unit may not take the step %s with this dossier"),
    UNIT_OUT_OF_REACH(
            FORBIDDEN,
            "Đơn vị tiếp nhận %s không thuộc phạm vi của bạn",
            "The receiving unit %s is not within your reach"),
    UNIT_NOT_IN_FORCE(
            CONFLICT, "Đơn vị %s không còn hoặc chưa hoạt động vào ngày %s", "The unit %s is not in force on %s"),
    ANSWER_STILL_AWAITED(
            CONFLICT,
            "Chỉ được từ chối sau khi hết hạn bổ sung %s",
            "Refusal is possible only after the supplement was due, at %s"),
    LATE_ENTRY_TOO_OLD(
            INVALID,
            "Thời điểm tiếp nhận chỉ được lùi tối đa 72 giờ và không ở tương lai",
            "The time of receipt may lie at most 72 hours back and not in the future"),
    LATE_ENTRY_WITHOUT_REASON(
            INVALID, "receivedAt và lateReason phải đi cùng nhau", "receivedAt and lateReason must be given together"),
    SECOND_REQUEST_WITHOUT_REASON(
            INVALID,
            "Yêu cầu bổ sung lần sau phải nêu whyNotAtOnce: vì sao không yêu cầu một lần",
            "A further supplement request must say whyNotAtOnce"),
    ON_THE_SPOT_NOT_ACCEPTED(
            INVALID,
            "Trả kết quả ngay thì hồ sơ phải được tiếp nhận (accepted không thể là false)",
            "A result on the spot needs an accepted dossier (accepted cannot be false)"),
    RETURN_WITHOUT_RESULT(INVALID, "Có return thì phải có result", "A return on the spot needs a result beside it"),
    HAND_OVER_TO_NOBODY(
            INVALID, "Chuyển hồ sơ phải nêu đơn vị hoặc cán bộ nhận", "A hand-over names a unit or an officer"),
    NOTHING_PROMISED(
            CONFLICT,
            "Hồ sơ không có ngày hẹn trả nên không có gì để gia hạn",
            "No date was promised, so there is nothing to extend"),
    EXTENDED_ONCE(CONFLICT, "Hồ sơ chỉ được hẹn lại ngày trả một lần", "A dossier's date may be named anew only once"),
    EXTENSION_NOT_LATER(
            INVALID,
            "Ngày hẹn mới phải ở tương lai và sau ngày hẹn hiện tại %s",
            "The new date must lie in the future and after the present one, %s"),
    EXTENSION_LATE_WITHOUT_REASON(
            INVALID,
            "Xin lỗi và hẹn lại chậm nhất một ngày trước ngày hẹn trả %s; sau đó phải nêu whyNotInTime",
            "An extension comes at the latest on the day before %s; after that it must say whyNotInTime"),
    DOSSIER_VOID(
            CONFLICT,
            "Hồ sơ đã bị hủy do nhập nhầm nên không thể thực hiện bước nào nữa",
            "The dossier is void and allows no further step"),
    MISSED_IS_NOT_VOID(
            CONFLICT,
            "Hồ sơ đã quá hạn nên không thể hủy",
            "The promise was missed, so the dossier cannot be made void"),
    DOSSIER_ANONYMISED(
            CONFLICT,
            "Thông tin cá nhân của hồ sơ đã được xóa theo thời hạn lưu giữ",
            "The people of this dossier were let go of when the time for keeping them was over"),
    PEOPLE_STILL_KEPT(
            CONFLICT,
            "Thông tin cá nhân phải được giữ %s năm; endedBefore muộn nhất là %s",
            "People are kept for %s years; endedBefore may be %s at the latest"),
    PERSON_UNKNOWN(ABSENT, "Hồ sơ không có người với vai trò %s", "The dossier has no %s"),
    NOTHING_TO_REOPEN(
            CONFLICT,
            "Hồ sơ đang ở trạng thái %s, chưa kết thúc nên không có bước nào để hủy",
            "The dossier is %s, it has not ended, so there is no step to undo"),
    CORRECTION_CHANGES_NOTHING(
            CONFLICT, "Nội dung điều chỉnh giống như hiện tại", "The correction says what is already so"),
    CORRECTION_MISFITS(
            INVALID,
            "Điều chỉnh %s cần đúng trường của nó: procedure (và case), unit, channel (và case), hoặc role và person",
            "The correction %s takes just its own member: procedure (and case), unit, channel (and case), or role and person"),
    NOT_RECALCULATED(
            INVALID,
            "Không tính lại được hồ sơ này, xem nhật ký của dịch vụ",
            "This dossier could not be recalculated; the service's log says why");

    private final Wording wording;

    DossierProblem(ProblemKind kind, String vietnamese, String english) {
        wording = new Wording(kind, vietnamese, english);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
