package vn.motcua.dossier;

import java.util.Set;

/** Where a dossier stands: the national portal's ten codes. */
public enum Status {
    SUBMITTED(1),
    RECEIVED(2),
    REFUSED(3),
    PROCESSING(4),
    AWAITING_SUPPLEMENT(5),
    AWAITING_PAYMENT(6),
    WITHDRAWN(7),
    SUSPENDED(8),
    FINISHED(9),
    RETURNED(10);

    static final Set<Status> RUNNING = Set.of(RECEIVED, PROCESSING);
    static final Set<Status> STOPPED = Set.of(AWAITING_SUPPLEMENT, AWAITING_PAYMENT, SUSPENDED);

    private final int number;

    Status(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
