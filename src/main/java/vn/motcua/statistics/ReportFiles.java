package vn.motcua.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import vn.motcua.http.EntityTags;
import vn.motcua.http.Language;

/** Reports as files, told apart by what they say as figures are. */
@ApplicationScoped
class ReportFiles {

    private final Questions questions;
    private final Figures figures;
    private final Names names;

    ReportFiles(Questions questions, Figures figures, Names names) {
        this.questions = questions;
        this.figures = figures;
        this.names = names;
    }

    Response report(Form form, Asked asked, ReportFormat format, Language language, String ifNoneMatch) {
        var question = questions.of(asked);
        var table = table(FormReport.of(form, question, figures.count(question, question.parts())), language);
        StreamingOutput file = out -> format.write(table, out);
        var tag = figures.tag(List.of(format, table.said()));
        return Response.fromResponse(EntityTags.polled(ifNoneMatch, tag, file))
                .type(format.type())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + table.fileName() + format.ending() + "\"")
                .build();
    }

    private ReportTable table(FormReport report, Language language) {
        var kind = Grouping.named(report.query().groupBy().get(0)).orElseThrow();
        var codes = report.rows().stream()
                .map(row -> row.key().get(kind.parameterName()))
                .toList();
        var unit = report.query().unit().value();
        var ofUnit = names.of(Grouping.UNIT, List.of(unit)).get(unit);
        return new ReportTable(report, ofUnit, names.of(kind, codes), language);
    }
}
