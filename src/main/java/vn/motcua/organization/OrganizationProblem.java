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
            "The area code %s belongs to another unit of the same tree at the same time");

    private final Wording wording;

    OrganizationProblem(ProblemKind kind, String vietnamese, String english) {
        wording = new Wording(kind, vietnamese, english);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
