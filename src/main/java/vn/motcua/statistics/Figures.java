package vn.motcua.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import vn.motcua.http.EntityTags;

/** Counts what was asked and answers it to those who poll. */
@ApplicationScoped
class Figures {

    private final Questions questions;
    private final OnTimeCount dossiers;
    private final ObjectMapper json;

    Figures(Questions questions, OnTimeCount dossiers, ObjectMapper json) {
        this.questions = questions;
        this.dossiers = dossiers;
        this.json = json;
    }

    Response onTime(Asked asked, String ifNoneMatch) {
        var question = questions.of(asked);
        var parts = question.parts();
        var answer = OnTimeAnswer.of(question, parts, dossiers.count(question, parts));
        return EntityTags.polled(ifNoneMatch, written(answer.said()), answer);
    }

    /** A report has one row for each key of its one grouping. */
    Response report(String name, Asked asked, String ifNoneMatch) {
        var question = questions.of(asked);
        var report = FormReport.of(name, question, dossiers.count(question, question.parts()));
        return EntityTags.polled(ifNoneMatch, written(report.said()), report);
    }

    private byte[] written(Object said) {
        try {
            return json.writeValueAsBytes(said);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
