package vn.motcua.dossier;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.deadline.Named;

/** What people changed about a dossier afterwards: the rules of its clock, the date promised, whether it counts, who it is of. */
@Embeddable
class Amendments {

    private boolean amended;

    @ElementCollection
    @CollectionTable(name = "dossier_rules", joinColumns = @JoinColumn(name = "dossier"))
    @OrderColumn(name = "ordinal")
    private List<RulesLine> lines = new ArrayList<>();

    private Instant extendedAt;
    private Instant extendedDueAt;
    private boolean voided;
    private Instant voidedAt;
    private Instant anonymisedAt;

    /** Remembers what the clock has run on, before the papers say something else. */
    void keepRules(Papers papers) {
        if (!amended) {
            amended = true;
            lines.add(new RulesLine(papers, null));
        }
    }

    /** From now on the clock runs on what the papers say. */
    void runOn(Papers papers, Instant since) {
        lines.add(new RulesLine(papers, since));
    }

    /** From now on the clock runs on the calendars the papers say, and else on what it ran on before. */
    void changeCalendars(Papers papers, Instant since) {
        lines.add(new RulesLine(lines.get(lines.size() - 1), papers, since));
    }

    /** What the clock ran on, in the order of time. Its table is read only where something is in it. */
    List<RulesLine> rules(Papers papers) {
        return amended ? lines : List.of(new RulesLine(papers, null));
    }

    void extend(Instant due, Instant at) {
        extendedDueAt = due;
        extendedAt = at;
    }

    Optional<Named> extension() {
        return Optional.ofNullable(extendedDueAt).map(due -> new Named(due, extendedAt));
    }

    boolean isExtended() {
        return extendedAt != null;
    }

    Instant extendedAt() {
        return extendedAt;
    }

    void makeVoid(Instant at) {
        voided = true;
        voidedAt = at;
    }

    /** What is said of one of its people is set right, be it open or over. */
    DossierEvent correctPerson(Person.Role role, Map<String, String> texts) {
        return new DossierEvent.PersonCorrected(role, texts);
    }

    /** Over for long enough: who it was of is let go of. Where it stands and how it is counted stays. */
    DossierEvent letGo(UUID order, Instant at) {
        anonymisedAt = at;
        return new DossierEvent.Anonymised(order);
    }

    /** Nothing more is written about a dossier whose people were let go of: it would stay for ever. */
    void requireItsPeople() {
        if (anonymisedAt != null) {
            throw DossierProblem.DOSSIER_ANONYMISED.because();
        }
    }

    boolean isVoid() {
        return voided;
    }
}
