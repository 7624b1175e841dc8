package vn.motcua.intake;

import static vn.motcua.problem.ProblemKind.INVALID;

import vn.motcua.problem.ProblemKind;
import vn.motcua.problem.ProblemType;
import vn.motcua.problem.Wording;

/** Why a file or one of its rows cannot be read. */
enum ImportProblem implements ProblemType {
    FILE_NOT_TEXT(INVALID, "Tệp không phải văn bản UTF-8", "The file is not UTF-8 text"),
    FILE_EMPTY(INVALID, "Tệp không có dòng nào", "The file has no row"),
    CSV_MALFORMED(INVALID, "Tệp CSV sai định dạng ở dòng %s", "The CSV file is malformed at line %s"),
    ROW_MALFORMED(INVALID, "Không đọc được dòng này", "This row cannot be read"),
    ROW_NOT_KEPT(
            INVALID,
            "Cơ sở dữ liệu không nhận dòng này, xem nhật ký của dịch vụ",
            "The database refused this row; the service's log says why"),
    ROW_TOO_LONG(INVALID, "Dòng dài quá %s ký tự", "The row is longer than %s characters");

    private final Wording wording;

    ImportProblem(ProblemKind kind, String vietnamese, String english) {
        wording = new Wording(kind, vietnamese, english);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
