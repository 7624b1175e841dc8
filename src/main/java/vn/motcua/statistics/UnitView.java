package vn.motcua.statistics;

/** Under which units dossiers of a unit that has been succeeded are shown. */
enum UnitView {
    /** The unit and its place in the tree at receipt. */
    AS_WAS,
    /** That unit replaced by its successors in force. */
    AS_NOW
}
