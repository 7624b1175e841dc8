package vn.motcua.oracle;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MICROS;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;

/** Moments at which something goes wrong, if it ever does: midnights, openings, due moments, one microsecond past. */
final class RandomMoments {

    private static final List<LocalTime> SHARP =
            List.of("00:00", "00:00", "00:00", "07:30", "11:30", "15:00", "17:30", "22:00", "23:59").stream()
                    .map(LocalTime::parse)
                    .toList();
    private static final int RECEIPT_DAYS = 165;

    private final Random random;

    RandomMoments(Random random) {
        this.random = random;
    }

    Instant receipt() {
        var moment = RandomOffice.BEGIN.plus(
                random.nextLong(DAYS.getDuration().toSeconds() * RECEIPT_DAYS) * 1_000_000, MICROS);
        return random.nextInt(4) == 0 ? sharp(moment) : moment;
    }

    /** A sharp time on the same date. */
    private Instant sharp(Instant moment) {
        var zone = zone();
        var time = SHARP.get(random.nextInt(SHARP.size()));
        var sharp = moment.atZone(zone).toLocalDate().atTime(time).atZone(zone).toInstant();
        return sharp.isBefore(RandomOffice.BEGIN) ? moment : sharp;
    }

    private ZoneId zone() {
        return random.nextInt(3) == 0 ? OwnProvince.AWAY : OwnProvince.HOME;
    }

    /** When the next step is taken; never in the past, and a refusal for want of papers after they were due. */
    Instant after(Instant now, JsonNode seen, String step) {
        var moment = wished(now, seen);
        var earliest = step.equals("refusal") && seen.hasNonNull("answerBy")
                ? time(seen, "answerBy").plus(1, MICROS)
                : now;
        return moment.isBefore(earliest) ? earliest : moment;
    }

    private Instant wished(Instant now, JsonNode seen) {
        return switch (random.nextInt(10)) {
            case 0 -> now;
            case 1, 2 -> near(seen, "dueAt", now);
            case 3 -> dayAfter(seen, "dueDate", now);
            case 4 -> dayAfter(seen, "firstDueDate", now);
            case 5 -> sharp(now.plus(Duration.ofDays(random.nextInt(1, 6))));
            case 6 -> near(seen, "intakeDueAt", now);
            case 7 -> now.plusSeconds(random.nextInt(8 * 3600));
            default -> now.plus(random.nextLong(Duration.ofDays(6).toSeconds() * 1_000_000), MICROS);
        };
    }

    /** A microsecond before, at, or a microsecond past a moment of the answer. */
    private Instant near(JsonNode seen, String name, Instant otherwise) {
        return seen.hasNonNull(name) ? time(seen, name).plus(random.nextInt(-1, 2), MICROS) : later(otherwise);
    }

    /** Around the midnight at which a date of the answer ends. */
    private Instant dayAfter(JsonNode seen, String name, Instant otherwise) {
        if (!seen.hasNonNull(name)) {
            return later(otherwise);
        }
        var date = LocalDate.parse(seen.get(name).asText());
        return date.plusDays(1).atStartOfDay(zone()).toInstant().plus(random.nextInt(-1, 2), MICROS);
    }

    private Instant later(Instant now) {
        return now.plusSeconds(random.nextInt(3 * 24 * 3600));
    }

    private static Instant time(JsonNode seen, String name) {
        return OffsetDateTime.parse(seen.get(name).asText()).toInstant();
    }
}
