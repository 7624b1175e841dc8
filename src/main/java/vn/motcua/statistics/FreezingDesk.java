package vn.motcua.statistics;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import vn.motcua.access.Caller;
import vn.motcua.http.EntityTags;
import vn.motcua.organization.Units;
import vn.motcua.problem.Problem;

/** Where a supervisor closes a period: its report is kept as it stands, and later compared with what is counted then. */
@ApplicationScoped
class FreezingDesk {

    private final Questions questions;
    private final Figures figures;
    private final FrozenReports reports;
    private final SettledMoment settled;
    private final Units units;
    private final Caller caller;
    private final ObjectMapper json;
    private final InstantSource time;

    FreezingDesk(
            Questions questions,
            Figures figures,
            FrozenReports reports,
            SettledMoment settled,
            Units units,
            Caller caller,
            ObjectMapper json,
            InstantSource time) {
        this.questions = questions;
        this.figures = figures;
        this.reports = reports;
        this.settled = settled;
        this.units = units;
        this.caller = caller;
        this.json = json;
        this.time = time;
    }

    /**
     * The report to keep, counted ahead of the transaction that keeps it, which stays short; where the same was frozen
     * before, that one, so that a repeated click costs nothing.
     */
    FrozenReport counted(FreezeBody body) {
        var question = asked(body, null);
        if (question.to().isAfter(time.instant())) {
            throw ReportProblem.PERIOD_NOT_OVER.because(question.local(question.to()));
        }
        var wanted = new ReportQuestion(body.report(), question);
        return reports.first(wanted).orElseGet(() -> {
            var now = settled.now();
            return new FrozenReport(wanted, figures(body.report(), asked(body, now)), now, caller.id());
        });
    }

    /** Parameters of a report are members here. */
    private Question asked(FreezeBody body, Instant asOf) {
        try {
            return questions.of(body.asked(asOf));
        } catch (Problem refused) {
            throw refused.at(refused.flaws().stream()
                    .map(flaw -> new Problem.Flaw("/" + flaw.pointer(), flaw.code(), flaw.vietnamese(), flaw.english()))
                    .toList());
        }
    }

    private ReportedFigures figures(Form form, Question asked) {
        return ReportedFigures.of(form, asked, figures.count(asked, asked.parts()));
    }

    @Transactional
    void keep(FrozenReport report) {
        if (reports.findByIdOptional(report.id()).isPresent()) {
            throw report.refusal();
        }
        reports.add(report);
    }

    /** With the same question asked now, and what differs. */
    Response show(UUID id, String ifNoneMatch) {
        var report = require(id);
        var asked = questions.of(report.asked().again());
        var now = figures(report.asked().form(), asked);
        var live = new FrozenReportView.Live(asked.local(asked.asOf()), now.rows(), now.total(), now.rates());
        var shown = FrozenReportView.of(report, live, Difference.between(report.figures(), now, json));
        return EntityTags.polled(ifNoneMatch, figures.tag(shown.said()), shown);
    }

    private FrozenReport require(UUID id) {
        return reports.findByIdOptional(id)
                .filter(report -> units.reaches(caller.unit(), report.asked().unit()))
                .orElseThrow(() -> ReportProblem.FROZEN_REPORT_UNKNOWN.because(id));
    }
}
