package vn.motcua.access;

import java.time.Instant;
import java.util.Collection;

/**
 * One answer on record: who got it, for which unit, from which client.
 *
 * @param operation its id in the API document
 * @param dossier code of the dossier it was about, null where it was about none
 * @param found how many a list showed, null where there was no list
 * @param units whose auditors see the entry: those of the dossier, and the unit itself
 */
record Footprint(
        Instant at,
        String caller,
        Collection<String> roles,
        String unit,
        String client,
        String operation,
        String dossier,
        Integer found,
        Collection<String> units,
        String trace) {}
