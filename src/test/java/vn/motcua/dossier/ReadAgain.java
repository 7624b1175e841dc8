package vn.motcua.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.deadline.Named;
import vn.motcua.deadline.Stop;
import vn.motcua.deadline.StopKind;

/** A dossier as its history alone tells it, row after row; what a correction annulled is not told. */
final class ReadAgain {

    private static final ObjectMapper JSON = new ObjectMapper();

    final List<Stop> stops = new ArrayList<>();
    final List<Rules> rules = new ArrayList<>();
    /** The units that stand in the place of others, by place. */
    final Map<String, String> heirs = new HashMap<>();

    Status status;
    String currentUnit;
    String officer;
    String outcome;
    Instant receivedAt;
    Instant finishedAt;
    Instant endedAt;
    boolean voided;
    /** What it is counted under, as the last row says that tells it. */
    ObjectNode origin;

    private Status before;
    private Optional<Named> named = Optional.empty();
    private Optional<Named> extension = Optional.empty();

    /** What its clock ran on since a moment, without one since the receipt. */
    record Rules(Instant since, JsonNode origin) {}

    static ReadAgain of(List<HistoryRow> rows) {
        var told = new ReadAgain();
        for (var row : rows) {
            var facts = read(row.facts());
            told.count(facts);
            if (rows.stream().noneMatch(later -> annuls(later, row))) {
                told.live(facts);
            }
        }
        return told;
    }

    private static boolean annuls(HistoryRow later, HistoryRow row) {
        return later.annuls() != null && later.number() > row.number() && row.number() >= later.annuls();
    }

    List<Named> named() {
        return Stream.of(named, extension).flatMap(Optional::stream).toList();
    }

    /** A correction holds on, even of a dossier that was opened again afterwards. */
    private void count(JsonNode facts) {
        var data = facts.path("data");
        if (data.has("origin")) {
            origin = data.path("origin").deepCopy();
        } else if (facts.path("type").asText().equals("CALENDAR_CHANGED")) {
            origin = onNewCalendars(origin, data);
        } else if (facts.path("type").asText().equals("PASSED_ON")) {
            passOn(data);
        }
        if (facts.path("type").asText().equals("UNIT_CORRECTED")) {
            heirs.remove("COMPETENT");
        }
    }

    /** A unit that ended is gone, whatever is undone of what was done at it. */
    private void passOn(JsonNode data) {
        for (var place : data.path("places")) {
            heirs.put(place.asText(), data.path("to").asText());
            if (place.asText().equals("CURRENT")) {
                currentUnit = data.path("to").asText();
                officer = null;
            }
        }
    }

    private void live(JsonNode facts) {
        var data = facts.path("data");
        var at = Instant.parse(facts.path("at").asText());
        switch (facts.path("type").asText()) {
            case "SUBMITTED" -> begin(data, Status.SUBMITTED);
            case "RECEIVED" -> {
                begin(data, statusAfter(facts));
                receive(at);
            }
            case "ACCEPTED" -> {
                status = statusAfter(facts);
                receive(at);
            }
            case "SUPPLEMENT_REQUESTED" -> stop(at, StopKind.SUPPLEMENT, Status.AWAITING_SUPPLEMENT);
            case "PAYMENT_REQUESTED" -> stop(at, StopKind.PAYMENT, Status.AWAITING_PAYMENT);
            case "SUSPENDED" -> stop(at, StopKind.SUSPENSION, Status.SUSPENDED);
            case "SUPPLEMENT_RECEIVED", "PAID", "RESUMED" -> resume(at);
            case "HANDED_OVER" -> handOver(data);
            case "EXTENDED" -> extension = Optional.of(new Named(instant(data, "dueAt"), at));
            case "PROCEDURE_CORRECTED", "UNIT_CORRECTED", "CHANNEL_CORRECTED" -> runOn(at, origin);
            case "CALENDAR_CHANGED" -> changeCalendar(at, data);
            case "FINISHED" -> finish(at, data);
            case "RETURNED" -> status = Status.RETURNED;
            case "REFUSED" -> end(at, Status.REFUSED);
            case "WITHDRAWN" -> end(at, Status.WITHDRAWN);
            case "VOIDED" -> voided = true;
            case "REOPENED", "PASSED_ON", "PERSON_CORRECTED", "ANONYMISED" -> {
                // the first is read without the rows it annuls, the second whatever was annulled; people stand beside
            }
            default -> throw new AssertionError("No reading for " + facts);
        }
    }

    private static Status statusAfter(JsonNode facts) {
        return Status.valueOf(facts.path("standing").path("status").asText());
    }

    private void begin(JsonNode data, Status as) {
        status = as;
        currentUnit = data.path("origin").path("receivingUnit").asText();
        named = Optional.ofNullable(instant(data.path("origin"), "namedDueAt")).map(due -> new Named(due, Instant.MIN));
    }

    private void receive(Instant at) {
        receivedAt = at;
        named = named.map(date -> new Named(date.due(), at));
        rules.add(new Rules(null, origin));
    }

    private void stop(Instant at, StopKind kind, Status as) {
        before = status;
        status = as;
        if (receivedAt != null) {
            stops.add(Stop.open(at, kind));
        }
    }

    private void resume(Instant at) {
        status = before;
        if (receivedAt != null) {
            var open = stops.remove(stops.size() - 1);
            stops.add(Stop.closed(open.from(), at, open.kind()));
        }
    }

    private void handOver(JsonNode data) {
        status = Status.PROCESSING;
        currentUnit = data.path("unit").asText();
        officer = text(data, "receiver");
    }

    /** Only a clock that runs or stands still has other rules from then on, not one that has not begun or has ended. */
    private void runOn(Instant since, JsonNode said) {
        if (receivedAt != null && endedAt == null) {
            rules.add(new Rules(since, said));
        }
    }

    private void changeCalendar(Instant at, JsonNode data) {
        if (data.hasNonNull("intakeBefore") || data.hasNonNull("runningBefore")) {
            var last = rules.isEmpty() ? origin : rules.get(rules.size() - 1).origin();
            runOn(at, onNewCalendars(last, data));
        }
    }

    private static ObjectNode onNewCalendars(JsonNode origin, JsonNode data) {
        ObjectNode changed = origin.deepCopy();
        if (data.hasNonNull("intakeBefore")) {
            changed.set("intakeCalendarVersion", data.get("version"));
        }
        if (data.hasNonNull("runningBefore")) {
            changed.set("calendarVersion", data.get("version"));
        }
        return changed;
    }

    private void finish(Instant at, JsonNode data) {
        end(at, Status.FINISHED);
        finishedAt = at;
        outcome = text(data, "outcome");
    }

    private void end(Instant at, Status as) {
        status = as;
        endedAt = at;
    }

    private static String text(JsonNode data, String name) {
        return data.hasNonNull(name) ? data.get(name).asText() : null;
    }

    private static Instant instant(JsonNode data, String name) {
        return data.hasNonNull(name) ? Instant.parse(data.get(name).asText()) : null;
    }

    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
