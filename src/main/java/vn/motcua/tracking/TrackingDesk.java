package vn.motcua.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import vn.motcua.access.Caller;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.Enquiries;
import vn.motcua.dossier.TrackingSecrets;
import vn.motcua.dossier.Whereabouts;
import vn.motcua.http.Language;
import vn.motcua.organization.UnitCode;
import vn.motcua.organization.Units;

/** Where citizens ask for their dossiers, and where clerks give out a lost secret anew. */
@ApplicationScoped
class TrackingDesk {

    /** Stands for every code no dossier could have, so that they take the same way as the others. */
    private static final String NO_CODE = "-";

    private final TrackingIssues issues;
    private final TrackingSecrets secrets;
    private final Enquiries enquiries;
    private final Units units;
    private final Caller caller;
    private final InstantSource time;

    TrackingDesk(
            TrackingIssues issues,
            TrackingSecrets secrets,
            Enquiries enquiries,
            Units units,
            Caller caller,
            InstantSource time) {
        this.issues = issues;
        this.secrets = secrets;
        this.enquiries = enquiries;
        this.units = units;
        this.caller = caller;
        this.time = time;
    }

    /** A code as it was typed, as far as it could be one. */
    static String code(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT);
    }

    /**
     * Whether this is the secret that opens the dossier. Reads, reckons and compares the same whether there is such a
     * dossier or not: that is asked only of whoever knows the secret.
     */
    @Transactional
    boolean opens(String code, String secret) {
        var asked = DossierCode.isWellFormed(code) ? code : NO_CODE;
        return secrets.opens(secret, asked, issues.current(asked));
    }

    /** What its citizen is told; nothing where the code could have a secret but there is no such dossier. */
    @Transactional
    Optional<TrackingView> show(String code, Language language) {
        return DossierCode.isWellFormed(code)
                ? enquiries.about(DossierCode.of(code)).map(found -> view(code, found, language))
                : Optional.empty();
    }

    private TrackingView view(String code, Whereabouts found, Language language) {
        var name = units.require(UnitCode.of(found.unit())).name();
        var place = new TrackingView.Place(found.unit(), name);
        return TrackingView.of(code, found, place, new TrackingWords(language));
    }

    /** From now on only the next secret opens. */
    @Transactional
    Reissued reissue(DossierCode code) {
        var version = enquiries.requireAtTheDesk(code);
        var next = issues.current(code.value()) + 1;
        issues.add(code, next, time.instant(), caller);
        return new Reissued(code, next, version);
    }

    /**
     * @param version of the dossier, which stays as it is
     */
    record Reissued(DossierCode code, int issue, long version) {}
}
