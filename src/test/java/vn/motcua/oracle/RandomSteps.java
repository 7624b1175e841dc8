package vn.motcua.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What people do at a desk, and what they say with it. */
final class RandomSteps {

    /** How often each is taken where it is allowed. */
    private static final Map<String, Integer> OFTEN = Map.ofEntries(
            Map.entry("acceptance", 8),
            Map.entry("refusal", 2),
            Map.entry("supplement-request", 3),
            Map.entry("supplement", 6),
            Map.entry("payment-request", 2),
            Map.entry("payment", 8),
            Map.entry("suspension", 2),
            Map.entry("resumption", 8),
            Map.entry("hand-over", 2),
            Map.entry("extension", 2),
            Map.entry("result", 7),
            Map.entry("return", 1),
            Map.entry("withdrawal", 1));

    private static final Map<String, Object> REASONS = Map.of("reason", "Chưa đủ", "legalBasis", "Điều 17");

    private final OwnProvince province;
    private final Random random;

    RandomSteps(OwnProvince province, Random random) {
        this.province = province;
        this.random = random;
    }

    /** One of the steps allowed now. */
    Optional<String> next(JsonNode seen) {
        var drawn = new ArrayList<String>();
        for (var step : seen.get("allowedSteps")) {
            for (int i = OFTEN.getOrDefault(step.asText(), 0); i > 0; i--) {
                drawn.add(step.asText());
            }
        }
        if (!seen.get("voided").asBoolean()) {
            drawn.add("correction");
        }
        if (drawn.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(one(drawn)).filter(step -> isWorthIt(step, seen));
    }

    /** Few are extended who could be, and fewer corrected: what has ended mostly stays so. */
    private boolean isWorthIt(String step, JsonNode seen) {
        return switch (step) {
            case "extension" -> seen.hasNonNull("dueAt");
            case "correction" -> random.nextInt(3) == 0;
            default -> true;
        };
    }

    Map<String, Object> body(String step, JsonNode seen, Instant now) {
        return switch (step) {
            case "extension" ->
                extension(OffsetDateTime.parse(seen.get("dueAt").asText()).toInstant(), now);
            case "correction" -> correction(seen);
            case "refusal", "withdrawal" -> Map.of("reason", "Không tiếp tục");
            case "payment-request", "suspension" -> REASONS;
            case "supplement-request" -> with(REASONS, "whyNotAtOnce", "Mới phát hiện");
            case "hand-over" -> Map.of("unit", one(province.units()));
            case "result" -> result();
            default -> Map.of();
        };
    }

    private Map<String, Object> result() {
        return Map.of("outcome", random.nextBoolean() ? "GRANTED" : "DECLINED", "digitised", random.nextBoolean());
    }

    private Map<String, Object> extension(Instant due, Instant now) {
        var later = (due.isBefore(now) ? now : due).plusSeconds(random.nextInt(1, 8 * 24 * 3600));
        return Map.of(
                "dueAt", later.toString(), "reason", "Chờ ý kiến", "apology", "Xin lỗi", "whyNotInTime", "Quên báo");
    }

    private Map<String, Object> correction(JsonNode seen) {
        var reason = Map.<String, Object>of("reason", "Nhập nhầm");
        if (seen.hasNonNull("endedAt") && random.nextInt(3) > 0) {
            return with(reason, "kind", "REOPEN");
        }
        return switch (random.nextInt(7)) {
            case 0 -> with(reason, "kind", "VOID");
            case 1, 2 -> with(with(reason, "kind", "PROCEDURE"), "procedure", one(province.procedures()));
            case 3, 4 -> with(with(reason, "kind", "UNIT"), "unit", one(province.units()));
            default -> with(with(reason, "kind", "CHANNEL"), "channel", one(List.of("COUNTER", "ONLINE", "POSTAL")));
        };
    }

    Map<String, Object> receipt(Instant now) {
        var receipt = new HashMap<String, Object>();
        receipt.put("procedure", one(province.procedures()));
        receipt.put("channel", one(List.of("COUNTER", "ONLINE", "POSTAL")));
        receipt.put("receivingUnit", one(province.units()));
        receipt.put("applicant", Map.of("kind", "CITIZEN", "name", "Người thử"));
        if (random.nextInt(5) < 2) {
            receipt.put("competentUnit", one(province.units()));
        }
        if (random.nextBoolean()) {
            receipt.put("papers", List.of(paper(), paper()));
        }
        switch (random.nextInt(12)) {
            case 0, 1 -> receipt.put("accepted", random.nextBoolean());
            case 2 -> lateEntry(receipt, now);
            case 3 -> onTheSpot(receipt);
            case 4 -> {
                lateEntry(receipt, now);
                onTheSpot(receipt);
            }
            default -> {}
        }
        return receipt;
    }

    private Map<String, Object> paper() {
        return Map.of("name", "Tờ khai", "original", true, "copies", 1, "digitised", random.nextBoolean());
    }

    private void lateEntry(Map<String, Object> receipt, Instant now) {
        var ago = Duration.ofSeconds(random.nextLong(Duration.ofHours(72).toSeconds() + 1));
        receipt.put("receivedAt", now.minus(ago).toString());
        receipt.put("lateReason", "Mất mạng");
    }

    private void onTheSpot(Map<String, Object> receipt) {
        receipt.put("result", result());
        if (random.nextBoolean()) {
            receipt.put("return", Map.of());
        }
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        var more = new HashMap<>(body);
        more.put(name, value);
        return more;
    }
}
