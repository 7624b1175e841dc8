package vn.motcua.organization;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.http.Bodies;

/**
 * Founds units that a file describes, and lets them succeed one another, as if each had been sent by somebody with the
 * rights of the caller.
 */
@ApplicationScoped
public class Foundation {

    private final UnitDesk desk;
    private final SuccessionDesk successions;
    private final Bodies bodies;

    Foundation(UnitDesk desk, SuccessionDesk successions, Bodies bodies) {
        this.desk = desk;
        this.successions = successions;
        this.bodies = bodies;
    }

    /** @param unit what {@code PUT /v1/units/{code}} takes */
    public void found(UnitCode code, JsonNode unit) {
        desk.found(code, bodies.read(unit, UnitForm.class).requireOrder());
    }

    /** @param succession what {@code POST /v1/units/{code}/successions} takes */
    public void succeed(UnitCode ended, JsonNode succession) {
        successions.record(ended, bodies.read(succession, SuccessionForm.class).requireFor(ended));
    }
}
