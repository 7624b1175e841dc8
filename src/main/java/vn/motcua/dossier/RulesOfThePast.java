package vn.motcua.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import vn.motcua.calendar.Calendars;
import vn.motcua.calendar.KeptCalendar;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitCode;
import vn.motcua.organization.Units;
import vn.motcua.procedure.ProcedureCode;
import vn.motcua.procedure.ProcedureVersion;
import vn.motcua.procedure.Procedures;

/** Finds the rules a dossier of the past was received under. */
@ApplicationScoped
class RulesOfThePast {

    private final Units units;
    private final Calendars calendars;
    private final Procedures procedures;
    private final Clocks clocks;

    RulesOfThePast(Units units, Calendars calendars, Procedures procedures, Clocks clocks) {
        this.units = units;
        this.calendars = calendars;
        this.procedures = procedures;
        this.clocks = clocks;
    }

    /** For these rows, in one transaction: each rule is looked up once. */
    Memory memory(List<PastDossier> past) {
        var codes = past.stream().map(PastDossier::procedure).collect(Collectors.toSet());
        return new Memory(procedures.versions(codes).stream().collect(Collectors.groupingBy(ProcedureVersion::code)));
    }

    final class Memory {

        private final Map<UnitCode, Place> places = new HashMap<>();
        private final Map<String, Boolean> recorded = new HashMap<>();
        private final Map<ProcedureCode, List<ProcedureVersion>> versions;

        private Memory(Map<ProcedureCode, List<ProcedureVersion>> versions) {
            this.versions = versions;
        }

        /** What is settled at the first record; {@code numbering} gives a code for a unit and a local day. */
        Opening opening(PastDossier row, BiFunction<UnitCode, LocalDate, DossierCode> numbering) {
            var receiving = place(row.receivingUnit());
            var competent = place(row.answeredForBy());
            var day = competent.hours.hours().dateOf(row.receivedAt());
            requireTakes(receiving.unit, day);
            requireInForce(competent.unit, day);
            var procedure = version(row.procedure(), day);
            var clock = clocks.on(procedure, row.channel(), Optional.empty(), receiving.hours, competent.hours);
            var recorded = row.submittedAt() == null ? row.receivedAt() : row.submittedAt();
            var firstDay = competent.hours.hours().dateOf(recorded);
            return new Opening(
                    Optional.ofNullable(row.code()).orElseGet(() -> numbering.apply(row.receivingUnit(), firstDay)),
                    Optional.ofNullable(row.externalCode()),
                    Source.IMPORT,
                    procedure,
                    Optional.empty(),
                    row.channel(),
                    Delivery.DESK,
                    row.receivingUnit(),
                    row.receivingUnit(),
                    row.answeredForBy(),
                    receiving.path,
                    competent.path,
                    Optional.ofNullable(row.dueAt()),
                    Optional.of(row.fingerprint()),
                    false,
                    Opening.PaperCount.NONE,
                    clock);
        }

        void requireKnown(UnitCode unit) {
            place(unit);
        }

        /** Whether this is a unit of ours. */
        boolean isKnown(String code) {
            return recorded.computeIfAbsent(
                    code,
                    missing -> UnitCode.isWellFormed(missing)
                            && units.find(UnitCode.of(missing)).isPresent());
        }

        private Place place(UnitCode code) {
            return places.computeIfAbsent(code, missing -> {
                var unit = units.require(missing);
                return new Place(unit, units.pathOf(unit), calendars.of(unit));
            });
        }

        private ProcedureVersion version(ProcedureCode code, LocalDate day) {
            return versions.getOrDefault(code, List.of()).stream()
                    .filter(version -> version.isInForce(day))
                    .findFirst()
                    .orElseGet(() -> procedures.requireInForce(code, day));
        }

        private void requireTakes(Unit unit, LocalDate day) {
            requireInForce(unit, day);
            unit.liveFrom().filter(live -> !day.isBefore(live)).ifPresent(live -> {
                throw ArchiveProblem.UNIT_IS_LIVE.because(live);
            });
        }

        private void requireInForce(Unit unit, LocalDate day) {
            if (!unit.isInForce(day)) {
                throw DossierProblem.UNIT_NOT_IN_FORCE.because(unit.code(), day);
            }
        }
    }

    private record Place(Unit unit, List<String> path, KeptCalendar hours) {}
}
