package vn.motcua.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The reports in the form II.06/VPCP/KSTT, by the letter behind their number. */
@Schema(
        name = "Form",
        type = SchemaType.STRING,
        enumeration = {"06a", "06b"},
        description = "06a by unit, 06b by field")
enum Form {
    @JsonProperty("06a")
    UNITS("06a", Grouping.UNIT),
    @JsonProperty("06b")
    FIELDS("06b", Grouping.FIELD);

    private final String number;
    private final Grouping rows;

    Form(String number, Grouping rows) {
        this.number = number;
        this.rows = rows;
    }

    static Optional<Form> numbered(String number) {
        return Arrays.stream(values())
                .filter(form -> form.number.equals(number))
                .findFirst();
    }

    String number() {
        return number;
    }

    /** What it has a row for. */
    Grouping rows() {
        return rows;
    }
}
