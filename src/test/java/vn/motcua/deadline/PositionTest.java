package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Fractions are exact, whether they fit a long or not. */
class PositionTest {

    private static final long PRIME = 86_399_999_999_981L;
    private static final long OTHER_PRIME = 90_000_000_000_013L;

    @Test
    void sums_and_differences_agree_with_unlimited_fractions() {
        var random = new Random(20260302);
        for (int i = 0; i < 20_000; i++) {
            var one = any(random);
            var other = any(random);
            assertThat(one.plus(other))
                    .as("%s + %s", one, other)
                    .isEqualByComparingTo(one.wide().plus(other));
            assertThat(one.minus(other))
                    .as("%s - %s", one, other)
                    .isEqualByComparingTo(one.wide().minus(other));
            assertThat(one.compareTo(other)).isEqualTo(one.wide().compareTo(other));
            assertThat(one.plus(other).minus(other)).isEqualByComparingTo(one);
        }
    }

    @Test
    void the_share_of_a_unit_is_rounded_down() {
        var random = new Random(20260303);
        for (int i = 0; i < 20_000; i++) {
            var position = any(random);
            var unit = unit(random);
            var expected = position.wide()
                    .numerator()
                    .mod(position.wide().denominator())
                    .multiply(BigInteger.valueOf(unit))
                    .divide(position.wide().denominator());
            assertThat(position.shareOf(unit)).as("%s of %s", position, unit).isEqualTo(expected.longValueExact());
            assertThat(position.floor()).isEqualTo(position.wide().floor());
        }
    }

    @Test
    void what_outgrows_a_long_goes_on_exactly() {
        var third = Position.of(0, PRIME / 3, PRIME);
        var seventh = Position.of(0, OTHER_PRIME / 7, OTHER_PRIME);
        var sum = third.plus(seventh);
        assertThat(sum).isInstanceOf(Position.Wide.class);
        assertThat(sum.minus(seventh)).isEqualByComparingTo(third);
        assertThat(third.minus(seventh).plus(seventh)).isEqualByComparingTo(third);
    }

    private static Position any(Random random) {
        long unit = unit(random);
        return Position.of(random.nextLong(-50_000, 50_000), random.nextLong(unit), unit);
    }

    private static long unit(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> 4;
            case 1 -> 28_800_000_000_000L;
            case 2 -> 60_000_000_000L * random.nextInt(1, 1500);
            case 3 -> random.nextBoolean() ? PRIME : OTHER_PRIME;
            default -> 1;
        };
    }
}
