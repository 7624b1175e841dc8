package vn.motcua.procedure;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.http.Bodies;

/** Takes over fields and procedures that a file describes, as if sent by somebody with the rights of the caller. */
@ApplicationScoped
public class Catalogue {

    private final FieldDesk fields;
    private final ProcedureDesk procedures;
    private final Bodies bodies;

    Catalogue(FieldDesk fields, ProcedureDesk procedures, Bodies bodies) {
        this.fields = fields;
        this.procedures = procedures;
        this.bodies = bodies;
    }

    /** @param field what {@code PUT /v1/fields/{code}} takes */
    public void addField(String code, JsonNode field) {
        fields.create(code, bodies.read(field, FieldForm.class));
    }

    /** @param procedure what {@code PUT /v1/procedures/{code}} takes */
    public void addProcedure(ProcedureCode code, JsonNode procedure) {
        procedures.create(
                code, bodies.read(procedure, ProcedureForm.class).complete().requireSense());
    }
}
