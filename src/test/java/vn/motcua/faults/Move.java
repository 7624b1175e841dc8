package vn.motcua.faults;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The steps the clerks take: what each says, and the row of history that it leaves. */
enum Move {
    ACCEPTANCE("ACCEPTED", Map.of()),
    REFUSAL("REFUSED", Map.of("reason", "Không thuộc thẩm quyền")),
    SUPPLEMENT_REQUEST("SUPPLEMENT_REQUESTED", stop("whyNotAtOnce", "Mới phát hiện khi thẩm tra")),
    SUPPLEMENT("SUPPLEMENT_RECEIVED", Map.of()),
    PAYMENT_REQUEST("PAYMENT_REQUESTED", stop()),
    PAYMENT("PAID", Map.of()),
    SUSPENSION("SUSPENDED", stop()),
    RESUMPTION("RESUMED", Map.of()),
    HAND_OVER("HANDED_OVER", Map.of("officer", "officer-7")),
    RESULT("FINISHED", Map.of("outcome", "GRANTED")),
    RETURN("RETURNED", Map.of()),
    WITHDRAWAL("WITHDRAWN", Map.of("reason", "Người dân đổi ý"));

    private static final Set<Move> ENDS = Set.of(REFUSAL, WITHDRAWAL);

    private final String row;
    private final Map<String, String> body;

    Move(String row, Map<String, String> body) {
        this.row = row;
        this.body = body;
    }

    private static Map<String, String> stop(String... further) {
        return further.length == 0
                ? Map.of("reason", "Chờ xác minh", "legalBasis", "Điều 15")
                : Map.of("reason", "Chờ xác minh", "legalBasis", "Điều 15", further[0], further[1]);
    }

    /** What the service allows and the clerks know how to do. A dossier that was received is refused only in time. */
    static List<Move> among(List<String> allowedSteps, String status) {
        return Arrays.stream(values())
                .filter(move -> allowedSteps.contains(move.path()))
                .filter(move -> move != REFUSAL || status.equals("SUBMITTED"))
                .toList();
    }

    String path() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    String row() {
        return row;
    }

    Map<String, String> body() {
        return body;
    }

    /** Whether it ends a dossier before its time, so that only few should take it. */
    boolean isUnusual() {
        return ENDS.contains(this);
    }
}
