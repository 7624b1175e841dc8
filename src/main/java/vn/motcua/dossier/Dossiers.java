package vn.motcua.dossier;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
import vn.motcua.access.Trail;
import vn.motcua.http.Database;

/** The dossiers as a collection. Whoever asks gets only what is within reach. */
@ApplicationScoped
class Dossiers implements PanacheRepositoryBase<Dossier, Long> {

    static final String BY_CODE = "papers.code";
    private static final String WITH_STOPS = "from Dossier d left join fetch d.stops.stops where d.papers.code = ?1";

    /** One statement, and so as it stands at one moment without a transaction. */
    private static final String WHOLE =
            """
            from Dossier d left join fetch d.stops.stops left join fetch d.handOvers.steps
            left join Person p on p.place.dossier = d.id left join Content c on c.dossier = d.id
            where d.papers.code = ?1 select d, p, c""";

    private static final String EXTERNAL_CODE_ONCE = "dossier_external_code_once_per_unit";

    private final Sides sides;
    private final History history;
    private final Trail trail;

    Dossiers(Sides sides, History history, Trail trail) {
        this.sides = sides;
        this.history = history;
        this.trail = trail;
    }

    /**
     * The dossier with this code, to be read as it stands at one moment, row, stops and history; to those it is out of
     * reach for there is none. The first thing a transaction asks.
     */
    Dossier require(DossierCode code) {
        Database.readAtOneMoment(getEntityManager());
        return visible(
                getEntityManager()
                        .createQuery(WITH_STOPS, Dossier.class)
                        .setParameter(1, code.value())
                        .getResultList(),
                code);
    }

    /** The dossier and all that is shown of it. */
    WholeDossier requireWhole(DossierCode code) {
        var rows = getEntityManager()
                .createQuery(WHOLE, WholeDossier.Row.class)
                .setParameter(1, code.value())
                .getResultList();
        return WholeDossier.of(
                visible(rows.stream().map(WholeDossier.Row::dossier).toList(), code), rows);
    }

    /**
     * The same, to be changed: another writer waits here. Without the lock its stops and hand-overs, read after the
     * row, could be those of a version the row does not have yet.
     */
    Dossier requireForChange(DossierCode code) {
        return visible(
                find(BY_CODE, code.value())
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list(),
                code);
    }

    private Dossier visible(List<Dossier> found, DossierCode code) {
        return found.stream()
                .findFirst()
                .filter(sides::sees)
                .map(this::noted)
                .orElseThrow(() -> DossierProblem.DOSSIER_UNKNOWN.because(code));
    }

    /** Leaves the dossier, and the units it has now, in the trail of the request. */
    Dossier noted(Dossier dossier) {
        trail.about(dossier.papers().code(), List.copyOf(dossier.units()));
        return dossier;
    }

    void add(Dossier dossier, List<HistoryRow> rows) {
        persist(dossier);
        rows.forEach(row -> history.keep(dossier, row));
    }

    /**
     * Writes all that was added, people with their dossier; the last that is written of objects in this transaction.
     * Every look for changes costs as much as two statements, and there would be three more.
     */
    void writeOnce(Dossier dossier) {
        try {
            flush();
            getEntityManager().unwrap(Session.class).setHibernateFlushMode(FlushMode.MANUAL);
        } catch (ConstraintViolationException taken) {
            if (EXTERNAL_CODE_ONCE.equals(taken.getConstraintName())) {
                throw DossierProblem.EXTERNAL_CODE_TAKEN.because(
                        dossier.papers().externalCode());
            }
            throw taken;
        }
    }

    /** The conditional UPDATE comes first: of two writers one changes the row, the other is told it is stale. */
    void change(Dossier dossier, HistoryRow row) {
        flush();
        history.keep(dossier, row);
        flush();
    }
}
