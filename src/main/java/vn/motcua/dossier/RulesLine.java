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
        intakeCalendar = papers.intakeCalendar();
        intakeCalendarVersion = papers.intakeCalendarVersion();
        calendar = papers.calendar();
        calendarVersion = papers.calendarVersion();
    }
}
