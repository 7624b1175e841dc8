package vn.motcua.statistics;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A text in both languages, for whoever prints figures. */
@Schema(name = "Bilingual")
record Bilingual(
        @Schema(examples = "Tỷ lệ giải quyết đúng hạn") String vi,
        @Schema(examples = "On-time rate of resolved dossiers") String en) {

    static final Bilingual OUR_OWN = new Bilingual("Một Cửa tự định nghĩa", "Defined by Một Cửa");
}
