package vn.motcua.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import vn.motcua.access.Caller;
import vn.motcua.http.EntityTags;

/** How every step is taken: who may, then which version was seen, then the step itself, written down with it. */
@ApplicationScoped
class Steps {

    private final Dossiers dossiers;
    private final History history;
    private final Clocks clocks;
    private final Sides sides;
    private final Caller caller;
    private final InstantSource time;

    Steps(Dossiers dossiers, History history, Clocks clocks, Sides sides, Caller caller, InstantSource time) {
        this.dossiers = dossiers;
        this.history = history;
        this.clocks = clocks;
        this.sides = sides;
        this.caller = caller;
        this.time = time;
    }

    /** The same at another time. */
    Steps at(InstantSource another) {
        return new Steps(dossiers, history, clocks, sides, caller, another);
    }

    Dossier take(Step step, DossierCode code, String ifMatch, Transition transition) {
        var dossier = dossiers.requireForChange(code);
        sides.require(step, dossier);
        EntityTags.require(ifMatch, dossier.version());
        var now = Moment.of(time.instant());
        var event = transition.apply(dossier, clocks.of(dossier), now);
        dossiers.change(dossier, history.next(dossier, event, now, Actor.atTheDesk(caller.id(), caller.unit())));
        return dossiers.noted(dossier);
    }

    /** What a step does to a dossier. */
    interface Transition {

        DossierEvent apply(Dossier dossier, Clockwork clock, Moment now);
    }
}
