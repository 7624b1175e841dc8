package vn.motcua.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One row of history.
 *
 * @param facts what the row says, exactly as stored; the hash covers these bytes
 * @param texts the free texts it refers to by digest, where they are still kept
 * @param previousHash hash of the row before, hexadecimal; empty for the first
 * @param hash SHA-256 of previousHash (as bytes) followed by facts (UTF-8), hexadecimal
 */
@Schema(name = "DossierEvent")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record EventView(
        int number,
        String type,
        @JsonRawValue @Schema(implementation = HistoryFacts.class) String facts,
        @Schema(nullable = true) Map<String, String> texts,
        @JsonInclude(JsonInclude.Include.ALWAYS) String previousHash,
        String hash) {}
