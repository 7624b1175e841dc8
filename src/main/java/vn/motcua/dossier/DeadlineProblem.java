package vn.motcua.dossier;

import vn.motcua.problem.ProblemKind;
import vn.motcua.problem.ProblemType;
import vn.motcua.problem.Wording;

/** The ways a question about a deadline can fail. */
enum DeadlineProblem implements ProblemType {
    /** Calendars cover the years 1990 to 2130. */
    DEADLINE_OUT_OF_RANGE;

    @Override
    public Wording wording() {
        return new Wording(
                ProblemKind.INVALID,
                "Thời điểm nằm ngoài các năm mà lịch làm việc bao quát (1990 đến 2130)",
                "A moment lies outside the years calendars cover (1990 to 2130)");
    }
}
