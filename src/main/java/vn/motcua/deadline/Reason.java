package vn.motcua.deadline;

/** Why a date did not count towards a limit, counted only in part, or counted against its weekday. */
public enum Reason {
    /** The office rests on this day of the week. */
    WEEKLY_REST,
    /** A day off by the calendar; its name and legal basis stand beside it. */
    DAY_OFF,
    /** Worked in place of another day, and therefore counted. */
    MAKE_UP,
    /** The clock stood still, all day or part of it. */
    STOP,
    /** The clock had not started. */
    BEFORE_START,
    /** Counted once, but the papers that arrived later began the limit anew. */
    RESTARTED,
    /** The date on which a limit in calendar days or months begins is not itself counted. */
    FIRST_DAY,
    /** The limit was used up before this date began to count. */
    USED_UP,
    /** A limit in dates ended on a day off and moved to this working day. */
    ROLLED,
    /** Beyond the limit, up to the date a person named. */
    EXTENDED
}
