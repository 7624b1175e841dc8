package vn.motcua.intake;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.dossier.Archive.How;

/**
 * What became of one row.
 *
 * @param row number in the file, from 1
 * @param identity code, or receiving unit and external code
 * @param code code of the dossier, where there is one
 * @param problem code of the problem, where it was refused
 */
@Schema(name = "ImportResult")
record ImportResult(
        int row,
        @Schema(nullable = true) String identity,
        How outcome,
        @Schema(nullable = true) String code,
        @Schema(nullable = true, examples = "finished-before-received") String problem) {

    static ImportResult of(Object[] row) {
        return new ImportResult(
                (Integer) row[0], (String) row[1], How.valueOf((String) row[2]), (String) row[3], (String) row[4]);
    }
}
