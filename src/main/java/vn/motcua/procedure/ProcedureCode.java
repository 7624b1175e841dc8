package vn.motcua.procedure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.http.Flaws;

/** The number of a procedure in the national catalogue, with or without the code of the body that varies it. */
@Schema(
        type = SchemaType.STRING,
        description = "Code of a procedure in the national catalogue",
        pattern = ProcedureCode.WRITTEN,
        examples = "1.004194")
public record ProcedureCode(@JsonValue String value) {

    static final String WRITTEN = "[1-9]\\.\\d{6}(\\.000\\.00\\.00)?(\\.[A-Y]\\d{2})?";

    private static final Pattern FORM = Pattern.compile(WRITTEN);

    public ProcedureCode {
        if (!FORM.matcher(value).matches()) {
            throw Flaws.at(
                    "procedure code",
                    "format",
                    "Mã thủ tục hành chính sai định dạng",
                    "The procedure code has a wrong format");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ProcedureCode of(String value) {
        return new ProcedureCode(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
