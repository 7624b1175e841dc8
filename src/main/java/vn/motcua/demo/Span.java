package vn.motcua.demo;

import com.fasterxml.jackson.annotation.JsonCreator;

/** From the least to the most, both numbers in an array. */
record Span(double least, double most) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Span of(double[] ends) {
        return new Span(ends[0], ends[1]);
    }

    double draw(Chance chance) {
        return chance.between(least, most);
    }
}
