package vn.motcua.deadline;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A place on a ruler, or a distance between two: an exact fraction, never floating point. Days of unlike length
 * have unlike denominators, so sums that outgrow a {@code long} continue in {@link Wide}.
 */
sealed interface Position extends Comparable<Position> permits Position.Narrow, Position.Wide {

    Position ZERO = new Narrow(0, 0, 1);
    int DECIMALS = 6;

    /** {@code whole} and {@code part / unit}, with {@code 0 <= part <= unit}. */
    static Position of(long whole, long part, long unit) {
        return part >= unit ? new Narrow(whole + 1, part - unit, unit) : new Narrow(whole, part, unit);
    }

    static Position whole(long whole) {
        return new Narrow(whole, 0, 1);
    }

    static Position quarters(long quarters) {
        return of(Math.floorDiv(quarters, 4L), Math.floorMod(quarters, 4L), 4);
    }

    Position plus(Position other);

    Position minus(Position other);

    /** The whole units before this place. */
    long floor();

    /** The share of the unit begun, measured in {@code unit} equal parts and rounded down. */
    long shareOf(long unit);

    Wide wide();

    boolean isZero();

    default boolean isBefore(Position other) {
        return compareTo(other) < 0;
    }

    default Position atLeast(Position other) {
        return isBefore(other) ? other : this;
    }

    default Position atMost(Position other) {
        return other.isBefore(this) ? other : this;
    }

    default BigDecimal decimal() {
        var wide = wide();
        return new BigDecimal(wide.numerator).divide(new BigDecimal(wide.denominator), DECIMALS, RoundingMode.HALF_UP);
    }

    /** The common case: everything fits a {@code long}. */
    record Narrow(long whole, long part, long unit) implements Position {

        @Override
        public Position plus(Position other) {
            if (other instanceof Narrow narrow && narrow.unit == unit) {
                return Position.of(whole + narrow.whole, part + narrow.part, unit);
            }
            return other instanceof Narrow narrow ? plusUnlike(narrow, 1) : wide().plus(other);
        }

        @Override
        public Position minus(Position other) {
            if (other instanceof Narrow narrow && narrow.unit == unit) {
                return difference(whole - narrow.whole, part - narrow.part, unit);
            }
            return other instanceof Narrow narrow ? plusUnlike(narrow, -1) : wide().minus(other);
        }

        private Position plusUnlike(Narrow other, int sign) {
            long common = gcd(unit, other.unit);
            long scale = other.unit / common;
            if (Math.multiplyHigh(unit, 2 * scale) != 0 || unit * 2 * scale < 0) {
                return sign > 0 ? wide().plus(other) : wide().minus(other);
            }
            long parts = part * scale + sign * other.part * (unit / common);
            long sum = whole + sign * other.whole;
            return parts < 0 ? difference(sum, parts, unit * scale) : Position.of(sum, parts, unit * scale);
        }

        private static Position difference(long whole, long part, long unit) {
            return part < 0 ? new Narrow(whole - 1, part + unit, unit) : new Narrow(whole, part, unit);
        }

        @Override
        public boolean isZero() {
            return whole == 0 && part == 0;
        }

        @Override
        public long floor() {
            return whole;
        }

        @Override
        public long shareOf(long other) {
            if (other == unit || part == 0) {
                return part;
            }
            long common = gcd(unit, other);
            long scale = other / common;
            return Math.multiplyHigh(part, scale) == 0 && part * scale >= 0
                    ? part * scale / (unit / common)
                    : wide().shareOf(other);
        }

        @Override
        public int compareTo(Position other) {
            if (other instanceof Narrow narrow && (whole != narrow.whole || unit == narrow.unit)) {
                return whole != narrow.whole ? Long.compare(whole, narrow.whole) : Long.compare(part, narrow.part);
            }
            return wide().compareTo(other);
        }

        @Override
        public Wide wide() {
            var denominator = BigInteger.valueOf(unit);
            return new Wide(BigInteger.valueOf(whole).multiply(denominator).add(BigInteger.valueOf(part)), denominator);
        }

        private static long gcd(long a, long b) {
            return b == 0 ? a : gcd(b, a % b);
        }
    }

    /** The same fraction without a limit of size. */
    record Wide(BigInteger numerator, BigInteger denominator) implements Position {

        @Override
        public Position plus(Position other) {
            var that = other.wide();
            return reduced(
                    numerator.multiply(that.denominator).add(that.numerator.multiply(denominator)),
                    denominator.multiply(that.denominator));
        }

        @Override
        public Position minus(Position other) {
            var that = other.wide();
            return plus(new Wide(that.numerator.negate(), that.denominator));
        }

        private static Wide reduced(BigInteger numerator, BigInteger denominator) {
            var common = numerator.gcd(denominator);
            return new Wide(numerator.divide(common), denominator.divide(common));
        }

        @Override
        public boolean isZero() {
            return numerator.signum() == 0;
        }

        @Override
        public long floor() {
            return numerator
                    .subtract(numerator.mod(denominator))
                    .divide(denominator)
                    .longValueExact();
        }

        @Override
        public long shareOf(long unit) {
            return numerator
                    .mod(denominator)
                    .multiply(BigInteger.valueOf(unit))
                    .divide(denominator)
                    .longValueExact();
        }

        @Override
        public int compareTo(Position other) {
            var that = other.wide();
            return numerator.multiply(that.denominator).compareTo(that.numerator.multiply(denominator));
        }

        @Override
        public Wide wide() {
            return this;
        }
    }
}
