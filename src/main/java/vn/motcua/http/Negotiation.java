package vn.motcua.http;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.Optional;

/** Which of the forms an answer comes in a caller gets. */
public final class Negotiation {

    private Negotiation() {}

    /** The type the caller's {@code Accept} likes best; 406 where it rules out all of them, with {@code q=0} for one. */
    public static MediaType typeFor(Request request, MediaType... types) {
        return Optional.ofNullable(
                        request.selectVariant(Variant.mediaTypes(types).build()))
                .map(Variant::getMediaType)
                .orElseThrow(NotAcceptableException::new);
    }
}
