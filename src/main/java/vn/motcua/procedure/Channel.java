package vn.motcua.procedure;

/** How a dossier comes in. */
public enum Channel {
    COUNTER,
    ONLINE,
    POSTAL
}
