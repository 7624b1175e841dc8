package vn.motcua.dossier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.organization.UnitCode;

/**
 * The number on the receipt: unit, local day and ordinal. Given once and never changed; codes made elsewhere may carry
 * a longer date or ordinal.
 */
@Schema(
        type = SchemaType.STRING,
        description = "Code of a dossier, as on its receipt",
        pattern = DossierCode.WRITTEN,
        examples = "H42.18-260105-0001")
public record DossierCode(@JsonValue String value) {

    static final String WRITTEN = "[0-9A-Z.]{3,35}-(\\d{6}|\\d{8})-\\d{4,12}";

    private static final Pattern FORM = Pattern.compile(WRITTEN);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    public DossierCode {
        if (!isWellFormed(value)) {
            throw DossierProblem.CODE_MALFORMED.because();
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DossierCode of(String value) {
        return new DossierCode(value);
    }

    /** How every code given at a unit on a local day begins; at least four digits follow. */
    static String stem(UnitCode unit, LocalDate day) {
        return unit.value() + "-" + DAY.format(day) + "-";
    }

    /** What stands before the day and the number: the unit that gave it, where it was given here. */
    String giver() {
        return value.substring(0, value.indexOf('-'));
    }

    public static boolean isWellFormed(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
