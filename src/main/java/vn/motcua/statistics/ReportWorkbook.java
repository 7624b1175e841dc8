package vn.motcua.statistics;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A report as a workbook: laid out as the form, figures as numbers, the total as sums of what stands above. */
final class ReportWorkbook {

    private static final String APPLICATION = "MotCua";
    private static final String VERSION = "1.0";
    private static final double ORDINAL_WIDTH = 6;
    private static final double CODE_WIDTH = 16;
    private static final double NAME_WIDTH = 40;
    private static final double FIGURE_WIDTH = 13;
    private static final int NAME_COLUMN = 2;

    private final ReportTable table;
    private final List<String> titles;
    private final int firstFigure;
    private final int last;
    private final int blocks;

    ReportWorkbook(ReportTable table) {
        this.table = table;
        this.titles = table.titles();
        this.firstFigure = table.leading().size();
        this.last = firstFigure + table.columns().size() - 1;
        this.blocks = titles.size();
    }

    void write(OutputStream out) throws IOException {
        var workbook = new Workbook(out, APPLICATION, VERSION);
        var sheet = workbook.newWorksheet(table.report().report());
        titles(sheet);
        headings(sheet);
        rows(sheet);
        total(sheet);
        page(sheet);
        workbook.finish();
    }

    private void titles(Worksheet sheet) {
        for (var row = 0; row < titles.size(); row++) {
            sheet.value(row, 0, titles.get(row));
            sheet.range(row, 0, row, last).merge();
        }
        sheet.range(0, 0, 0, last).style().bold().set();
    }

    private void headings(Worksheet sheet) {
        for (var column = 0; column < firstFigure; column++) {
            sheet.value(blocks, column, table.leading().get(column));
            sheet.range(blocks, column, blocks + 1, column).merge();
        }
        var columns = table.columns();
        var begun = 0;
        for (var place = 0; place < columns.size(); place++) {
            sheet.value(
                    blocks + 1,
                    firstFigure + place,
                    table.said(columns.get(place).heading()));
            var isLast = place + 1 == columns.size();
            if (isLast
                    || !columns.get(place + 1).block().equals(columns.get(place).block())) {
                sheet.value(
                        blocks,
                        firstFigure + begun,
                        table.said(columns.get(place).block()));
                sheet.range(blocks, firstFigure + begun, blocks, firstFigure + place)
                        .merge();
                begun = place + 1;
            }
        }
        sheet.range(blocks, 0, blocks + 1, last)
                .style()
                .bold()
                .wrapText(true)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .borderStyle(BorderStyle.THIN)
                .set();
    }

    private int firstRow() {
        return blocks + 2;
    }

    private int totalRow() {
        return firstRow() + table.lines().size();
    }

    private void rows(Worksheet sheet) {
        for (var line : table.lines()) {
            var row = firstRow() + line.ordinal() - 1;
            sheet.value(row, 0, line.ordinal());
            sheet.value(row, 1, line.code());
            sheet.value(row, NAME_COLUMN, line.name());
            figures(sheet, row, line.figures());
        }
    }

    private void figures(Worksheet sheet, int row, FormRow figures) {
        for (var place = 0; place < table.columns().size(); place++) {
            sheet.value(row, firstFigure + place, table.columns().get(place).of(figures));
        }
    }

    private void total(Worksheet sheet) {
        var row = totalRow();
        sheet.value(row, 0, table.totalHeading());
        sheet.range(row, 0, row, NAME_COLUMN).merge();
        if (row == firstRow()) {
            figures(sheet, row, table.total());
        } else {
            for (var column = firstFigure; column <= last; column++) {
                sheet.formula(row, column, "SUM(" + sheet.range(firstRow(), column, row - 1, column) + ")");
            }
        }
        sheet.range(row, 0, row, last).style().bold().set();
        sheet.range(firstRow(), 0, row, last)
                .style()
                .borderStyle(BorderStyle.THIN)
                .set();
    }

    private void page(Worksheet sheet) {
        sheet.width(0, ORDINAL_WIDTH);
        sheet.width(1, CODE_WIDTH);
        sheet.width(NAME_COLUMN, NAME_WIDTH);
        for (var column = firstFigure; column <= last; column++) {
            sheet.width(column, FIGURE_WIDTH);
        }
        sheet.freezePane(firstFigure, firstRow());
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(blocks, blocks + 1);
    }
}
