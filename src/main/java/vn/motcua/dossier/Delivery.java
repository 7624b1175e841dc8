package vn.motcua.dossier;

/** How the applicant gets the result. */
public enum Delivery {
    DESK,
    POST,
    ELECTRONIC
}
