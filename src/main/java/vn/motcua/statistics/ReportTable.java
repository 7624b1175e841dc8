package vn.motcua.statistics;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.motcua.deadline.Basis;
import vn.motcua.deadline.PromiseKind;
import vn.motcua.http.Language;

/**
 * A report as it is printed: what stands above it, and under each heading of the form the figures.
 *
 * @param ofUnit what the unit asked for is called; null where it is not on record
 * @param names of the units or fields of the rows, by code
 */
record ReportTable(FormReport report, String ofUnit, Map<String, String> names, Language language) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy");
    private static final DateTimeFormatter FILE_DAY = DateTimeFormatter.BASIC_ISO_DATE;

    /** One line above the table each. */
    List<String> titles() {
        return List.of(
                said(
                        "Biểu II.%s/VPCP/KSTT: Tình hình, kết quả giải quyết thủ tục hành chính theo %s",
                        "Form II.%s/VPCP/KSTT: Handling of administrative procedures, by %s",
                        report.report(),
                        kind().toLowerCase()),
                said("Đơn vị: %s", "Unit: %s", unit()),
                period(),
                counting());
    }

    private String unit() {
        var code = report.query().unit().value();
        return ofUnit == null ? code : ofUnit + " (" + code + ")";
    }

    private String period() {
        var from = report.query().from();
        var to = report.query().to();
        var asOf = MOMENT.format(report.asOf());
        return isMidnight(from) && isMidnight(to)
                ? said(
                        "Kỳ báo cáo: từ ngày %s đến hết ngày %s; số liệu đến %s",
                        "Period: from %s to %s, both included; as known at %s",
                        DAY.format(from),
                        DAY.format(to.minusDays(1)),
                        asOf)
                : said(
                        "Kỳ báo cáo: từ %s đến trước %s; số liệu đến %s",
                        "Period: from %s until before %s; as known at %s",
                        MOMENT.format(from),
                        MOMENT.format(to),
                        asOf);
    }

    private static boolean isMidnight(OffsetDateTime moment) {
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    private String counting() {
        var query = report.query();
        return said(
                "Cách tính: %s; %s; %s; %s",
                "Counted %s; %s; %s; %s",
                query.unitRole() == UnitRole.COMPETENT
                        ? said("theo đơn vị giải quyết", "for the competent unit")
                        : said("theo đơn vị tiếp nhận", "for the receiving unit"),
                query.units() == UnitView.AS_WAS
                        ? said("đơn vị như khi tiếp nhận", "units as at receipt")
                        : said("đơn vị như hiện nay", "units as of today"),
                query.basis() == Basis.DATE
                        ? said("so với ngày hẹn trả", "against the date due")
                        : said("so với giờ hẹn trả", "against the moment due"),
                query.promise() == PromiseKind.CURRENT
                        ? said("theo hẹn trả hiện hành", "of the promise in force")
                        : said("theo hẹn trả lần đầu", "of the first promise"));
    }

    /** The headings of the columns before the figures. */
    List<String> leading() {
        return List.of(said("STT", "No."), said("Mã", "Code"), kind());
    }

    private String kind() {
        return grouping() == Grouping.UNIT ? said("Đơn vị", "Unit") : said("Lĩnh vực", "Field");
    }

    private Grouping grouping() {
        return Grouping.named(report.query().groupBy().get(0)).orElseThrow();
    }

    List<FormColumn> columns() {
        return report.columns();
    }

    String said(Bilingual text) {
        return language.choose(text.vi(), text.en());
    }

    String totalHeading() {
        return said("Tổng số", "Total");
    }

    List<Line> lines() {
        var lines = new ArrayList<Line>();
        for (var row : report.rows()) {
            var code = row.key().get(grouping().parameterName());
            lines.add(new Line(lines.size() + 1, code, names.getOrDefault(code, ""), row));
        }
        return lines;
    }

    FormRow total() {
        return report.total();
    }

    /** What the table says, whenever it is asked. */
    List<Object> said() {
        return List.of(language.tag(), unit(), names, report.said());
    }

    /** What a browser saves it under, without the ending. */
    String fileName() {
        var query = report.query();
        return String.join(
                "-",
                "report",
                report.report(),
                query.unit().value(),
                FILE_DAY.format(query.from().toLocalDate()),
                FILE_DAY.format(query.to().toLocalDate()));
    }

    private String said(String vietnamese, String english, Object... values) {
        return language.choose(vietnamese, english).formatted(values);
    }

    /** One unit or field, numbered from 1. */
    record Line(int ordinal, String code, String name, FormRow figures) {}
}
