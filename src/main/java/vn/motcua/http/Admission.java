package vn.motcua.http;

import java.util.List;

/** Who may call an operation, as the OpenAPI document tells it. An enum further up has a constant for every operation. */
public interface Admission {

    /** The {@code operationId}. */
    String operation();

    /** Whether it needs no token. */
    boolean isOpen();

    /** Names of the roles that may call it, each the least of those that include it; none where every caller may. */
    List<String> roles();
}
