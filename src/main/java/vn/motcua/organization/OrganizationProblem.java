package vn.motcua.organization;

import static vn.motcua.problem.ProblemKind.ABSENT;
import static vn.motcua.problem.ProblemKind.CONFLICT;

import vn.motcua.problem.ProblemKind;
import vn.motcua.problem.ProblemType;
import vn.motcua.problem.Wording;

/** The ways a request about a unit can fail. */
public enum OrganizationProblem implements ProblemType {
    UNIT_UNKNOWN(ABSENT, "Không có đơn vị %s", "There is no unit %s"),
    PARENT_UNKNOWN(CONFLICT, "Không có đơn vị cấp trên %s", "There is no parent unit %s"),
    UNIT_CALENDAR_UNKNOWN(CONFLICT, "Không có lịch làm việc %s", "There is no calendar %s"),
    UNIT_BELOW_ITSELF(CONFLICT, "Đơn vị %s không thể trực thuộc chính nó", "The unit %s cannot be placed below itself"),
    AREA_CODE_TAKEN(
            CONFLICT,
            "Mã địa bàn %s đã thuộc một đơn vị khác trong cùng cây và cùng thời gian",
            "The area code %s belongs to another unit of the same tree at the same time"),
    SUCCESSION_EXISTS(CONFLICT, "Đơn vị %s đã có đơn vị kế tục", "The unit %s has been succeeded already"),
    SUCCESSION_BEFORE_BEGIN(
            CONFLICT,
            "Đơn vị %s hoạt động từ ngày %s, chỉ có thể được kế tục sau ngày đó",
            "The unit %s exists from %s on; it can be succeeded only after that day"),
    SUCCESSION_AFTER_END(
            CONFLICT,
            "Đơn vị %s đã kết thúc vào ngày %s, đơn vị kế tục phải bắt đầu chậm nhất vào ngày hôm sau",
            "The unit %s ended on %s; it is succeeded on the next day at the latest"),
    SUCCESSION_UNIT_UNKNOWN(
            CONFLICT, "Không có đơn vị %s nêu trong việc kế tục", "There is no unit %s, which the succession names"),
    SUCCESSOR_NOT_IN_FORCE(
            CONFLICT, "Đơn vị kế tục %s không hoạt động vào ngày %s", "The successor %s is not in force on %s"),
    UNIT_SUCCEEDED(
            CONFLICT,
            "Đơn vị %s đã được kế tục, ngày cuối phải vẫn là %s",
            "The unit %s has been succeeded; its last day has to stay %s"),
    UNIT_TAKES_OVER(
            CONFLICT,
            "Đơn vị %s kế tục đơn vị khác vào ngày %s nên phải hoạt động vào ngày đó",
            "The unit %s takes the place of another on %s and has to be in force then");

    private final Wording wording;

    OrganizationProblem(ProblemKind kind, String vietnamese, String english) {
        wording = new Wording(kind, vietnamese, english);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
