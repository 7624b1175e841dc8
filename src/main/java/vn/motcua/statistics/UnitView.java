package vn.motcua.statistics;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Under which units dossiers of a unit that has been succeeded are shown. */
@Schema(name = "UnitsShown")
enum UnitView {
    /** The unit and its place in the tree at receipt. */
    AS_WAS {
        @Override
        String key(UnitRole role) {
            return "d." + role.unitColumn();
        }

        @Override
        String scope(UnitRole role) {
            return "d." + role.pathColumn() + " @> array[cast(:unit as text)]";
        }
    },
    /** That unit replaced by its successors in force, and the tree as it is today. */
    AS_NOW {
        @Override
        String key(UnitRole role) {
            return "coalesce(d." + role.heirColumn() + ", d." + role.unitColumn() + ")";
        }

        @Override
        String scope(UnitRole role) {
            return key(role) + " = any (cast(:below as text[]))";
        }
    };

    /** SQL for the unit a dossier is counted for. */
    abstract String key(UnitRole role);

    /** SQL for whether this unit is the one asked for or lies below it. */
    abstract String scope(UnitRole role);
}
