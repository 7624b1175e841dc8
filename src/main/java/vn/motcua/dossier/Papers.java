package vn.motcua.dossier;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import vn.motcua.deadline.Named;
import vn.motcua.procedure.Channel;

/** What was settled when the dossier was first recorded: its code, its rules, its units, its calendars. */
@Embeddable
class Papers {

    private String code;
    private String externalCode;

    @Enumerated(EnumType.STRING)
    private Source source;

    private String importFingerprint;
    private long procedureVersion;
    private String procedureCode;
    private String field;
    private String caseName;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Enumerated(EnumType.STRING)
    private Delivery delivery;

    private String handInUnit;
    private String receivingUnit;
    private String competentUnit;

    @Embedded
    private Heirs heirs;

    private List<String> receivingPath;
    private List<String> competentPath;
    private String intakeCalendar;
    private int intakeCalendarVersion;
    private String calendar;
    private int calendarVersion;
    private String zone;
    private Instant namedDueAt;
    private boolean lateEntry;
    private int paperCount;
    private int papersDigitised;

    protected Papers() {}

    Papers(Opening opening) {
        code = opening.code().value();
        externalCode = opening.externalCode().orElse(null);
        source = opening.source();
        importFingerprint = opening.importFingerprint().orElse(null);
        receiveUnder(new Rules(opening.procedure(), opening.caseName(), opening.clock()));
        channel = opening.channel();
        delivery = opening.delivery();
        handInUnit = opening.handInUnit().value();
        receivingUnit = opening.receivingUnit().value();
        competentUnit = opening.competentUnit().value();
        receivingPath = opening.receivingPath();
        competentPath = opening.competentPath();
        namedDueAt = opening.namedDueAt().orElse(null);
        lateEntry = opening.lateEntry();
        paperCount = opening.papers().total();
        papersDigitised = opening.papers().digitised();
    }

    /** The rules of the day of receipt stay with the dossier. */
    final void receiveUnder(Rules rules) {
        procedureVersion = rules.procedure().id();
        procedureCode = rules.procedure().code().value();
        field = rules.procedure().field();
        caseName = rules.caseName().orElse(null);
        runOn(rules.clock());
    }

    final void runOn(Clockwork clock) {
        intakeCalendar = clock.intake().code();
        intakeCalendarVersion = clock.intake().version();
        calendar = clock.running().code();
        calendarVersion = clock.running().version();
        zone = clock.running().hours().zone().getId();
    }

    boolean saysAlready(Correction to) {
        return procedureVersion == to.procedure().id()
                && Objects.equals(caseName, to.caseName().orElse(null))
                && channel == to.channel()
                && competentUnit.equals(to.competentUnit());
    }

    /** What it is counted under from now on, back to its receipt. */
    void countUnder(Correction to) {
        procedureVersion = to.procedure().id();
        procedureCode = to.procedure().code().value();
        field = to.procedure().field();
        caseName = to.caseName().orElse(null);
        channel = to.channel();
        if (heirs != null && !competentUnit.equals(to.competentUnit())) {
            heirs.forgetCompetent();
        }
        competentUnit = to.competentUnit();
        competentPath = to.competentPath();
    }

    /** An appointment made elsewhere is the first promise, named at receipt. */
    List<Named> named(Instant receivedAt) {
        return namedDueAt == null ? List.of() : List.of(new Named(namedDueAt, receivedAt));
    }

    Set<String> units() {
        return new TreeSet<>(
                List.of(handInUnit, receivingUnit, competentUnit, handInNow(), receivingNow(), competentNow()));
    }

    DossierEvent.Origin origin() {
        return new DossierEvent.Origin(
                code,
                externalCode,
                source,
                procedureCode,
                procedureVersion,
                caseName,
                channel,
                delivery,
                handInUnit,
                receivingUnit,
                competentUnit,
                intakeCalendar,
                intakeCalendarVersion,
                calendar,
                calendarVersion,
                namedDueAt,
                paperCount,
                papersDigitised);
    }

    /** The time as this dossier tells it: with the offset of its calendar's zone. */
    OffsetDateTime local(Instant instant) {
        return instant == null ? null : instant.atZone(ZoneId.of(zone)).toOffsetDateTime();
    }

    String code() {
        return code;
    }

    String externalCode() {
        return externalCode;
    }

    Source source() {
        return source;
    }

    String importFingerprint() {
        return importFingerprint;
    }

    long procedureVersion() {
        return procedureVersion;
    }

    String procedureCode() {
        return procedureCode;
    }

    String field() {
        return field;
    }

    String caseName() {
        return caseName;
    }

    Channel channel() {
        return channel;
    }

    Delivery delivery() {
        return delivery;
    }

    String handInUnit() {
        return handInUnit;
    }

    String receivingUnit() {
        return receivingUnit;
    }

    String competentUnit() {
        return competentUnit;
    }

    /** Who stands in these places now that units have come to an end. */
    Heirs heirs() {
        return heirs == null ? new Heirs() : heirs; // read as null where there are none
    }

    List<Heirs.Place> passOn(Heir heir) {
        heirs = heirs();
        return heirs.pass(heir, this);
    }

    String handInNow() {
        return heirs().handIn(handInUnit);
    }

    String receivingNow() {
        return heirs().receiving(receivingUnit);
    }

    String competentNow() {
        return heirs().competent(competentUnit);
    }

    List<String> competentPath() {
        return competentPath;
    }

    String intakeCalendar() {
        return intakeCalendar;
    }

    int intakeCalendarVersion() {
        return intakeCalendarVersion;
    }

    String calendar() {
        return calendar;
    }

    int calendarVersion() {
        return calendarVersion;
    }

    String zone() {
        return zone;
    }

    boolean lateEntry() {
        return lateEntry;
    }
}
