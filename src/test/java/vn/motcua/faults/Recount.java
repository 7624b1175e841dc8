package vn.motcua.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The statistic of one commune, counted from what its clerks remember. */
final class Recount {

    private static final Set<String> FINISHED = Set.of("FINISHED", "RETURNED");
    private static final Set<String> STOPPED = Set.of("AWAITING_SUPPLEMENT", "AWAITING_PAYMENT", "SUSPENDED");

    private final Map<String, Integer> counts = new LinkedHashMap<>();

    private Recount() {
        for (var name : List.of(
                "/carriedOver",
                "/received/total",
                "/received/counter",
                "/received/online",
                "/received/postal",
                "/resolved/total",
                "/withdrawn",
                "/refused",
                "/pending/total",
                "/pending/stopped",
                "/intake/submitted",
                "/intake/accepted",
                "/intake/refused",
                "/intake/withdrawn",
                "/intake/waiting")) {
            counts.put(name, 0);
        }
    }

    static Recount of(List<Remembered> dossiers) {
        var recount = new Recount();
        dossiers.stream().filter(Remembered::exists).forEach(recount::count);
        return recount;
    }

    private void count(Remembered dossier) {
        if (dossier.channel.equals("ONLINE")) {
            add("/intake/submitted");
            add(dossier.wasReceived() ? "/intake/accepted" : "/intake/" + place(dossier, "waiting"));
        }
        if (dossier.wasReceived()) {
            add("/received/total");
            add("/received/" + dossier.channel.toLowerCase(java.util.Locale.ROOT));
            add("/" + place(dossier, "pending/total"));
            if (STOPPED.contains(dossier.status())) {
                add("/pending/stopped");
            }
        }
    }

    private static String place(Remembered dossier, String otherwise) {
        return switch (dossier.status()) {
            case "WITHDRAWN" -> "withdrawn";
            case "REFUSED" -> "refused";
            default -> FINISHED.contains(dossier.status()) ? "resolved/total" : otherwise;
        };
    }

    private void add(String name) {
        counts.merge(name, 1, Integer::sum);
    }

    /** What the service counts otherwise. */
    List<String> differences(JsonNode said) {
        return counts.entrySet().stream()
                .filter(count -> said.at(count.getKey()).asInt(-1) != count.getValue())
                .map(count -> count.getKey() + " is " + said.at(count.getKey()) + ", counted " + count.getValue())
                .toList();
    }

    /** Both identities that every statistic promises. */
    static boolean addsUp(JsonNode said) {
        return sum(said, "/carriedOver", "/received/total")
                        == sum(said, "/resolved/total", "/withdrawn", "/refused", "/pending/total")
                && sum(said, "/intake/waitingBefore", "/intake/submitted")
                        == sum(said, "/intake/accepted", "/intake/refused", "/intake/withdrawn", "/intake/waiting");
    }

    private static int sum(JsonNode said, String... names) {
        return java.util.Arrays.stream(names)
                .mapToInt(name -> said.at(name).asInt())
                .sum();
    }
}
