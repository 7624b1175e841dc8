package vn.motcua.statistics;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Under which units dossiers of a unit that has been succeeded are shown. */
@Schema(name = "UnitsShown")
enum UnitView {
    /** The unit and its place in the tree at receipt. */
    AS_WAS,
    /** That unit replaced by its successors in force. */
    AS_NOW
}
