package vn.motcua.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.RealData;
import vn.motcua.problem.Problem;

class UnitCodeTest {

    /** Called irregular by those who found it, for its root K; the form itself is kept. */
    private static final String WELL_FORMED_AFTER_ALL = "000.00.01.K05";

    @TestFactory
    java.util.stream.Stream<DynamicTest> a_code_seen_in_the_wild_is_known_by_its_form() {
        return RealData.rows("codes/agency_codes_samples.csv").stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.get("code"),
                        () -> assertThat(UnitCode.isWellFormed(row.get("code"))).isEqualTo(!isMalformed(row))));
    }

    @Test
    void six_of_seven_suspect_codes_are_malformed() {
        var rows = RealData.rows("codes/agency_codes_samples.csv");
        var refused = rows.stream()
                .map(row -> row.get("code"))
                .filter(code -> !UnitCode.isWellFormed(code))
                .count();

        assertThat(rows).hasSize(64);
        assertThat(refused).isEqualTo(6);
    }

    private static boolean isMalformed(CSVRecord row) {
        return row.get("style").startsWith("MALFORMED") && !row.get("code").equals(WELL_FORMED_AFTER_ALL);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            textBlock =
                    """
            H42, true
            H42.18.7A, true
            Y00.ABCDE, true
            H42.12345.12345.12345.12345.12345.1, true
            H42.12345.12345.12345.12345.12345.12, false
            Z42, false
            H4, false
            h42, false
            H42., false
            H42.ABCDEF, false
            H42.a, false
            H42-18, false
            000.00.00.H49, true
            000.00.00.H49.1, false
            '', false
            """)
    void a_code_has_one_of_two_forms_and_at_most_35_characters(String code, boolean wellFormed) {
        assertThat(UnitCode.isWellFormed(code)).isEqualTo(wellFormed);
    }

    @Test
    void a_malformed_code_cannot_exist() {
        assertThatThrownBy(() -> UnitCode.of("H4")).isInstanceOf(Problem.class);
    }
}
