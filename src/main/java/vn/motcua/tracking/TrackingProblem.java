package vn.motcua.tracking;

import static vn.motcua.problem.ProblemKind.ABSENT;
import static vn.motcua.problem.ProblemKind.TOO_OFTEN;

import vn.motcua.problem.ProblemKind;
import vn.motcua.problem.ProblemType;
import vn.motcua.problem.Wording;

/** The ways a look-up can fail. */
enum TrackingProblem implements ProblemType {
    /** Says the same whether there is no such dossier or the secret is not its own. */
    NOT_FOUND_BY_SECRET(
            ABSENT,
            "Không có hồ sơ nào khớp với mã hồ sơ và mã tra cứu này",
            "No dossier goes with this code and this secret"),
    TRIED_TOO_OFTEN(
            TOO_OFTEN,
            "Tra cứu quá nhiều lần, hãy thử lại sau",
            "Too many look-ups were tried, please try again later");

    private final Wording wording;

    TrackingProblem(ProblemKind kind, String vietnamese, String english) {
        wording = new Wording(kind, vietnamese, english);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
