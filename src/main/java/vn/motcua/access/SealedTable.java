package vn.motcua.access;

/** A table with sealed values that stay. */
public interface SealedTable {

    /** What is in it, in words an operator knows. */
    String holds();

    /**
     * Seals with the first key what an earlier one sealed, batch by batch beside desks at work; leaves out what somebody
     * holds just then. Returns how many rows.
     */
    long sealAgain();

    /** How many rows an earlier key sealed. */
    long sealedEarlier();
}
