package vn.motcua.dossier;

import java.time.Instant;
import vn.motcua.calendar.KeptCalendar;
import vn.motcua.deadline.Change;
import vn.motcua.deadline.Terms;

/**
 * The hours and terms a clock ran on for some time.
 *
 * @param since null for those at receipt
 */
record Era(Instant since, KeptCalendar intake, KeptCalendar running, Terms terms) {

    Change change() {
        return new Change(since, intake.hours(), running.hours(), terms);
    }
}
