package vn.motcua;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service, or runs one command on its database: {@code java -jar quarkus-run.jar <command>}. */
@QuarkusMain
public class Motcua {

    public static void main(String... arguments) {
        var command = arguments.length > 0;
        try {
            Startup.ofThisProcess(command).prepare().forEach(System::setProperty);
        } catch (Refusal refusal) {
            System.err.println(refusal.getMessage()); // the log is not there yet
            System.exit(1);
        }
        if (command) {
            System.setProperty("quarkus.http.host-enabled", "false");
            System.setProperty("quarkus.scheduler.enabled", "false"); // a command does no work of the service's
            System.setProperty("motcua.demo.data", "false");
            Quarkus.run(CommandLine.class, arguments);
        } else {
            Quarkus.run(arguments);
        }
    }

    /** Why the service does not start. */
    static final class Refusal extends RuntimeException {

        Refusal(String reason) {
            super(reason);
        }
    }
}
