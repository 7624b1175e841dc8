package vn.motcua.oracle;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Answers a question about promises kept from exported histories alone: one dossier after the other, each judged anew,
 * as section 7 of the design says it. It shares nothing with the service but those words.
 */
final class Oracle {

    private final List<Story> stories;
    private final Places places;

    Oracle(List<Story> stories, Places places) {
        this.stories = stories;
        this.places = places;
    }

    /** The counts by group. Groups in which nothing is counted may be missing. */
    Map<Map<String, String>, Tally> answer(Question question, Instant asOf) {
        var groups = new LinkedHashMap<Map<String, String>, Tally>();
        for (var period : question.periods(places.zoneOf(question.get("unit")))) {
            for (var story : stories) {
                if (!story.isVoid(asOf) && isAskedFor(story, question, asOf)) {
                    var tally = groups.computeIfAbsent(key(story, question, period, asOf), key -> new Tally());
                    count(story, question, period, asOf, tally);
                }
            }
        }
        return groups;
    }

    private boolean isAskedFor(Story story, Question question, Instant asOf) {
        var field = places.fields().get(story.says("procedure", asOf));
        return places.isWithin(unit(story, question, asOf), question.get("unit"))
                && story.says("procedure", asOf).equals(question.get("procedure", story.says("procedure", asOf)))
                && story.says("channel", asOf).equals(question.get("channel", story.says("channel", asOf)))
                && field.equals(question.get("field", field));
    }

    /** Who received it is the same at all times; who answers for it, and for what, a correction tells anew. */
    private String unit(Story story, Question question, Instant asOf) {
        var receiving = question.get("unitRole", "COMPETENT").equals("RECEIVING");
        var unit = story.says(receiving ? "receivingUnit" : "competentUnit", asOf);
        return question.get("units", "AS_WAS").equals("AS_WAS")
                ? unit
                : places.heir(unit, story.says("procedure", receiving ? Instant.MAX : asOf));
    }

    private Map<String, String> key(Story story, Question question, Period period, Instant asOf) {
        var key = new HashMap<>(period.key());
        for (var by : question.groupBy()) {
            switch (by) {
                case "unit" -> key.put(by, unit(story, question, asOf));
                case "field" -> key.put(by, places.fields().get(story.says("procedure", asOf)));
                case "procedure", "channel" -> key.put(by, story.says(by, asOf));
                default -> {}
            }
        }
        return key;
    }

    /** What was known by {@code asOf} of what held before the period's end; judged at whichever came first. */
    private void count(Story story, Question question, Period period, Instant asOf, Tally tally) {
        var cut = period.to().isBefore(asOf) ? period.to() : asOf;
        story.last(asOf, period.to()).ifPresent(row -> {
            countIntake(story, row, period, cut, tally);
            if (row.has("receivedAt")) {
                countReceived(story, row, period, asOf, tally);
                countEnd(story, row, period, cut, promise(story, question, asOf), tally);
            }
        });
    }

    private void countIntake(Story story, Row row, Period period, Instant cut, Tally tally) {
        var submitted = row.time("submittedAt");
        if (submitted == null) {
            return;
        }
        var left = row.has("receivedAt") ? row.time("receivedAt") : row.time("endedAt");
        if (period.beginsAfter(left)) {
            return;
        }
        tally.add(period.contains(submitted) ? "intake.submitted" : "intake.waitingBefore", story);
        if (left != null) {
            tally.add(row.has("receivedAt") ? "intake.accepted" : "intake." + lower(row.status()), story);
            return;
        }
        tally.add("intake.waiting", story);
        if (row.has("intakeDueAt") && cut.isAfter(row.time("intakeDueAt"))) {
            tally.add("intake.waitingLate", story);
        }
    }

    private void countReceived(Story story, Row row, Period period, Instant asOf, Tally tally) {
        if (period.contains(row.time("receivedAt"))) {
            tally.add("received.total", story);
            tally.add("received." + lower(story.says("channel", asOf)), story);
            if (story.isLateEntry()) {
                tally.add("lateEntries", story);
            }
            tally.add("papers", story, story.number("papers"));
            tally.add("papers.digitised", story, story.number("papersDigitised"));
        } else if (!period.beginsAfter(row.time("endedAt"))) {
            tally.add("carriedOver", story);
        }
    }

    private void countEnd(Story story, Row row, Period period, Instant cut, Promise asked, Tally tally) {
        if (!row.has("endedAt")) {
            tally.add("pending.total", story);
            tally.add("pending." + pending(row, asked, cut), story);
        } else if (row.has("finishedAt")) {
            countFinished(story, row, asked, period, tally);
        } else if (period.contains(row.time("endedAt"))) {
            tally.add(lower(row.status()), story);
        }
    }

    private void countFinished(Story story, Row row, Promise asked, Period period, Tally tally) {
        if (!period.contains(row.time("finishedAt"))) {
            return;
        }
        var verdict = asked.verdict(row);
        tally.add("resolved.total", story);
        if (row.standing().path("digitised").asBoolean()) {
            tally.add("results.digitised", story);
        }
        tally.add("resolved." + verdict, story);
        tally.add("first." + new Promise(true, asked.byMoment(), asked.zone()).verdict(row), story);
        tally.add("moment." + new Promise(asked.first(), true, asked.zone()).verdict(row), story);
        if (period.contains(row.time("receivedAt"))
                && List.of("early", "onTime").contains(verdict)) {
            tally.add("cohort." + verdict, story);
        }
    }

    /** The first that fits. */
    private String pending(Row row, Promise promise, Instant cut) {
        if (!promise.isGiven(row)) {
            return "withoutDeadline";
        }
        if (promise.isOverdue(row, cut)) {
            return "overdue";
        }
        return row.has("stoppedAt") ? "stopped" : "withinDeadline";
    }

    private Promise promise(Story story, Question question, Instant asOf) {
        return new Promise(
                question.get("promise", "CURRENT").equals("FIRST"),
                question.get("basis", "DATE").equals("MOMENT"),
                places.zones().get(story.says("calendar", asOf)));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
