package vn.motcua.dossier;

import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import vn.motcua.deadline.Basis;
import vn.motcua.deadline.Deadline;
import vn.motcua.deadline.PromiseKind;
import vn.motcua.deadline.Verdict;

/** What is kept of a dossier, to be read by anyone who shows it. Only {@link Dossier} changes it. */
@MappedSuperclass
abstract class KeptDossier {

    @Id
    @GeneratedValue(generator = "dossier_seq")
    @SequenceGenerator(name = "dossier_seq", sequenceName = "dossier_seq", allocationSize = 50)
    private Long id;

    @Embedded
    protected Papers papers;

    @Embedded
    protected Standing standing = new Standing();

    protected String currentUnit;
    protected String officer;
    private List<String> units;

    @Enumerated(EnumType.STRING)
    protected Outcome outcome;

    protected Instant answerBy;
    private Instant recordedAt;
    private int lastNumber;
    private byte[] lastHash;

    @Version
    private long version;

    @Embedded
    protected Stoppages stops = new Stoppages();

    @Embedded
    protected HandOvers handOvers = new HandOvers();

    @Embedded
    protected Amendments amendments = new Amendments();

    protected KeptDossier() {}

    protected KeptDossier(Opening opening, Moment now) {
        papers = new Papers(opening);
        currentUnit = opening.receivingUnit().value();
        rememberUnits();
        recordedAt = now.recordedAt();
        lastHash = new byte[0];
    }

    /** Its four units, their heirs and every unit that ever had it see it. */
    protected final void rememberUnits() {
        var all = new TreeSet<>(papers.units());
        all.add(currentUnit);
        handOvers.all().forEach(step -> all.addAll(List.of(step.givingUnit, step.unit)));
        units = new ArrayList<>(all);
    }

    protected final void remember(String unit) {
        if (!units.contains(unit)) {
            units.add(unit);
        }
    }

    /** The promise, derived from all that happened. Only for a dossier that was received. */
    Deadline deadline(Clockwork clock) {
        var named = new ArrayList<>(papers.named(standing.receivedAt));
        amendments.extension().ifPresent(named::add);
        return clock.deadline(standing.receivedAt, named, stops.ofTheClock());
    }

    /** Whether a clock may still run on it: neither ended nor void. */
    boolean isOpen() {
        return standing.endedAt == null && !amendments.isVoid();
    }

    /** Whether the current promise was missed by date; an ended dossier is asked about its end. */
    protected final boolean isMissed(Moment now, Clockwork clock) {
        if (standing.receivedAt == null) {
            return false;
        }
        var judgedAt = standing.endedAt == null ? now.at() : standing.endedAt;
        return standing.dateVerdict == Verdict.LATE
                || deadline(clock).overdue(judgedAt, Basis.DATE, PromiseKind.CURRENT);
    }

    /** Numbers and chains the next row of its history. */
    void chain(HistoryRow row) {
        lastNumber = row.number();
        lastHash = row.hash();
    }

    /** The steps it allows, by the last part of their paths. */
    List<String> allowedSteps() {
        return amendments.isVoid() ? List.of() : Step.allowedFrom(standing.status, amendments.isExtended());
    }

    Long id() {
        return id;
    }

    Papers papers() {
        return papers;
    }

    Standing standing() {
        return standing;
    }

    Amendments amendments() {
        return amendments;
    }

    /** What its clock ran on, in the order of time. */
    List<RulesLine> rules() {
        return amendments.rules(papers);
    }

    String currentUnit() {
        return currentUnit;
    }

    String officer() {
        return officer;
    }

    List<String> units() {
        return units;
    }

    Outcome outcome() {
        return outcome;
    }

    Instant answerBy() {
        return answerBy;
    }

    int lastNumber() {
        return lastNumber;
    }

    byte[] lastHash() {
        return lastHash;
    }

    long version() {
        return version;
    }

    List<Stoppage> stops() {
        return stops.all();
    }

    List<HandOver> handOvers() {
        return handOvers.all();
    }
}
