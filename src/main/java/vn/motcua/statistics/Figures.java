package vn.motcua.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import vn.motcua.http.EntityTags;
import vn.motcua.statistics.OnTimeCount.Place;

/** Counts what was asked and answers it to those who poll. */
@ApplicationScoped
class Figures {

    private final Questions questions;
    private final Counters counters;
    private final OnTimeCount histories;
    private final ObjectMapper json;
    private final MeterRegistry metrics;

    Figures(Questions questions, Counters counters, OnTimeCount histories, ObjectMapper json, MeterRegistry metrics) {
        this.questions = questions;
        this.counters = counters;
        this.histories = histories;
        this.json = json;
        this.metrics = metrics;
    }

    Response onTime(Asked asked, String ifNoneMatch) {
        var question = questions.of(asked);
        var parts = question.parts();
        var answer = OnTimeAnswer.of(question, parts, count(question, parts));
        return EntityTags.polled(ifNoneMatch, written(answer.said()), answer);
    }

    /** A report has one row for each key of its one grouping. */
    Response report(String name, Asked asked, String ifNoneMatch) {
        var question = questions.of(asked);
        var report = FormReport.of(name, question, count(question, question.parts()));
        return EntityTags.polled(ifNoneMatch, written(report.said()), report);
    }

    Map<Place, Tally> count(Question question, List<SubPeriod> parts) {
        var counted = counters.count(question, parts);
        metrics.counter("motcua.figures", "from", counted.isPresent() ? "counters" : "histories")
                .increment();
        return counted.orElseGet(() -> histories.count(question, parts));
    }

    byte[] written(Object said) {
        try {
            return json.writeValueAsBytes(said);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
