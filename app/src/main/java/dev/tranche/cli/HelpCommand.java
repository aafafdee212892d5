package dev.tranche.cli;

import dev.tranche.print.Nearest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tranche help}: explains the program or one command. */
@Command(name = "help", helpCommand = true, header = "Explain Tranche or one of its commands.")
public final class HelpCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "COMMAND", arity = "0..1", description = "The command to explain.")
    private @Nullable String name;

    /** Prints the explanation. */
    @Override
    public void run() {
        CommandLine program = spec.commandLine().getParent();
        if (name == null) {
            program.usage(program.getOut());
            return;
        }
        Map<String, CommandLine> commands = program.getSubcommands();
        CommandLine command = commands.get(name);
        if (command == null) {
            Optional<String> near = Nearest.of(name, commands.keySet());
            throw CommandException.usage("there is no command '" + name + "'."
                    + near.map(word -> " Did you mean '" + word + "'?").orElse(""));
        }
        command.usage(program.getOut());
    }
}
