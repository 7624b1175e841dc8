package vn.motcua.procedure;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import vn.motcua.deadline.AfterSupplement;
import vn.motcua.deadline.CutOff;
import vn.motcua.deadline.DueMoment;
import vn.motcua.deadline.Terms;
import vn.motcua.deadline.TimeLimit;

/** What a procedure says between two dates. Once a dossier was received under it, only its end may change. */
@Entity
public class ProcedureVersion {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String procedure;
    private String name;
    private String field;

    private LocalDate validFrom;

    private LocalDate validTo;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<CaseLimit> limits;

    @Enumerated(EnumType.STRING)
    private DueMoment due;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private CutOff cutOff;

    @Enumerated(EnumType.STRING)
    private AfterSupplement afterSupplement;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private TimeLimit answerBy;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<ProcedureForm.Step> steps;

    protected ProcedureVersion() {}

    ProcedureVersion(ProcedureCode code, ProcedureForm form) {
        this.procedure = code.value();
        this.name = form.name();
        this.field = form.field();
        this.validFrom = form.validFrom();
        this.validTo = form.validTo();
        this.limits = form.limits();
        this.due = form.due();
        this.cutOff = form.cutOff();
        this.afterSupplement = form.afterSupplement();
        this.answerBy = form.answerBy();
        this.steps = form.steps();
    }

    void endOn(LocalDate lastDate) {
        validTo = lastDate;
    }

    public long id() {
        return id;
    }

    public ProcedureCode code() {
        return ProcedureCode.of(procedure);
    }

    public String name() {
        return name;
    }

    /** The code of the field it belongs to. */
    public String field() {
        return field;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    Optional<LocalDate> validTo() {
        return Optional.ofNullable(validTo);
    }

    public boolean isInForce(LocalDate date) {
        return !date.isBefore(validFrom) && validTo().filter(date::isAfter).isEmpty();
    }

    /** The terms of a dossier by its channel and case; without a limit where the procedure has none. */
    public Terms terms(Channel channel, Optional<String> caseName) {
        return form().terms(new CaseLimits(limits).limit(channel, caseName));
    }

    /** How long the applicant has to answer a supplement request. */
    public TimeLimit answerBy() {
        return answerBy;
    }

    /** The limit of the nth hand-over, counted from 1, where the procedure plans one. */
    public Optional<TimeLimit> stepLimit(int nth) {
        return nth < 1 || nth > steps.size()
                ? Optional.empty()
                : Optional.of(steps.get(nth - 1).limit());
    }

    boolean differsOnlyInItsEnd(ProcedureForm form) {
        return form().endingOn(form.validTo()).equals(form);
    }

    ProcedureForm form() {
        return new ProcedureForm(
                name, field, validFrom, validTo, limits, due, cutOff, afterSupplement, answerBy, steps);
    }
}
