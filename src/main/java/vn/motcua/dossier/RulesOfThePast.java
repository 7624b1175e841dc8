package vn.motcua.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.organization.UnitCode;
import vn.motcua.procedure.ProcedureCode;
import vn.motcua.procedure.ProcedureVersion;
import vn.motcua.procedure.Procedures;

/** Finds the rules a dossier of the past was received under. */
@ApplicationScoped
class RulesOfThePast {

    private final Offices offices;
    private final Procedures procedures;
    private final Clocks clocks;

    RulesOfThePast(Offices offices, Procedures procedures, Clocks clocks) {
        this.offices = offices;
        this.procedures = procedures;
        this.clocks = clocks;
    }

    /** For these rows, in one transaction: each rule is looked up once. */
    Memory memory(List<PastDossier> past) {
        var codes = past.stream().map(PastDossier::procedure).collect(Collectors.toSet());
        var units = past.stream().flatMap(RulesOfThePast::units).collect(Collectors.toSet());
        return new Memory(
                offices.known(units),
                procedures.versions(codes).stream().collect(Collectors.groupingBy(ProcedureVersion::code)));
    }

    /** Every unit a row speaks of: also the one that gave its code, if a unit did. */
    private static Stream<UnitCode> units(PastDossier row) {
        var giver = Optional.ofNullable(row.code())
                .map(DossierCode::giver)
                .filter(UnitCode::isWellFormed)
                .map(UnitCode::of)
                .orElse(null);
        return Stream.of(row.receivingUnit(), row.answeredForBy(), giver).filter(Objects::nonNull);
    }

    final class Memory {

        private final Offices.Known known;
        private final Map<ProcedureCode, List<ProcedureVersion>> versions;

        private Memory(Offices.Known known, Map<ProcedureCode, List<ProcedureVersion>> versions) {
            this.known = known;
            this.versions = versions;
        }

        /** What a row would be received under. */
        Draft draft(PastDossier row) {
            var receiving = known.require(row.receivingUnit());
            var competent = known.require(row.answeredForBy());
            var day = competent.hours().hours().dateOf(row.receivedAt());
            receiving.requireInForce(day);
            requireNotYetLive(receiving, day);
            competent.requireInForce(day);
            var procedure = version(row.procedure(), day);
            var clock = clocks.on(procedure, row.channel(), Optional.empty(), receiving.hours(), competent.hours());
            return new Draft(row, receiving, competent, procedure, clock);
        }

        void requireKnown(UnitCode unit) {
            known.require(unit);
        }

        /** Whether this is a unit of ours. */
        boolean isKnown(String code) {
            return UnitCode.isWellFormed(code) && known.has(UnitCode.of(code));
        }

        private ProcedureVersion version(ProcedureCode code, LocalDate day) {
            return versions.getOrDefault(code, List.of()).stream()
                    .filter(version -> version.isInForce(day))
                    .findFirst()
                    .orElseGet(() -> procedures.requireInForce(code, day));
        }

        private void requireNotYetLive(Office office, LocalDate day) {
            office.unit().liveFrom().filter(live -> !day.isBefore(live)).ifPresent(live -> {
                throw ArchiveProblem.UNIT_IS_LIVE.because(live);
            });
        }
    }

    /** All that is settled at the first record, but for the code. */
    record Draft(PastDossier row, Office receiving, Office competent, ProcedureVersion procedure, Clockwork clock) {

        /** Where it gets a code, if it has none. */
        Optional<Ordinals.Desk> desk() {
            var recorded = row.submittedAt() == null ? row.receivedAt() : row.submittedAt();
            return row.code() == null
                    ? Optional.of(new Ordinals.Desk(
                            row.receivingUnit(), competent.hours().hours().dateOf(recorded)))
                    : Optional.empty();
        }

        Opening opening(DossierCode code) {
            return new Opening(
                    code,
                    Optional.ofNullable(row.externalCode()),
                    Source.IMPORT,
                    procedure,
                    Optional.empty(),
                    row.channel(),
                    Delivery.DESK,
                    row.receivingUnit(),
                    row.receivingUnit(),
                    row.answeredForBy(),
                    receiving.path(),
                    competent.path(),
                    Optional.ofNullable(row.dueAt()),
                    Optional.of(row.fingerprint()),
                    false,
                    Opening.PaperCount.NONE,
                    clock);
        }
    }
}
