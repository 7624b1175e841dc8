package vn.motcua.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
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
            Map.entry("result", 7),
            Map.entry("return", 1),
            Map.entry("withdrawal", 1));

    private static final Map<String, Object> REASONS = Map.of("reason", "Chưa đủ", "legalBasis", "Điều 17");

    private final Random random;

    RandomSteps(Random random) {
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
        return drawn.isEmpty() ? Optional.empty() : Optional.of(one(drawn));
    }

    Map<String, Object> body(String step) {
        return switch (step) {
            case "refusal", "withdrawal" -> Map.of("reason", "Không tiếp tục");
            case "payment-request", "suspension" -> REASONS;
            case "supplement-request" -> with(REASONS, "whyNotAtOnce", "Mới phát hiện");
            case "hand-over" -> Map.of("unit", one(OwnProvince.UNITS));
            case "result" -> Map.of("outcome", random.nextBoolean() ? "GRANTED" : "DECLINED");
            default -> Map.of();
        };
    }

    Map<String, Object> receipt(Instant now) {
        var receipt = new HashMap<String, Object>();
        receipt.put("procedure", one(OwnProvince.PROCEDURES));
        receipt.put("channel", one(List.of("COUNTER", "ONLINE", "POSTAL")));
        receipt.put("receivingUnit", one(OwnProvince.UNITS));
        receipt.put("applicant", Map.of("kind", "CITIZEN", "name", "Người thử"));
        if (random.nextInt(5) < 2) {
            receipt.put("competentUnit", one(OwnProvince.UNITS));
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

    private void lateEntry(Map<String, Object> receipt, Instant now) {
        var ago = Duration.ofSeconds(random.nextLong(Duration.ofHours(72).toSeconds() + 1));
        receipt.put("receivedAt", now.minus(ago).toString());
        receipt.put("lateReason", "Mất mạng");
    }

    private void onTheSpot(Map<String, Object> receipt) {
        receipt.put("result", body("result"));
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
