package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.Province;
import vn.motcua.Service;
import vn.motcua.organization.UnitCode;
import vn.motcua.problem.Problem;

/** The units of receipts, looked up together. */
@QuarkusTest
@Service
class OfficesTest {

    @Inject
    Offices offices;

    @Test
    void each_is_found_with_the_way_down_to_it_and_the_hours_of_the_nearest_above() {
        var own = Province.at("H87");
        var calendar = OwnCalendar.of(own);
        var national = Province.at("H86");

        var known = known("H87", own.communeA(), national.communeB());

        assertThat(known.require(UnitCode.of("H87")).path()).containsExactly("H87");
        assertThat(known.require(UnitCode.of(own.communeA())).path()).containsExactly("H87", own.communeA());
        assertThat(known.require(UnitCode.of(own.communeA())).hours().code()).isEqualTo(calendar.code());
        assertThat(known.require(UnitCode.of(national.communeB())).hours().code())
                .isEqualTo("VN");
    }

    @Test
    void what_is_not_recorded_is_not_known() {
        var known = known("H87.77");

        assertThat(known.has(UnitCode.of("H87.77"))).isFalse();
        assertThatThrownBy(() -> known.require(UnitCode.of("H87.77")))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type().code()).isEqualTo("unit-unknown"));
    }

    private Offices.Known known(String... codes) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        offices.known(List.of(codes).stream().map(UnitCode::of).toList()));
    }
}
