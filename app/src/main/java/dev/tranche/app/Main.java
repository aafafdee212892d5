package dev.tranche.app;

import dev.tranche.api.Ahead;
import dev.tranche.cli.ColourMode;
import dev.tranche.cli.Failures;
import dev.tranche.cli.Terminal;
import dev.tranche.cli.TrancheCommand;
import dev.tranche.cli.VersionCommand;
import dev.tranche.cli.WholeWords;
import dev.tranche.print.Ink;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The entry point of the command line: builds the commands and runs one. */
public final class Main {

    private Main() {}

    /** Runs one command and exits with its status: 0 done, 1 the outside failed, 2 wrong usage. */
    public static void main(String[] args) {
        if (List.of(args).contains("serve")) {
            Ahead.begin();
        }
        Terminal terminal = Terminal.ofProcess(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err));
        System.exit(run(terminal, args));
    }

    /** Runs one command and returns its exit status. */
    public static int run(Terminal terminal, String... args) {
        TrancheCommand program = new TrancheCommand(terminal);
        CommandLine commands = new CommandLine(program);
        Commands.addTo(commands, args);
        WholeWords.prepare(commands);
        Failures failures = new Failures(program);
        commands.getCommandSpec().versionProvider(new VersionCommand.Provider());
        commands.setOut(printer(terminal.out()));
        commands.setErr(printer(terminal.err()));
        commands.setParameterExceptionHandler(failures);
        commands.setExecutionExceptionHandler(failures);
        commands.setUsageHelpWidth(terminal.width());
        boolean colour = terminal.ink(ColourMode.AUTO) == Ink.COLOUR;
        commands.setColorScheme(Help.defaultColorScheme(colour ? Help.Ansi.ON : Help.Ansi.OFF));
        try {
            return commands.execute(args);
        } catch (StackOverflowError | OutOfMemoryError | AssertionError bug) {
            return failures.handleError(bug);
        }
    }

    /** Returns the program with all of its commands, for what describes them: completions and manual pages. */
    public static CommandLine described() {
        Terminal none = Terminal.ofProcess(
                InputStream.nullInputStream(), OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
        CommandLine commands = new CommandLine(new TrancheCommand(none));
        Commands.addTo(commands);
        return commands;
    }

    private static PrintWriter printer(OutputStream stream) {
        return new PrintWriter(WholeWords.restoring(new OutputStreamWriter(stream, StandardCharsets.UTF_8)), true);
    }
}
