package vn.motcua.dossier;

/** Who recorded a dossier; said for ever. */
public enum Source {
    DESK,
    IMPORT
}
