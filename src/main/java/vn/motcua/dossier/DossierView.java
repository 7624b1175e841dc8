package vn.motcua.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.deadline.LimitUnit;
import vn.motcua.deadline.StopKind;
import vn.motcua.deadline.Verdict;
import vn.motcua.procedure.Channel;

/** A whole dossier, with its people. Holds nothing that depends on the time of asking. */
@Schema(name = "Dossier")
record DossierView(
        @JsonUnwrapped DossierAnswer state,
        @Schema(nullable = true) String externalCode,
        String procedure,
        String field,
        @JsonProperty("case") @Schema(nullable = true) String caseName,
        Channel channel,
        Delivery delivery,
        String handInUnit,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(nullable = true) Heirs.View heirs,
        @Schema(nullable = true) String officer,
        @Schema(nullable = true) Outcome outcome,
        @Schema(nullable = true, description = "True where the result was given as data") Boolean resultDigitised,
        boolean lateEntry,
        DeadlineView.Missed missed,
        @Schema(nullable = true) OffsetDateTime returnedAt,
        List<StopView> stops,
        List<HandOverView> handOvers,
        PersonView applicant,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(nullable = true) PersonView submitter,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(nullable = true) PersonView proxy,
        @Schema(nullable = true) String content,
        @JsonRawValue @Schema(nullable = true, implementation = ReceiptBody.Paper[].class) String papers) {

    static DossierView of(Dossier dossier, Map<Person.Role, PersonView> people, Content content) {
        var papers = dossier.papers();
        var now = dossier.standing();
        return new DossierView(
                DossierAnswer.of(dossier),
                papers.externalCode(),
                papers.procedureCode(),
                papers.field(),
                papers.caseName(),
                papers.channel(),
                papers.delivery(),
                papers.handInUnit(),
                papers.heirs().shown(),
                dossier.officer(),
                dossier.outcome(),
                now.digitised,
                papers.lateEntry(),
                new DeadlineView.Missed(now.missedDate, papers.local(now.missedMoment)),
                papers.local(now.returnedAt),
                dossier.stops().stream().map(stop -> StopView.of(stop, papers)).toList(),
                dossier.handOvers().stream()
                        .map(step -> HandOverView.of(step, papers))
                        .toList(),
                people.get(Person.Role.APPLICANT),
                people.get(Person.Role.SUBMITTER),
                people.get(Person.Role.PROXY),
                content == null ? null : content.content(),
                content == null ? null : content.papers());
    }

    @Schema(name = "DossierStop")
    record StopView(
            StopKind kind,
            OffsetDateTime from,
            @Schema(nullable = true, description = "Null while it lasts") OffsetDateTime to,
            String stoppedBy,
            @Schema(nullable = true) OffsetDateTime answerBy) {

        static StopView of(Stoppage stop, Papers papers) {
            return new StopView(
                    stop.kind,
                    papers.local(stop.stoppedAt),
                    papers.local(stop.resumedAt),
                    stop.stoppedBy,
                    papers.local(stop.answerBy));
        }
    }

    @Schema(name = "HandOverRow")
    record HandOverView(
            String giver,
            String givingUnit,
            @Schema(nullable = true) String receiver,
            String unit,
            OffsetDateTime at,
            @Schema(nullable = true) StepLimit limit,
            @Schema(nullable = true) OffsetDateTime dueAt,
            @Schema(nullable = true) OffsetDateTime endedAt,
            @Schema(nullable = true) Verdict verdict) {

        static HandOverView of(HandOver step, Papers papers) {
            return new HandOverView(
                    step.giver,
                    step.givingUnit,
                    step.receiver,
                    step.unit,
                    papers.local(step.at),
                    step.limitValue == null
                            ? null
                            : new StepLimit(step.limitValue.stripTrailingZeros(), step.limitUnit),
                    papers.local(step.dueAt),
                    papers.local(step.endedAt),
                    step.verdict);
        }
    }

    @Schema(name = "StepLimit")
    record StepLimit(BigDecimal value, LimitUnit unit) {}
}
