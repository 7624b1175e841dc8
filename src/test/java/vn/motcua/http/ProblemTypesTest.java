package vn.motcua.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.problem.ProblemType;

/** Every problem can be told in both languages, and none is mistaken for another. */
class ProblemTypesTest {

    static List<ProblemType> everyProblem() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("vn.motcua").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(ProblemType.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                        .map(ProblemType.class::cast)
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("everyProblem")
    void is_told_in_both_languages_with_the_same_details(ProblemType problem) {
        assertThat(problem.vietnamese()).isNotBlank();
        assertThat(problem.english()).isNotBlank().isNotEqualTo(problem.vietnamese());
        assertThat(details(problem.vietnamese())).isEqualTo(details(problem.english()));
    }

    @ParameterizedTest
    @MethodSource("everyProblem")
    void has_a_status_of_its_kind(ProblemType problem) {
        assertThat(ProblemMapper.status(problem.kind()).getStatusCode()).isBetween(400, 503);
    }

    @Test
    void no_two_share_a_code() {
        var seen = new HashSet<String>();

        assertThat(everyProblem()).isNotEmpty().allSatisfy(problem -> assertThat(seen.add(problem.code()))
                .as(problem.code())
                .isTrue());
    }

    private static int details(String text) {
        return text.split("%s", -1).length - 1;
    }
}
