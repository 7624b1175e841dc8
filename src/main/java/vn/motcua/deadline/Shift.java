package vn.motcua.deadline;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A half-open working interval of a day, as {@code 07:30} to {@code 11:30}: 11:30:00 no longer belongs to it.
 * {@code 24:00} is allowed as its end. Work across midnight is two shifts.
 *
 * @throws IllegalArgumentException if a time is not {@code HH:mm} or the end is not after the beginning
 */
public record Shift(String from, String to) {

    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d|24:00");

    public Shift {
        if (minute(to) <= minute(from)) {
            throw new IllegalArgumentException("A shift must end after it begins: " + from + " to " + to);
        }
    }

    public static Shift of(String from, String to) {
        return new Shift(from, to);
    }

    int opens() {
        return minute(from);
    }

    int closes() {
        return minute(to);
    }

    /** The shifts of one day, refused unless ordered and without overlap. */
    static List<Shift> ofOneDay(List<Shift> shifts) {
        for (int i = 1; i < shifts.size(); i++) {
            if (shifts.get(i).opens() < shifts.get(i - 1).closes()) {
                throw new IllegalArgumentException("Shifts of a day must be ordered and must not overlap: " + shifts);
            }
        }
        return List.copyOf(shifts);
    }

    private static int minute(String time) {
        if (!TIME.matcher(time).matches()) {
            throw new IllegalArgumentException("Not a time of day (HH:mm): " + time);
        }
        return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
    }
}
