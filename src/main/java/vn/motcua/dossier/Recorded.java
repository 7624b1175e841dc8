package vn.motcua.dossier;

/** A dossier just recorded, and what happened. */
record Recorded(Dossier dossier, DossierEvent event) {}
