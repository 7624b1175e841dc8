package vn.motcua.deadline;

/** A moment or date lies outside what calendars cover: 1990-01-01 to 2130-12-31. */
public final class DeadlineOutOfRange extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DeadlineOutOfRange(Object moment) {
        super(moment + " lies outside the years 1990 to 2130");
    }
}
