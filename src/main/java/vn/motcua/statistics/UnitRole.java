package vn.motcua.statistics;

/** For which of its units a dossier is counted, from receipt to end. */
enum UnitRole {
    /** The unit that answers for it. */
    COMPETENT("competent"),
    /** The unit that received it. */
    RECEIVING("receiving");

    private final String column;

    UnitRole(String column) {
        this.column = column;
    }

    String unitColumn() {
        return column + "_unit";
    }

    /** The column with the unit that has taken the place of that one since. */
    String heirColumn() {
        return column + "_heir";
    }

    /** The column with the codes from the root of the tree down to that unit, as they were at receipt. */
    String pathColumn() {
        return column + "_path";
    }
}
