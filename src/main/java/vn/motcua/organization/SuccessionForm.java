package vn.motcua.organization;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.http.Flaws;

/** Who takes the place of a unit, from which day on, and by what law. */
@Schema(name = "Succession")
record SuccessionForm(
        @NotNull SuccessionKind kind,
        @NotNull @Schema(description = "First day of the successors; the unit's last is the day before") LocalDate date,
        @NotBlank @Size(max = 2000) @Schema(examples = "Nghị quyết 202/2025/QH15") String legalBasis,
        @NotEmpty
                @Size(max = 1000)
                @Schema(
                        description =
                                """
                                MERGE and RENAME have one, without conditions. SPLIT has several: the first whose \
                                conditions fit takes a dossier, the last has none and takes the rest.""")
                List<@NotNull @Valid Part> successors) {

    private static final int MOST = 1000;

    /** Refuses what does not fit together, whatever units there are. */
    SuccessionForm requireFor(UnitCode ended) {
        var last = successors.size() - 1;
        if ((kind == SuccessionKind.SPLIT) != last > 0) {
            throw Flaws.at(
                    "/successors",
                    "number",
                    "Tách cần ít nhất hai đơn vị kế tục, sáp nhập và đổi tên chỉ một",
                    "A split needs two successors or more, a merger and a renaming have one");
        }
        for (var place = 0; place <= last; place++) {
            successors.get(place).requireFor(ended, "/successors/" + place, place == last);
        }
        return this;
    }

    static SuccessionForm of(Succession succession) {
        return new SuccessionForm(
                succession.kind(),
                succession.date(),
                succession.legalBasis(),
                succession.parts().stream().map(Part::of).toList());
    }

    /** One successor and what passes to it. */
    @Schema(
            name = "Successor",
            description = "A successor; a dossier passes to it that fits every condition given, by any of its values")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(
            @NotNull UnitCode unit,
            @Size(min = 1, max = MOST) @Schema(nullable = true, description = "Codes of fields")
                    List<@NotNull @Pattern(regexp = "[0-9A-Za-z.-]{1,64}") String> fields,
            @Size(min = 1, max = MOST) @Schema(nullable = true, description = "Codes of procedures")
                    List<@NotNull @Pattern(regexp = "[1-9]\\.\\d{6}(\\.000\\.00\\.00)?(\\.[A-Y]\\d{2})?") String>
                            procedures,
            @Size(min = 1, max = MOST) @Schema(nullable = true, description = "Area codes of the applicant's address")
                    List<@NotNull @Pattern(regexp = "\\d{2}|\\d{5}") String> areas,
            @Size(min = 1, max = MOST) @Schema(nullable = true, description = "Units where the papers came in")
                    List<@NotNull UnitCode> handInUnits) {

        private static Part of(SuccessionPart part) {
            return new Part(
                    UnitCode.of(part.successor()),
                    part.fields(),
                    part.procedures(),
                    part.areas(),
                    part.handInUnits() == null
                            ? null
                            : part.handInUnits().stream().map(UnitCode::of).toList());
        }

        private void requireFor(UnitCode ended, String pointer, boolean last) {
            if (unit.equals(ended)) {
                throw Flaws.at(
                        pointer + "/unit",
                        "itself",
                        "Đơn vị không thể kế tục chính nó",
                        "A unit cannot take its own place");
            }
            if (hasConditions() == last) {
                throw Flaws.at(
                        pointer,
                        "conditions",
                        "Mỗi đơn vị kế tục phải có điều kiện, riêng đơn vị cuối nhận phần còn lại nên không có",
                        "Each successor has conditions, but the last has none, for it takes the rest");
            }
        }

        private boolean hasConditions() {
            return Stream.of(fields, procedures, areas, handInUnits).anyMatch(condition -> condition != null);
        }
    }
}
