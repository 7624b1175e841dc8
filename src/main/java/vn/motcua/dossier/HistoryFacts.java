package vn.motcua.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a row of history says, and what its hash covers.
 *
 * @param by id of whoever did it
 * @param unit unit that person acted for
 * @param data what happened, by kind
 * @param texts salted digests of the free texts, by name
 * @param standing where the dossier stood after it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"dossier", "number", "type", "at", "recordedAt", "by", "unit", "data", "texts", "standing"})
record HistoryFacts(
        String dossier,
        int number,
        String type,
        Instant at,
        Instant recordedAt,
        String by,
        String unit,
        @Schema(
                        nullable = true,
                        type = SchemaType.OBJECT,
                        additionalProperties = Schema.True.class,
                        description = "What happened; its members depend on the type of the row, and more may come")
                Object data,
        @Schema(nullable = true) Map<String, String> texts,
        Standing standing) {}
