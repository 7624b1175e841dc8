package vn.motcua.http;

import java.util.List;

/** Something the provincial IT office runs on the service's database from the command line. */
public interface Command {

    /** What is typed after {@code quarkus-run.jar}. */
    String name();

    /** Does it; returns the exit status, non-zero on a difference or a failure. */
    int run();

    /** Prints what a verifier found and how many they are; the exit status that tells. */
    static int tell(List<String> differences) {
        differences.forEach(System.out::println);
        System.out.printf("%d differences%n", differences.size());
        return differences.isEmpty() ? 0 : 1;
    }
}
