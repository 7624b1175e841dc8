package vn.motcua.procedure;

import static vn.motcua.problem.ProblemKind.ABSENT;
import static vn.motcua.problem.ProblemKind.CONFLICT;
import static vn.motcua.problem.ProblemKind.INVALID;

import vn.motcua.problem.ProblemKind;
import vn.motcua.problem.ProblemType;
import vn.motcua.problem.Wording;

/** The ways a request about a procedure can fail. */
public enum ProcedureProblem implements ProblemType {
    PROCEDURE_UNKNOWN(ABSENT, "Không có thủ tục %s", "There is no procedure %s"),
    PROCEDURE_VERSION_UNKNOWN(ABSENT, "Không có phiên bản thủ tục %s", "There is no procedure version %s"),
    FIELD_UNKNOWN(ABSENT, "Không có lĩnh vực %s", "There is no field %s"),
    PROCEDURE_FIELD_UNKNOWN(CONFLICT, "Không có lĩnh vực %s", "There is no field %s"),
    PROCEDURE_NOT_IN_FORCE(
            CONFLICT, "Thủ tục %s không có hiệu lực vào ngày %s", "The procedure %s is not in force on %s"),
    PROCEDURE_VERSIONS_OVERLAP(
            CONFLICT,
            "Phiên bản có hiệu lực từ %s trùng thời gian với một phiên bản khác; hãy cho biết validTo",
            "The version valid from %s overlaps another one; give it an end in validTo"),
    PROCEDURE_VERSION_USED(
            CONFLICT,
            "Phiên bản có hiệu lực từ %s đã có hồ sơ, chỉ có thể cho hết hiệu lực bằng validTo",
            "Dossiers were received under the version valid from %s: it can only be ended, by validTo"),
    CASE_REQUIRED(
            INVALID,
            "Thủ tục này có nhiều trường hợp, cần nêu một trường hợp: %s",
            "This procedure has several cases, name one: %s"),
    CASE_UNKNOWN(INVALID, "Không có trường hợp %s; các trường hợp: %s", "There is no case %s; the cases are: %s"),
    CHANNEL_NOT_OFFERED(
            INVALID, "Thủ tục này không nhận qua kênh %s", "This procedure is not offered through the channel %s");

    private final Wording wording;

    ProcedureProblem(ProblemKind kind, String vietnamese, String english) {
        wording = new Wording(kind, vietnamese, english);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
