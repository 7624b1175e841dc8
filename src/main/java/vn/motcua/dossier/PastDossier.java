package vn.motcua.dossier;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.organization.UnitCode;
import vn.motcua.problem.ProblemType;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ProcedureCode;

/**
 * A dossier as another system recorded it, whole. Times are exact to the microsecond. Optional parts are null.
 *
 * @param dueAt an appointment made there; computed here where it is null
 * @param endedAt when it was refused or withdrawn
 * @param stoppedAt since when it has been waiting
 * @param status null: told from the times
 */
public record PastDossier(
        DossierCode code,
        String externalCode,
        ProcedureCode procedure,
        UnitCode receivingUnit,
        UnitCode competentUnit,
        Channel channel,
        Instant submittedAt,
        Instant receivedAt,
        Instant dueAt,
        Instant finishedAt,
        Instant returnedAt,
        Instant endedAt,
        Instant stoppedAt,
        Status status,
        String applicantName) {

    /** What may be told without looking anything up. */
    void check(Instant now) {
        if (code == null && externalCode == null) {
            throw ArchiveProblem.IDENTITY_REQUIRED.because();
        }
        inOrder(submittedAt, receivedAt, ArchiveProblem.RECEIVED_BEFORE_SUBMITTED);
        inOrder(receivedAt, finishedAt, ArchiveProblem.FINISHED_BEFORE_RECEIVED);
        inOrder(finishedAt, returnedAt, ArchiveProblem.RETURNED_BEFORE_FINISHED);
        inOrder(receivedAt, endedAt, ArchiveProblem.ENDED_BEFORE_RECEIVED);
        inOrder(receivedAt, stoppedAt, ArchiveProblem.STOPPED_BEFORE_RECEIVED);
        Stream.of(submittedAt, receivedAt, finishedAt, returnedAt, endedAt, stoppedAt)
                .forEach(time -> inOrder(time, now, ArchiveProblem.TIME_IN_FUTURE));
        if (!timesFit(stands())) {
            throw ArchiveProblem.STATUS_AND_TIMES_DIFFER.because(stands());
        }
    }

    private static void inOrder(Instant earlier, Instant later, ProblemType otherwise) {
        if (earlier != null && later != null && later.isBefore(earlier)) {
            throw otherwise.because();
        }
    }

    private boolean timesFit(Status as) {
        return switch (as) {
            case SUBMITTED -> throw ArchiveProblem.STATUS_NOT_IMPORTED.because(as);
            case RECEIVED, PROCESSING -> only(false, false, false, false);
            case FINISHED -> only(true, false, false, false);
            case RETURNED -> only(true, true, false, false);
            case REFUSED, WITHDRAWN -> only(false, false, true, false);
            case AWAITING_SUPPLEMENT, AWAITING_PAYMENT, SUSPENDED -> only(false, false, false, true);
        };
    }

    private boolean only(boolean finished, boolean returned, boolean ended, boolean stopped) {
        return (finishedAt != null) == finished
                && (returnedAt != null) == returned
                && (endedAt != null) == ended
                && (stoppedAt != null) == stopped;
    }

    /** The status it has, told or read off its times. */
    Status stands() {
        if (status != null) {
            return status;
        }
        return returnedAt != null ? Status.RETURNED : finishedAt != null ? Status.FINISHED : Status.PROCESSING;
    }

    UnitCode answeredForBy() {
        return competentUnit == null ? receivingUnit : competentUnit;
    }

    /** What the row is known by again. */
    public String identity() {
        return code != null ? code.value() : place();
    }

    /** All it may be known by. */
    List<String> identities() {
        return Stream.of(code == null ? null : code.value(), externalCode == null ? null : place())
                .filter(Objects::nonNull)
                .toList();
    }

    /** Where it is and what it is called there; of no use where it has no external code. */
    String place() {
        return receivingUnit + "/" + externalCode;
    }

    /** What the row says, but for the name of a person, so that the same row is known again. */
    String fingerprint() {
        var said = Stream.of(
                        code,
                        externalCode,
                        procedure,
                        receivingUnit,
                        answeredForBy(),
                        channel,
                        submittedAt,
                        receivedAt,
                        dueAt,
                        finishedAt,
                        returnedAt,
                        endedAt,
                        stoppedAt,
                        stands())
                .map(part -> Optional.ofNullable(part).map(Object::toString).orElse(""))
                .collect(Collectors.joining("\u001f"));
        return HexFormat.of().formatHex(HistoryRow.sha256().digest(said.getBytes(StandardCharsets.UTF_8)));
    }
}
