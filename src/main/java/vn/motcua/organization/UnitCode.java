package vn.motcua.organization;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.http.Flaws;

/**
 * The identifier of a unit: left to right since Decision 20/2020, or the older form read right to left. Cannot exist
 * malformed.
 */
@Schema(
        type = SchemaType.STRING,
        description = "Code of a unit",
        pattern = UnitCode.NEW + "|" + UnitCode.OLD,
        examples = "H42.18",
        maxLength = 35)
public record UnitCode(@JsonValue String value) {

    static final String NEW = "[A-Y]\\d{2}(\\.[0-9A-Z]{1,5})*";
    static final String OLD = "\\d{3}\\.\\d{2}\\.\\d{2}\\.[A-Y]\\d{2}";

    private static final int LONGEST = 35;
    private static final Pattern NEW_FORM = Pattern.compile(NEW);
    private static final Pattern OLD_FORM = Pattern.compile(OLD);

    public UnitCode {
        if (!isWellFormed(value)) {
            throw Flaws.at("unit code", "format", "Mã đơn vị sai định dạng", "The unit code has a wrong format");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static UnitCode of(String value) {
        return new UnitCode(value);
    }

    public static boolean isWellFormed(String value) {
        return value.length() <= LONGEST
                && (NEW_FORM.matcher(value).matches() || OLD_FORM.matcher(value).matches());
    }

    @Override
    public String toString() {
        return value;
    }
}
