package vn.motcua.dossier;

import static vn.motcua.dossier.DeadlineProblem.DEADLINE_OUT_OF_RANGE;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import vn.motcua.deadline.DeadlineOutOfRange;
import vn.motcua.http.ProblemMapper;

/** Wherever a clock is asked for a year no calendar covers, the request that led there is refused. */
class DeadlineProblemMapper {

    private final ProblemMapper problems;

    DeadlineProblemMapper(ProblemMapper problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper
    Response map(DeadlineOutOfRange outside, HttpHeaders headers) {
        return problems.map(DEADLINE_OUT_OF_RANGE.because(), headers);
    }
}
