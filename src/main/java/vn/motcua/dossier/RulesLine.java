package vn.motcua.dossier;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import vn.motcua.procedure.Channel;

/** What a clock ran on since some moment; without one since the receipt. */
@Embeddable
class RulesLine {

    Instant since;
    long procedureVersion;
    String caseName;

    @Enumerated(EnumType.STRING)
    Channel channel;

    String intakeCalendar;
    int intakeCalendarVersion;
    String calendar;
    int calendarVersion;

    protected RulesLine() {}

    RulesLine(Papers papers, Instant since) {
        this.since = since;
        procedureVersion = papers.procedureVersion();
        caseName = papers.caseName();
        channel = papers.channel();
        runOn(papers);
    }

    /** The same procedure, case and channel as before, on the calendars of the papers. */
    RulesLine(RulesLine before, Papers papers, Instant since) {
        this.since = since;
        procedureVersion = before.procedureVersion;
        caseName = before.caseName;
        channel = before.channel;
        runOn(papers);
    }

    private void runOn(Papers papers) {
        intakeCalendar = papers.intakeCalendar();
        intakeCalendarVersion = papers.intakeCalendarVersion();
        calendar = papers.calendar();
        calendarVersion = papers.calendarVersion();
    }
}
