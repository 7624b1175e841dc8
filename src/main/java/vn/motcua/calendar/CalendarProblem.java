package vn.motcua.calendar;

import static vn.motcua.problem.ProblemKind.ABSENT;

import vn.motcua.problem.ProblemKind;
import vn.motcua.problem.ProblemType;
import vn.motcua.problem.Wording;

/** The ways a request about a calendar can fail. */
enum CalendarProblem implements ProblemType {
    CALENDAR_UNKNOWN(ABSENT, "Không có lịch làm việc %s", "There is no calendar %s"),
    CALENDAR_VERSION_UNKNOWN(ABSENT, "Lịch làm việc %s không có phiên bản %s", "The calendar %s has no version %s"),
    DAY_UNKNOWN(ABSENT, "Lịch làm việc %s không có ngày ngoại lệ %s", "The calendar %s has no exceptional day on %s");

    private final Wording wording;

    CalendarProblem(ProblemKind kind, String vietnamese, String english) {
        wording = new Wording(kind, vietnamese, english);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
