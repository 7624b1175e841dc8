package vn.motcua.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import vn.motcua.access.Rights;
import vn.motcua.deadline.Basis;
import vn.motcua.deadline.PromiseKind;
import vn.motcua.http.Database;

/** Dossiers as seen from the citizen's side of the desk. */
@ApplicationScoped
public class Enquiries {

    private final Dossiers dossiers;
    private final Clocks clocks;
    private final Sides sides;
    private final InstantSource time;

    Enquiries(Dossiers dossiers, Clocks clocks, Sides sides, InstantSource time) {
        this.dossiers = dossiers;
        this.clocks = clocks;
        this.sides = sides;
        this.time = time;
    }

    /** Where it is and when it is ready; for whoever has shown its secret, so without asking about rights. */
    @Transactional
    public Optional<Whereabouts> about(DossierCode code) {
        Database.readAtOneMoment(dossiers.getEntityManager());
        return dossiers.find(Dossiers.BY_CODE, code.value())
                .firstResultOptional()
                .map(dossier -> Whereabouts.of(dossier, overdueSince(dossier)));
    }

    private Optional<LocalDate> overdueSince(Dossier dossier) {
        if (!dossier.isOpen() || dossier.standing().receivedAt == null) {
            return Optional.empty();
        }
        var deadline = dossier.deadline(clocks.of(dossier));
        return deadline.overdue(time.instant(), Basis.DATE, PromiseKind.CURRENT)
                ? deadline.missedDate().or(deadline::dueDate)
                : Optional.empty();
    }

    /**
     * Refuses whoever may not hand out papers for it at the desk, as with an acceptance or a return. Others who would
     * do so at the same time wait for the end of the caller's transaction.
     *
     * @return its version
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long requireAtTheDesk(DossierCode code) {
        var dossier = dossiers.requireForChange(code);
        sides.require(Rights.REISSUE_TRACKING_SECRET, "tracking-secret", dossier);
        return dossier.version();
    }
}
