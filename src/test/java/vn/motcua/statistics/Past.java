package vn.motcua.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The standing of one dossier, as its steps move it. */
final class Past {

    private final Map<String, Object> standing = new LinkedHashMap<>(Map.of("promised", false));

    Map<String, Object> after(Step step) {
        miss(step.at());
        switch (step.name()) {
            case "submitted" -> become("SUBMITTED", "submitted_at", step.at());
            case "received" -> {
                become("RECEIVED", "received_at", step.at());
                promiseFirst(step.times().get("due"));
            }
            case "stopped" -> {
                become("AWAITING_SUPPLEMENT", "stopped_at", step.at());
                due(null);
            }
            case "resumed", "extended" -> become("PROCESSING", "stopped_at", null);
            case "finished" -> finish(step.at());
            case "returned" -> become("RETURNED", "returned_at", step.at());
            case "withdrawn" -> end("WITHDRAWN", step.at());
            case "refused" -> end("REFUSED", step.at());
            case "annulled" -> annul();
            default -> throw new IllegalArgumentException(step.name());
        }
        if (step.times().containsKey("due")) {
            due(step.times().get("due"));
        }
        standing.put("intake_due_at", step.times().get("intake"));
        return new LinkedHashMap<>(standing);
    }

    /** What was due before this happened, and not stopped, is missed for ever. */
    private void miss(Instant at) {
        if (standing.get("due_at") instanceof Instant due) {
            if (due.isBefore(at)) {
                standing.putIfAbsent("missed_moment", due);
            }
            if (date(due).isBefore(date(at))) {
                standing.putIfAbsent("missed_date", date(due));
            }
        }
    }

    private void become(String status, String column, Instant at) {
        standing.put("status", status);
        standing.put(column, at);
    }

    private void promiseFirst(Instant due) {
        standing.put("promised", due != null);
        standing.put("first_due_at", due);
        standing.put("first_due_date", due == null ? null : date(due));
    }

    private void due(Instant due) {
        standing.put("due_at", due);
        standing.put("due_date", due == null ? null : date(due));
    }

    private void finish(Instant at) {
        end("FINISHED", at);
        standing.put("finished_at", at);
        var due = (Instant) standing.getOrDefault("missed_moment", standing.get("due_at"));
        var date = (LocalDate) standing.getOrDefault("missed_date", standing.get("due_date"));
        standing.put("date_verdict", byDate(at, date));
        standing.put("moment_verdict", byMoment(at, due));
        standing.put("date_verdict_first", byDate(at, (LocalDate) standing.get("first_due_date")));
        standing.put("moment_verdict_first", byMoment(at, (Instant) standing.get("first_due_at")));
    }

    private void end(String status, Instant at) {
        become(status, "ended_at", at);
        standing.put("stopped_at", null);
    }

    /** A correction takes the finish back. */
    private void annul() {
        become("PROCESSING", "finished_at", null);
        Stream.of("ended_at", "date_verdict", "moment_verdict", "date_verdict_first", "moment_verdict_first")
                .forEach(column -> standing.put(column, null));
    }

    private static String byDate(Instant at, LocalDate due) {
        var order = due == null ? 0 : date(at).compareTo(due);
        return due == null ? "NO_DEADLINE" : order < 0 ? "EARLY" : order == 0 ? "ON_TIME" : "LATE";
    }

    private static String byMoment(Instant at, Instant due) {
        return due != null && at.isAfter(due) ? "LATE" : byDate(at, due == null ? null : date(due));
    }

    private static LocalDate date(Instant moment) {
        return LocalDate.ofInstant(moment, Archive.ZONE);
    }

    /** One happening as a line tells it. */
    record Step(String name, Instant at, Map<String, Instant> times) {

        static Step read(String text) {
            var words = List.of(text.strip().split(" "));
            var times = new LinkedHashMap<String, Instant>();
            for (var place = 2; place < words.size(); place += 2) {
                times.put(words.get(place), Archive.time(words.get(place + 1)));
            }
            return new Step(words.get(0), Archive.time(words.get(1)), times);
        }

        Instant knownAt() {
            return times.getOrDefault("known", at);
        }

        boolean isLateEntry() {
            return times.containsKey("known");
        }
    }
}
