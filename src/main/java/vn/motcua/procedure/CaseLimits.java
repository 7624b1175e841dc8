package vn.motcua.procedure;

import static java.util.Comparator.naturalOrder;
import static vn.motcua.procedure.ProcedureProblem.CASE_REQUIRED;
import static vn.motcua.procedure.ProcedureProblem.CASE_UNKNOWN;
import static vn.motcua.procedure.ProcedureProblem.CHANNEL_NOT_OFFERED;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.motcua.deadline.TimeLimit;

/** The time limits of one procedure version: which of them a dossier gets by its channel and case. */
final class CaseLimits {

    private final List<CaseLimit> limits;

    CaseLimits(List<CaseLimit> limits) {
        this.limits = limits;
    }

    /** The most specific limit for this channel and case; nothing when the procedure has no time limit at all. */
    Optional<TimeLimit> limit(Channel channel, Optional<String> caseName) {
        caseName.ifPresent(this::requireCase);
        if (limits.isEmpty()) {
            return Optional.empty();
        }
        var offered =
                limits.stream().filter(limit -> limit.isOfferedBy(channel)).toList();
        if (offered.isEmpty()) {
            throw CHANNEL_NOT_OFFERED.because(channel);
        }
        return Optional.of(best(offered, caseName));
    }

    /** Unsaid, the case is the general one where there is one, or the only one there is. */
    private static TimeLimit best(List<CaseLimit> offered, Optional<String> caseName) {
        var cases = namesIn(offered);
        var meant =
                caseName.isEmpty() && cases.size() == 1 && !hasGeneral(offered) ? Optional.of(cases.get(0)) : caseName;
        return offered.stream()
                .filter(limit -> limit.holdsFor(meant))
                .max(CaseLimit.MOST_SPECIFIC)
                .map(CaseLimit::limit)
                .orElseThrow(() -> meant.isPresent()
                        ? CASE_UNKNOWN.because(meant.get(), String.join("; ", cases))
                        : CASE_REQUIRED.because(String.join("; ", cases)));
    }

    private static boolean hasGeneral(List<CaseLimit> offered) {
        return offered.stream().anyMatch(limit -> limit.caseName() == null);
    }

    private void requireCase(String name) {
        var cases = namesIn(limits);
        if (!cases.contains(name)) {
            throw CASE_UNKNOWN.because(name, String.join("; ", cases));
        }
    }

    private static List<String> namesIn(List<CaseLimit> limits) {
        return limits.stream()
                .map(CaseLimit::caseName)
                .filter(Objects::nonNull)
                .distinct()
                .sorted(naturalOrder())
                .toList();
    }
}
