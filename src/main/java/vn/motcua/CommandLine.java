package vn.motcua;

import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import vn.motcua.http.Command;

/** Runs the command named by the first argument and exits with its status. */
class CommandLine implements QuarkusApplication {

    private static final int NO_SUCH_COMMAND = 64;

    @Inject
    @Any
    Instance<Command> commands;

    @Override
    public int run(String... arguments) {
        return commands.stream()
                .filter(command -> command.name().equals(arguments[0]))
                .findFirst()
                .map(Command::run)
                .orElseGet(() -> unknown(arguments[0]));
    }

    private int unknown(String name) {
        var known = commands.stream().map(Command::name).sorted().collect(Collectors.joining(", "));
        System.err.printf("There is no command %s. There are: %s%n", name, known);
        return NO_SUCH_COMMAND;
    }
}
