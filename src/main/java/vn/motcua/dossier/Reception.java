package vn.motcua.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import vn.motcua.access.Caller;
import vn.motcua.procedure.Procedures;

/** Where dossiers come in: one receipt, one transaction; on the spot, with result and return in it. */
@ApplicationScoped
@Transactional
class Reception {

    private final EntityManager entities;
    private final History history;
    private final Dossiers dossiers;
    private final Ordinals ordinals;
    private final Offices offices;
    private final Procedures procedures;
    private final Clocks clocks;
    private final Sides sides;
    private final Caller caller;
    private final InstantSource time;
    private final Strongbox strongbox;
    private final ObjectMapper json;

    Reception(
            EntityManager entities,
            History history,
            Dossiers dossiers,
            Ordinals ordinals,
            Offices offices,
            Procedures procedures,
            Clocks clocks,
            Sides sides,
            Caller caller,
            InstantSource time,
            Strongbox strongbox,
            ObjectMapper json) {
        this.entities = entities;
        this.history = history;
        this.dossiers = dossiers;
        this.ordinals = ordinals;
        this.offices = offices;
        this.procedures = procedures;
        this.clocks = clocks;
        this.sides = sides;
        this.caller = caller;
        this.time = time;
        this.strongbox = strongbox;
        this.json = json;
    }

    /** The same desk at another time, for what is replayed; its caller brings the transaction. */
    Reception at(InstantSource another) {
        return new Reception(
                entities,
                history,
                dossiers,
                ordinals,
                offices,
                procedures,
                clocks,
                sides,
                caller,
                another,
                strongbox,
                json);
    }

    Dossier receive(ReceiptBody body) {
        body.check();
        var moment = moment(body);
        var opening = opening(body, moment.at());
        var recorded = body.isReceived()
                ? Dossier.received(opening, Status.RECEIVED, moment, body.texts())
                : Dossier.submitted(opening, moment);
        var dossier = recorded.dossier();
        var rows = new ArrayList<HistoryRow>();
        rows.add(row(dossier, recorded.event(), moment));
        onTheSpot(dossier, body, opening.clock(), Moment.of(moment.recordedAt()), rows);
        dossiers.add(dossier, rows);
        keepPeople(dossier, body);
        dossiers.writeOnce(dossier);
        return dossiers.noted(dossier);
    }

    /** Each thing that happens is written down before the next one changes the dossier. */
    private void onTheSpot(Dossier dossier, ReceiptBody body, Clockwork clock, Moment now, List<HistoryRow> rows) {
        if (body.result() != null) {
            rows.add(row(
                    dossier,
                    dossier.finish(body.result().outcome(), body.result().asData(), now, clock),
                    now));
        }
        if (body.returned() != null) {
            rows.add(row(dossier, dossier.giveBack(body.returnedBy(), now), now));
        }
    }

    private HistoryRow row(Dossier dossier, DossierEvent event, Moment moment) {
        return history.next(dossier, event, moment, Actor.atTheDesk(caller.id(), caller.unit()));
    }

    private Moment moment(ReceiptBody body) {
        var now = Moment.of(time.instant());
        return body.receivedAt() == null ? now : now.lateEntry(body.receivedAt().toInstant());
    }

    private Opening opening(ReceiptBody body, Instant at) {
        var known = offices.known(List.of(body.receivingUnit(), body.handedInAt(), body.answeredForBy()));
        var receiving = known.require(body.receivingUnit());
        sides.requireReceiving(receiving.unit());
        var handIn = known.require(body.handedInAt());
        var competent = known.require(body.answeredForBy());
        var today = competent.hours().hours().dateOf(at);
        List.of(receiving, handIn, competent).forEach(office -> office.requireInForce(today));
        var procedure = procedures.requireInForce(body.procedure(), today);
        var clock = clocks.on(procedure, body.channel(), body.caseOf(), receiving.hours(), competent.hours());
        return new Opening(
                ordinals.next(receiving.code(), today),
                Optional.ofNullable(body.externalCode()),
                Source.DESK,
                procedure,
                body.caseOf(),
                body.channel(),
                body.deliveredBy(),
                handIn.code(),
                receiving.code(),
                competent.code(),
                receiving.path(),
                competent.path(),
                Optional.empty(),
                Optional.empty(),
                body.receivedAt() != null,
                body.paperCount(),
                clock);
    }

    private void keepPeople(Dossier dossier, ReceiptBody body) {
        var people = new EnumMap<Person.Role, PersonBody>(Person.Role.class);
        people.put(Person.Role.APPLICANT, body.applicant());
        people.put(Person.Role.SUBMITTER, body.submitter());
        people.put(Person.Role.PROXY, body.proxy());
        people.forEach((role, person) -> {
            if (person != null) {
                entities.persist(strongbox.person(dossier.id(), role, person));
            }
        });
        if (body.content() != null || body.papers() != null) {
            entities.persist(new Content(dossier.id(), body.content(), write(body.papers())));
        }
    }

    private String write(Object papers) {
        try {
            return papers == null ? null : json.writeValueAsString(papers);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
