package vn.motcua.statistics;

import static vn.motcua.problem.ProblemKind.ABSENT;
import static vn.motcua.problem.ProblemKind.CONFLICT;

import vn.motcua.problem.ProblemKind;
import vn.motcua.problem.ProblemType;
import vn.motcua.problem.Wording;

/** Why a report is not frozen or not shown. */
enum ReportProblem implements ProblemType {
    FROZEN_REPORT_UNKNOWN(ABSENT, "Không có báo cáo đã chốt %s", "There is no frozen report %s"),
    PERIOD_NOT_OVER(
            CONFLICT,
            "Kỳ báo cáo chưa kết thúc, chỉ chốt được sau %s",
            "The period is not over, it can be frozen after %s only"),
    ALREADY_FROZEN(CONFLICT, "Báo cáo này đã được chốt: %s", "This report is frozen already: %s");

    private final Wording wording;

    ReportProblem(ProblemKind kind, String vietnamese, String english) {
        wording = new Wording(kind, vietnamese, english);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
