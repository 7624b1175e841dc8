package vn.motcua.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import vn.motcua.access.DemoMark;
import vn.motcua.http.Bodies;
import vn.motcua.http.EntityTags;
import vn.motcua.organization.UnitCode;

/**
 * Plays what clerks and officers of the demo province do, through the desks of the service, at a supplied time. There
 * is no way here from outside, and none at all without demo mode: everywhere else the server stamps the time.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Rehearsal {

    private final DemoMark mark;
    private final EntityManager entities;
    private final Reception reception;
    private final FrontDesk desk;
    private final CorrectionDesk corrections;
    private final Bodies bodies;

    Rehearsal(
            DemoMark mark,
            EntityManager entities,
            Reception reception,
            FrontDesk desk,
            CorrectionDesk corrections,
            Bodies bodies) {
        this.mark = mark;
        this.entities = entities;
        this.reception = reception;
        this.desk = desk;
        this.corrections = corrections;
        this.bodies = bodies;
    }

    /** @param receipt what {@code POST /v1/dossiers} takes */
    public Played receive(Instant now, JsonNode receipt) {
        var receiving = reception.at(supplied(now));
        return played(receiving.receive(bodies.read(receipt, ReceiptBody.class)));
    }

    /**
     * @param step the last part of the step's path
     * @param body what is sent there
     */
    public Played take(Instant now, DossierCode code, String step, JsonNode body) {
        var time = supplied(now);
        var seen = EntityTags.of(version(code));
        var taken = Step.valueOf(step.toUpperCase(Locale.ROOT).replace('-', '_'));
        return played(
                taken == Step.CORRECTION
                        ? corrections.at(time).correct(code, seen, read(body, StepBodies.Corrected.class))
                        : take(desk.at(time), taken, code, seen, body));
    }

    private Dossier take(FrontDesk desk, Step step, DossierCode code, String seen, JsonNode body) {
        return switch (step) {
            case ACCEPTANCE ->
                desk.accept(
                        code,
                        seen,
                        Optional.ofNullable(
                                read(body, StepBodies.Acceptance.class).caseName()));
            case REFUSAL ->
                desk.refuse(code, seen, read(body, StepBodies.Reason.class).texts());
            case SUPPLEMENT_REQUEST ->
                desk.requestSupplement(
                        code,
                        seen,
                        read(body, StepBodies.SupplementRequest.class).texts());
            case PAYMENT_REQUEST ->
                desk.requestPayment(
                        code, seen, read(body, StepBodies.Stop.class).texts());
            case SUSPENSION ->
                desk.suspend(code, seen, read(body, StepBodies.Stop.class).texts());
            case SUPPLEMENT, PAYMENT, RESUMPTION -> desk.resume(step, code, seen);
            case HAND_OVER -> desk.handOver(code, seen, read(body, StepBodies.HandOver.class));
            case RESULT -> desk.finish(code, seen, read(body, ReceiptBody.Result.class));
            case EXTENSION -> desk.extend(code, seen, read(body, StepBodies.Extension.class));
            case RETURN ->
                desk.giveBack(
                        code,
                        seen,
                        Optional.ofNullable(read(body, ReceiptBody.Return.class).delivery()));
            case WITHDRAWAL ->
                desk.withdraw(code, seen, read(body, StepBodies.Reason.class).texts());
            case CORRECTION -> throw new IllegalArgumentException("Corrections have a desk of their own");
        };
    }

    private long version(DossierCode code) {
        return ((Number) entities.createNativeQuery("select version from dossier where code = ?1")
                        .setParameter(1, code.value())
                        .getSingleResult())
                .longValue();
    }

    private <T> T read(JsonNode body, Class<T> type) {
        return bodies.read(body, type);
    }

    private InstantSource supplied(Instant now) {
        if (!mark.isDemo()) {
            throw new IllegalStateException("Only in demo mode time is supplied");
        }
        return InstantSource.fixed(now);
    }

    private Played played(Dossier dossier) {
        var played = new Played(
                DossierCode.of(dossier.papers().code()),
                dossier.standing().status,
                UnitCode.of(dossier.currentUnit()),
                Optional.ofNullable(dossier.standing().dueAt),
                Optional.ofNullable(dossier.answerBy()));
        entities.flush();
        return played;
    }

    /** Where a dossier stands after what was played. */
    public record Played(
            DossierCode code, Status status, UnitCode holder, Optional<Instant> dueAt, Optional<Instant> answerBy) {

        public boolean canBeHandedOver() {
            return Step.HAND_OVER.isAllowedFrom(status);
        }
    }
}
