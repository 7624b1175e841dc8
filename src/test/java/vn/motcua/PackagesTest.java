package vn.motcua;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.access.DemoCast;
import vn.motcua.access.Role;
import vn.motcua.dossier.Rehearsal;

/** Who may import whom (CONTRIBUTING.md): a package knows only rows below its own. */
class PackagesTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.motcua");
    /** The rows, lowest first; packages of one row do not know one another, but http may use problem and deadline. */
    private static final List<List<String>> ROWS = List.of(
            List.of("deadline", "problem"),
            List.of("http"),
            List.of("organization"),
            List.of("access"),
            List.of("calendar", "procedure"),
            List.of("dossier"),
            List.of("intake", "statistics", "tracking"),
            List.of("demo"));

    @Test
    void the_service_was_read() {
        assertThat(SERVICE.size()).isGreaterThan(150);
    }

    @Test
    void packages_form_no_cycle() {
        slices().matching("vn.motcua.(*)..").should().beFreeOfCycles().check(SERVICE);
    }

    @Test
    void no_package_imports_upwards_or_sideways() {
        for (int row = 0; row < ROWS.size(); row++) {
            for (var own : ROWS.get(row)) {
                var others = ROWS.subList(row, ROWS.size()).stream()
                        .flatMap(List::stream)
                        .filter(name -> !name.equals(own))
                        .map(name -> "vn.motcua." + name)
                        .toArray(String[]::new);
                noClasses()
                        .that()
                        .resideInAPackage("vn.motcua." + own)
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(others).or(theRoot()))
                        .check(SERVICE);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"deadline", "problem"})
    void the_lowest_row_knows_only_the_jdk(String name) {
        noClasses()
                .that()
                .resideInAPackage("vn.motcua." + name)
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "vn.motcua." + name)
                .check(SERVICE);
    }

    /** Everywhere else the server stamps the time, and callers show a token. */
    @Test
    void only_the_demo_province_supplies_times_and_callers() {
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.motcua.demo")
                .and()
                .doNotBelongToAnyOf(Rehearsal.class)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Rehearsal.class)
                .orShould()
                .callMethodWhere(describe(
                        "a desk at another time",
                        call -> !call.getOrigin().getName().equals("at")
                                && call.getTarget().getName().equals("at")
                                && call.getTarget().getRawParameterTypes().stream()
                                        .anyMatch(type -> type.isEquivalentTo(InstantSource.class))))
                .orShould()
                .callMethod(DemoCast.class, "as", Role.class, String.class, Supplier.class)
                .check(SERVICE);
    }

    @Test
    void every_package_has_its_row() {
        var known = ROWS.stream()
                .flatMap(List::stream)
                .map(name -> "vn.motcua." + name)
                .toList();
        assertThat(SERVICE.stream().map(JavaClass::getPackageName).filter(name -> !name.equals("vn.motcua")))
                .allMatch(known::contains);
    }

    private static DescribedPredicate<JavaClass> theRoot() {
        return DescribedPredicate.describe(
                "the root package", type -> type.getPackageName().equals("vn.motcua"));
    }
}
