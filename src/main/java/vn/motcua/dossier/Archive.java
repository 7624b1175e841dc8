package vn.motcua.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.deadline.DeadlineOutOfRange;
import vn.motcua.problem.Problem;

/** Takes over dossiers that other systems recorded. It creates, and never moves what is there. */
@ApplicationScoped
public class Archive {

    private final EntityManager entities;
    private final History history;
    private final Copier copier;
    private final Ordinals ordinals;
    private final RulesOfThePast rules;
    private final InstantSource time;

    Archive(
            EntityManager entities,
            History history,
            Copier copier,
            Ordinals ordinals,
            RulesOfThePast rules,
            InstantSource time) {
        this.entities = entities;
        this.history = history;
        this.copier = copier;
        this.ordinals = ordinals;
        this.rules = rules;
        this.time = time;
    }

    /**
     * Takes over each dossier or says why not, in one transaction; one refusal does not hinder another.
     *
     * @param reach codes of the units whose dossiers may be brought
     */
    @Transactional
    public List<Taken> record(List<PastDossier> past, Actor by, Set<String> reach) {
        entities.setFlushMode(FlushModeType.COMMIT); // nothing a row asks for is written by the rows before it
        var batch = new Batch(past, by, reach);
        var taken = batch.take(past);
        batch.keep();
        return taken;
    }

    /** What became of one row: a dossier's code, or the problem. */
    public record Taken(How how, String code, Problem problem) {}

    /** How it ended for one row. */
    @Schema(name = "RowOutcome")
    public enum How {
        ACCEPTED,
        UNCHANGED,
        REFUSED
    }

    @SuppressWarnings("unchecked")
    private Map<String, KnownPast> alreadyThere(List<PastDossier> past) {
        var known = new HashMap<String, KnownPast>();
        List<Object[]> found = entities.createNativeQuery(
                        """
                        with there as (
                            select * from dossier where code = any (cast(?1 as text[]))
                            union all
                            select * from dossier where receiving_unit = any (cast(?2 as text[]))
                                and external_code = any (cast(?3 as text[])))
                        select there.code, import_fingerprint, receiving_unit, external_code, name,
                            anonymised_at is not null or exists (
                                select from dossier_person_former f where f.dossier = id and f.role = 'APPLICANT')
                        from there left join dossier_person p on p.dossier = id and p.role = 'APPLICANT'""")
                .setParameter(
                        1,
                        texts(
                                past,
                                row -> row.code() == null ? null : row.code().value()))
                .setParameter(2, texts(past, row -> row.receivingUnit().value()))
                .setParameter(3, texts(past, PastDossier::externalCode))
                .getResultList();
        found.forEach(row -> KnownPast.of(row).putInto(known));
        return known;
    }

    private static String[] texts(List<PastDossier> past, Function<PastDossier, String> part) {
        return past.stream().map(part).filter(Objects::nonNull).distinct().toArray(String[]::new);
    }

    /** One transaction's worth of rows. */
    private final class Batch {

        private final Actor by;
        private final Set<String> reach;
        private final Set<DossierCode> brought;
        private final Map<String, KnownPast> known;
        private final List<Accepted> accepted = new ArrayList<>();
        private final RulesOfThePast.Memory memory;
        private final Moment now = Moment.of(time.instant());

        Batch(List<PastDossier> past, Actor by, Set<String> reach) {
            this.memory = rules.memory(past);
            this.known = alreadyThere(past);
            this.brought = past.stream().map(PastDossier::code).collect(Collectors.toSet());
            this.by = by;
            this.reach = reach;
        }

        /** In their order, together as far as they are of different dossiers; a second row meets what the first left. */
        List<Taken> take(List<PastDossier> past) {
            var taken = new ArrayList<Taken>();
            var together = new ArrayList<PastDossier>();
            var identities = new HashSet<String>();
            for (var row : past) {
                if (!Collections.disjoint(identities, row.identities())) {
                    taken.addAll(takeDifferent(together));
                    together.clear();
                    identities.clear();
                }
                together.add(row);
                identities.addAll(row.identities());
            }
            taken.addAll(takeDifferent(together));
            return taken;
        }

        private List<Taken> takeDifferent(List<PastDossier> rows) {
            var judged = rows.stream().map(this::judge).toList();
            var desks = judged.stream()
                    .flatMap(row -> row.desk().stream())
                    .collect(Collectors.toMap(Function.identity(), desk -> 1, Integer::sum));
            var codes = ordinals.next(desks, brought);
            return judged.stream().map(row -> settle(row, codes)).toList();
        }

        /** All that can be told before it has a code: what is refused uses up none. */
        private Judged judge(PastDossier row) {
            try {
                row.check(now.at());
                var there = known.get(row.identity());
                return there == null ? new Judged(draft(row), null) : new Judged(null, compare(there, row));
            } catch (DeadlineOutOfRange | Problem refusal) {
                return new Judged(null, refused(refusal));
            }
        }

        private Taken settle(Judged row, Map<Ordinals.Desk, Queue<DossierCode>> codes) {
            if (row.taken != null) {
                return row.taken;
            }
            try {
                var code = row.desk()
                        .map(desk -> codes.get(desk).remove())
                        .orElse(row.draft.row().code());
                return accept(row.draft, code);
            } catch (DeadlineOutOfRange | Problem refusal) {
                return refused(refusal);
            }
        }

        private static Taken refused(RuntimeException refusal) {
            var problem = refusal instanceof Problem known ? known : DeadlineProblem.DEADLINE_OUT_OF_RANGE.because();
            return new Taken(How.REFUSED, null, problem);
        }

        private Taken compare(KnownPast there, PastDossier row) {
            if (!reach.contains(there.unit())) {
                throw DossierProblem.UNIT_OUT_OF_REACH.because(row.receivingUnit());
            }
            if (!there.says(row)) {
                throw ArchiveProblem.IMPORT_DIFFERS.because(row.identity());
            }
            return new Taken(How.UNCHANGED, there.code(), null);
        }

        private RulesOfThePast.Draft draft(PastDossier row) {
            memory.requireKnown(row.receivingUnit());
            if (!reach.contains(row.receivingUnit().value())) {
                throw DossierProblem.UNIT_OUT_OF_REACH.because(row.receivingUnit());
            }
            if (row.code() != null) {
                requireToGive(row.code());
            }
            if (row.externalCode() != null && known.containsKey(row.place())) {
                throw DossierProblem.EXTERNAL_CODE_TAKEN.because(row.externalCode());
            }
            return memory.draft(row);
        }

        /** Who does not reach a unit uses up none of its numbers, and does not find out which are taken. */
        private void requireToGive(DossierCode code) {
            var giver = code.giver();
            if (!reach.contains(giver) && memory.isKnown(giver)) {
                throw DossierProblem.UNIT_OUT_OF_REACH.because(giver);
            }
        }

        private Taken accept(RulesOfThePast.Draft draft, DossierCode code) {
            var row = draft.row();
            var life = new PastLife(row, draft.opening(code), now, by.id());
            var rows = new ArrayList<HistoryRow>();
            var dossier = life.relive((so, event, moment) -> rows.add(history.next(so, event, moment, by)));
            accepted.add(new Accepted(dossier, rows, row.applicantName()));
            KnownPast.of(code, row).putInto(known);
            return new Taken(How.ACCEPTED, code.value(), null);
        }

        /** Table by table; those few that stand still have rows in more tables than can be copied. */
        void keep() {
            var still = accepted.stream().filter(Accepted::standsStill).toList();
            still.forEach(one -> entities.persist(one.dossier));
            still.forEach(one -> one.history.forEach(row -> history.keep(one.dossier, row)));
            still.stream().flatMap(one -> one.applicant().stream()).forEach(entities::persist);
            entities.flush();
            copy(accepted.stream().filter(one -> !one.standsStill()).toList());
        }

        private void copy(List<Accepted> some) {
            var dossiers = some.stream().map(Accepted::dossier).toList();
            copier.identify(Dossier.class, dossiers);
            copier.write(Dossier.class, dossiers);
            history.copy(some.stream().flatMap(Accepted::itsHistory).toList());
            copier.write(
                    Person.class,
                    some.stream().flatMap(one -> one.applicant().stream()).toList());
        }
    }

    /** A row that is to be taken over, or what became of it. */
    private record Judged(RulesOfThePast.Draft draft, Taken taken) {

        Optional<Ordinals.Desk> desk() {
            return Optional.ofNullable(draft).flatMap(RulesOfThePast.Draft::desk);
        }
    }

    /** A dossier to be written, and all that happened to it. */
    private record Accepted(Dossier dossier, List<HistoryRow> history, String applicantName) {

        boolean standsStill() {
            return !dossier.stops().isEmpty();
        }

        Stream<HistoryRow> itsHistory() {
            return history.stream().map(row -> row.of(dossier));
        }

        Optional<Person> applicant() {
            return Optional.ofNullable(applicantName)
                    .map(name -> new PersonBody(PersonBody.Kind.OTHER, name, null, null, null, null, null))
                    .map(person -> new Person(dossier.id(), Person.Role.APPLICANT, person, null));
        }
    }
}
