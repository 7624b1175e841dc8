package vn.motcua.organization;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;

/** An office that receives dossiers or answers for them, at its place in the tree and for as long as it exists. */
@Entity
public class Unit {

    @Id
    private String code;

    private String name;
    private String parent;
    private String root;

    @Enumerated(EnumType.STRING)
    private UnitLevel level;

    private String areaCode;

    private String calendar;

    private LocalDate validFrom;

    private LocalDate validTo;

    private LocalDate liveFrom;

    @Version
    private long version;

    protected Unit() {}

    Unit(UnitCode code, UnitForm form, Optional<Unit> parent) {
        this.code = code.value();
        describe(form, parent);
    }

    /** Takes over all that is said about the unit. What lies below it follows it to its parent's root. */
    final void describe(UnitForm form, Optional<Unit> parent) {
        name = form.name();
        this.parent = parent.map(above -> above.code).orElse(null);
        root = parent.map(above -> above.root).orElse(code);
        level = form.level();
        areaCode = form.areaCode();
        calendar = form.calendar();
        validFrom = form.validFrom();
        validTo = form.validTo();
        liveFrom = form.liveFrom();
    }

    /** The day others take its place is the first on which it exists no more. */
    void endBefore(LocalDate date) {
        validTo = date.minusDays(1);
    }

    public UnitCode code() {
        return UnitCode.of(code);
    }

    public String name() {
        return name;
    }

    public Optional<String> parent() {
        return Optional.ofNullable(parent);
    }

    /** The code of the topmost unit of the tree, the unit's own where it has no parent. */
    public String root() {
        return root;
    }

    UnitLevel level() {
        return level;
    }

    Optional<String> areaCode() {
        return Optional.ofNullable(areaCode);
    }

    /** The calendar of its own, if it has one. */
    public Optional<String> calendar() {
        return Optional.ofNullable(calendar);
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    /** The last date on which the unit exists. */
    public Optional<LocalDate> validTo() {
        return Optional.ofNullable(validTo);
    }

    /** From this date on the unit's dossiers arise here; earlier ones may be imported. */
    public Optional<LocalDate> liveFrom() {
        return Optional.ofNullable(liveFrom);
    }

    public boolean isInForce(LocalDate date) {
        return !date.isBefore(validFrom) && validTo().filter(date::isAfter).isEmpty();
    }

    long version() {
        return version;
    }
}
