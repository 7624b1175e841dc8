package vn.motcua.procedure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.deadline.TimeLimit;

/**
 * One time limit of a procedure. Without a channel it holds for every channel, without a case for every case.
 *
 * @param limit what the office promises
 * @param statutory what the law allows, where the office promises less
 */
@Schema(name = "CaseLimit")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseLimit(
        @Schema(nullable = true, description = "Absent: every channel") Channel channel,
        @JsonProperty("case")
                @Schema(nullable = true, description = "Absent: every case", examples = "Có yếu tố nước ngoài")
                @Size(min = 1, max = 300)
                String caseName,
        @NotNull @Schema(examples = "{\"value\": 5, \"unit\": \"WORKING_DAY\"}") TimeLimit limit,
        @Schema(
                        nullable = true,
                        description = "What the law allows, where the office promises less",
                        examples = "{\"value\": 7, \"unit\": \"WORKING_DAY\"}")
                TimeLimit statutory) {

    /** The law distinguishes cases, an office its channels: a limit for the case outranks one for the channel. */
    static final Comparator<CaseLimit> MOST_SPECIFIC = Comparator.<CaseLimit, Boolean>comparing(
                    limit -> limit.caseName != null)
            .thenComparing(limit -> limit.channel != null);

    boolean isOfferedBy(Channel asked) {
        return channel == null || channel == asked;
    }

    /** Whether it holds for the case; for no case in particular, only a limit for every case does. */
    boolean holdsFor(Optional<String> asked) {
        return caseName == null || asked.filter(caseName::equals).isPresent();
    }

    boolean sameScope(CaseLimit other) {
        return channel == other.channel && Objects.equals(caseName, other.caseName);
    }
}
