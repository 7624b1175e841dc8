package vn.motcua.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A dossier as its clerk remembers it: every row of history the service has acknowledged, and at most one in doubt. */
final class Remembered {

    final String externalCode;
    final String unit;
    final String channel;
    private final List<String> rows = new ArrayList<>();
    private String code;
    private String etag;
    private String status;
    private List<String> allowedSteps = List.of();
    private boolean received;
    private String inDoubt;

    Remembered(String externalCode, String unit, String channel) {
        this.externalCode = externalCode;
        this.unit = unit;
        this.channel = channel;
    }

    synchronized void acknowledged(String row, Line.Heard answer) {
        rows.add(row);
        stands(answer.body(), answer.etag());
    }

    private void stands(JsonNode answer, String tag) {
        code = answer.path("code").asText();
        etag = tag;
        status = answer.path("status").asText();
        received = !answer.path("receivedAt").isNull();
        allowedSteps = new ArrayList<>();
        answer.path("allowedSteps").forEach(step -> allowedSteps.add(step.asText()));
    }

    /** The clerk gave up: nobody knows whether this has happened. */
    synchronized void inDoubt(String row) {
        inDoubt = row;
    }

    /** What was in doubt turned out to have happened, or not. */
    synchronized void settle(boolean happened, Line.Heard now) {
        if (happened) {
            rows.add(inDoubt);
            stands(now.body(), now.etag());
        }
        inDoubt = null;
    }

    synchronized String inDoubt() {
        return inDoubt;
    }

    synchronized boolean isInDoubt() {
        return inDoubt != null;
    }

    /** False for one whose receipt was in doubt and has not happened. */
    synchronized boolean exists() {
        return code != null;
    }

    synchronized List<String> rows() {
        return List.copyOf(rows);
    }

    synchronized List<Move> moves() {
        return Move.among(allowedSteps, status);
    }

    synchronized String code() {
        return code;
    }

    synchronized String etag() {
        return etag;
    }

    synchronized String status() {
        return status;
    }

    synchronized boolean wasReceived() {
        return received;
    }
}
