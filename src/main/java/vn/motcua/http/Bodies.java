package vn.motcua.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

/** Reads a body that lies in a file of ours just as strictly as one that comes with a request. */
@ApplicationScoped
public class Bodies {

    private final ObjectMapper json;
    private final Validator validator;

    Bodies(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** @throws ConstraintViolationException if it says what a request may not say */
    public <T> T read(JsonNode body, Class<T> type) {
        try {
            var read = json.treeToValue(body, type);
            var flaws = validator.validate(read);
            if (!flaws.isEmpty()) {
                throw new ConstraintViolationException(flaws);
            }
            return read;
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
