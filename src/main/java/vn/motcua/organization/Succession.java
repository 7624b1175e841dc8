package vn.motcua.organization;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A unit ends and others take its place. Recorded once, ahead of its day or after it, and never changed. */
@Entity
public class Succession {

    @Id
    private String unit;

    @Enumerated(EnumType.STRING)
    private SuccessionKind kind;

    private LocalDate date;
    private String legalBasis;
    private String madeBy;
    private Instant madeAt;
    private UUID job;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "succession_part", joinColumns = @JoinColumn(name = "unit"))
    @OrderColumn(name = "ordinal")
    private List<SuccessionPart> parts;

    protected Succession() {}

    Succession(UnitCode unit, SuccessionForm said, String madeBy, Instant madeAt, UUID job) {
        this.unit = unit.value();
        this.kind = said.kind();
        this.date = said.date();
        this.legalBasis = said.legalBasis();
        this.madeBy = madeBy;
        this.madeAt = madeAt;
        this.job = job;
        this.parts = said.successors().stream().map(SuccessionPart::new).toList();
    }

    /**
     * Who takes over what is like this: the first whose rule fits, so that there is always one and never two.
     *
     * @param area area code of the applicant's address, or null
     */
    public Successor successorOf(String field, String procedure, String area, String handInUnit) {
        var number = 0;
        while (!parts.get(number).fits(field, procedure, area, handInUnit)) {
            number++; // ends at the last, which takes everything
        }
        return new Successor(parts.get(number).successor(), kind == SuccessionKind.SPLIT ? number + 1 : null);
    }

    /** Code of the unit that ends. */
    public String unit() {
        return unit;
    }

    public SuccessionKind kind() {
        return kind;
    }

    /** First day of the successors. */
    public LocalDate date() {
        return date;
    }

    public String legalBasis() {
        return legalBasis;
    }

    LocalDate lastDay() {
        return date.minusDays(1);
    }

    List<SuccessionPart> parts() {
        return parts;
    }

    /**
     * A successor, and by which of the rules.
     *
     * @param rule number of the rule of a split, from 1; else null
     */
    public record Successor(String unit, Integer rule) {}
}
