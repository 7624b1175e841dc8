package vn.motcua.dossier;

/**
 * Who does something, as history names them.
 *
 * @param id subject of the token
 * @param unit unit acted for
 * @param importing whether it is recorded as known since it happened, as an import's history is
 */
public record Actor(String id, String unit, boolean importing) {

    static Actor atTheDesk(String id, String unit) {
        return new Actor(id, unit, false);
    }
}
