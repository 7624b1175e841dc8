package vn.motcua.organization;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.http.Bodies;

/** Founds units that a file describes, as if each had been sent by somebody with the rights of the caller. */
@ApplicationScoped
public class Foundation {

    private final UnitDesk desk;
    private final Bodies bodies;

    Foundation(UnitDesk desk, Bodies bodies) {
        this.desk = desk;
        this.bodies = bodies;
    }

    /** @param unit what {@code PUT /v1/units/{code}} takes */
    public void found(UnitCode code, JsonNode unit) {
        desk.found(code, bodies.read(unit, UnitForm.class).requireOrder());
    }
}
