package vn.motcua.dossier;

import static vn.motcua.problem.ProblemKind.CONFLICT;
import static vn.motcua.problem.ProblemKind.INVALID;

import vn.motcua.problem.ProblemKind;
import vn.motcua.problem.ProblemType;
import vn.motcua.problem.Wording;

/** Why a dossier that another system recorded is not taken over. */
public enum ArchiveProblem implements ProblemType {
    IDENTITY_REQUIRED(INVALID, "Cần code hoặc externalCode", "code or externalCode is required"),
    RECEIVED_BEFORE_SUBMITTED(INVALID, "Tiếp nhận trước khi nộp", "Received before it was submitted"),
    FINISHED_BEFORE_RECEIVED(INVALID, "Hoàn thành trước khi tiếp nhận", "Finished before it was received"),
    RETURNED_BEFORE_FINISHED(INVALID, "Trả kết quả trước khi hoàn thành", "Returned before it was finished"),
    ENDED_BEFORE_RECEIVED(INVALID, "Kết thúc trước khi tiếp nhận", "Ended before it was received"),
    STOPPED_BEFORE_RECEIVED(INVALID, "Tạm dừng trước khi tiếp nhận", "Stopped before it was received"),
    TIME_IN_FUTURE(INVALID, "Thời điểm ở tương lai", "A time lies in the future"),
    STATUS_NOT_IMPORTED(INVALID, "Không nhận hồ sơ ở trạng thái %s", "A dossier that is %s is not imported"),
    STATUS_AND_TIMES_DIFFER(
            INVALID, "Các thời điểm không khớp với trạng thái %s", "The times do not fit the status %s"),
    UNIT_IS_LIVE(
            CONFLICT,
            "Từ ngày %s đơn vị này tiếp nhận trực tiếp, không nhập hồ sơ nữa",
            "From %s on this unit receives by itself; nothing is imported"),
    IMPORT_DIFFERS(
            CONFLICT, "Hồ sơ %s đã có với nội dung khác", "The dossier %s is already there and says something else");

    private final Wording wording;

    ArchiveProblem(ProblemKind kind, String vietnamese, String english) {
        wording = new Wording(kind, vietnamese, english);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
