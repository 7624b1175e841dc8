package vn.motcua.access;

/** How a caller stands to what an operation is about. */
public enum Relation {
    RECEIVES("The dossier's receiving unit or the unit where it was handed in lies in the caller's subtree, "
            + "or the unit that has taken its place."),
    HOLDS("The unit that holds the dossier now lies in the caller's subtree."),
    ANSWERS("The unit that answers for the dossier or the one that received it lies in the caller's subtree."),
    SEES("One of the dossier's four units, or one it was ever handed to, lies in the caller's subtree. "
            + "For others there is no such dossier (404), and no list, stream or file has it."),
    WITHIN("The unit asked for, received at or changed is the caller's own or lies below it; for a file, row by row."),
    ROOT("The caller's unit has no unit above it, or is not recorded yet: procedures, fields and calendars belong to "
            + "no unit."),
    OWN("The job was ordered for the caller's own unit. For others there is no such job (404)."),
    OWN_AT_ROOT("The job was ordered for the caller's own unit, and nothing is above that unit."),
    ANY("It belongs to no unit, or is there to be read by all: whoever shows a valid token."),
    PUBLIC("No token is asked for.");

    private final String said;

    Relation(String said) {
        this.said = said;
    }

    public String said() {
        return said;
    }
}
