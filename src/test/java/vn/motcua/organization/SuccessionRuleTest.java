package vn.motcua.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.organization.SuccessionForm.Part;

/** Each dossier goes to one successor and to one only, whatever it is like. */
class SuccessionRuleTest {

    private static final Succession SPLIT = succession(
            SuccessionKind.SPLIT,
            new Part(unit("V30.61"), null, null, List.of("00004", "00007"), null),
            new Part(unit("V30.62"), List.of("DD"), null, List.of("00010"), null),
            new Part(unit("V30.63"), null, List.of("1.000001"), null, null),
            new Part(unit("V30.64"), null, null, null, List.of(unit("V30.9"))),
            new Part(unit("V30.65"), null, null, null, null));

    @ParameterizedTest(name = "{0} {1} of {2} at {3} goes to {4} by rule {5}")
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    HT, 1.000002, 00004, V30.5, V30.61, 1
                    HT, 1.000002, 00007, V30.5, V30.61, 1
                    DD, 1.000001, 00004, V30.9, V30.61, 1
                    DD, 1.000002, 00010, V30.5, V30.62, 2
                    HT, 1.000002, 00010, V30.5, V30.65, 5
                    DD, 1.000001, 00099, V30.9, V30.63, 3
                    HT, 1.000002, -,     V30.9, V30.64, 4
                    HT, 1.000002, -,     V30.5, V30.65, 5
                    """)
    void the_first_rule_that_fits_takes_it_and_the_last_takes_the_rest(
            String field, String procedure, String area, String handIn, String successor, int rule) {
        var chosen = SPLIT.successorOf(field, procedure, area, handIn);

        assertThat(chosen).isEqualTo(new Succession.Successor(successor, rule));
    }

    @Test
    void without_a_split_there_is_no_rule_to_name() {
        var rename = succession(SuccessionKind.RENAME, new Part(unit("V30.61"), null, null, null, null));

        assertThat(rename.successorOf("HT", "1.000001", null, "V30.5"))
                .isEqualTo(new Succession.Successor("V30.61", null));
    }

    private static Succession succession(SuccessionKind kind, Part... parts) {
        var form = new SuccessionForm(kind, LocalDate.of(2025, 7, 1), "Luật 72/2025/QH15", List.of(parts));
        return new Succession(unit("V30.5"), form, "keeper", Instant.EPOCH, UUID.randomUUID());
    }

    private static UnitCode unit(String code) {
        return UnitCode.of(code);
    }
}
