package vn.motcua.dossier;

import vn.motcua.problem.ProblemKind;
import vn.motcua.problem.ProblemType;

/** The ways a question about a deadline can fail. */
enum DeadlineProblem implements ProblemType {
    /** Calendars cover the years 1990 to 2130. */
    DEADLINE_OUT_OF_RANGE;

    @Override
    public ProblemKind kind() {
        return ProblemKind.INVALID;
    }

    @Override
    public String vietnamese() {
        return "Thời điểm nằm ngoài các năm mà lịch làm việc bao quát (1990 đến 2130)";
    }

    @Override
    public String english() {
        return "A moment lies outside the years calendars cover (1990 to 2130)";
    }
}
