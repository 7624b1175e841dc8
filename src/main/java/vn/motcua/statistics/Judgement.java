package vn.motcua.statistics;

import vn.motcua.deadline.Basis;
import vn.motcua.deadline.PromiseKind;

/** How lateness is judged: by date or by moment, against the promise in force or the one given at receipt. */
record Judgement(Basis basis, PromiseKind promise) {

    private static final String DATE_OF_THE_CUT = "cast(cut at time zone zone as date)";

    Judgement againstFirstPromise() {
        return new Judgement(basis, PromiseKind.FIRST);
    }

    Judgement byMoment() {
        return new Judgement(Basis.MOMENT, promise);
    }

    /** The column of a standing that holds this verdict. */
    String verdictColumn() {
        var column = basis == Basis.DATE ? "date_verdict" : "moment_verdict";
        return promise == PromiseKind.CURRENT ? column : column + "_first";
    }

    /** SQL over a standing: there is no promise to judge. */
    String unpromisedSql() {
        if (promise == PromiseKind.FIRST) {
            return "first_due_at is null";
        }
        return "not promised and " + (basis == Basis.DATE ? "missed_date" : "missed_moment") + " is null";
    }

    /** SQL over a standing, its zone and its cut: the promise judged is missed and the dossier still open. */
    String overdueSql() {
        return promise == PromiseKind.CURRENT ? currentMissed() : firstMissed();
    }

    private String currentMissed() {
        return basis == Basis.DATE
                ? "missed_date is not null or (stopped_at is null and due_date < " + DATE_OF_THE_CUT + ")"
                : "missed_moment is not null or (stopped_at is null and due_at < cut)";
    }

    private String firstMissed() {
        return basis == Basis.DATE
                ? "first_due_date < " + DATE_OF_THE_CUT
                        + " and (stopped_at is null or cast(stopped_at at time zone zone as date) > first_due_date)"
                : "first_due_at < cut and (stopped_at is null or stopped_at > first_due_at)";
    }
}
