package vn.motcua.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import vn.motcua.access.Caller;
import vn.motcua.http.EntityTags;
import vn.motcua.http.Silence;
import vn.motcua.statistics.Answers.Key;
import vn.motcua.statistics.Answers.Written;
import vn.motcua.statistics.OnTimeCount.Place;

/** Counts what was asked and answers it to those who poll. */
@ApplicationScoped
class Figures {

    private static final String ON_TIME = "on-time";

    private final Caller caller;
    private final Answers answers;
    private final Questions questions;
    private final Recounting counters;
    private final OnTimeCount histories;
    private final ObjectMapper json;
    private final MeterRegistry metrics;

    Figures(
            Caller caller,
            Answers answers,
            Questions questions,
            Recounting counters,
            OnTimeCount histories,
            ObjectMapper json,
            MeterRegistry metrics) {
        this.caller = caller;
        this.answers = answers;
        this.questions = questions;
        this.counters = counters;
        this.histories = histories;
        this.json = json;
        this.metrics = metrics;
    }

    Response onTime(Asked asked, String ifNoneMatch) {
        return polled(onTime(caller.unit(), asked), ifNoneMatch);
    }

    /** Asked beside all requests, for somebody who listens. */
    @ActivateRequestContext
    Written onTimeBeside(String own, Asked asked) {
        return Silence.awaited(() -> onTime(own, asked));
    }

    /** @param own the unit the caller acts for */
    Written onTime(String own, Asked asked) {
        return answers.of(new Key(own, ON_TIME, asked), () -> {
            var question = questions.of(own, asked);
            var parts = question.parts();
            var answer = OnTimeAnswer.of(question, parts, count(question, parts));
            return written(answer.said(), answer);
        });
    }

    /** A report has one row for each key of its one grouping. */
    Response report(Form form, Asked asked, String ifNoneMatch) {
        var report = answers.of(new Key(caller.unit(), form.number(), asked), () -> {
            var question = questions.of(asked);
            var rows = FormReport.of(form, question, count(question, question.parts()));
            return written(rows.said(), rows);
        });
        return polled(report, ifNoneMatch);
    }

    Map<Place, Tally> count(Question question, List<SubPeriod> parts) {
        var counted = counters.count(question, parts);
        if (counted.isEmpty()) {
            metrics.counter("motcua.figures", "from", "histories").increment();
        }
        return counted.orElseGet(() -> histories.count(question, parts));
    }

    private static Response polled(Written answer, String ifNoneMatch) {
        return EntityTags.polled(ifNoneMatch, answer.tag(), answer.body());
    }

    private Written written(Object said, Object answer) {
        return new Written(bytes(answer), tag(said));
    }

    /** Entity tag of what an answer says, whenever it says so. */
    String tag(Object said) {
        return EntityTags.ofContent(bytes(said));
    }

    private byte[] bytes(Object answer) {
        try {
            return json.writeValueAsBytes(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
