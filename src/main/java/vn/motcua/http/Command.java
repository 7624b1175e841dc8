package vn.motcua.http;

/** Something the provincial IT office runs on the service's database from the command line. */
public interface Command {

    /** What is typed after {@code quarkus-run.jar}. */
    String name();

    /** Does it; returns the exit status, non-zero on a difference or a failure. */
    int run();
}
