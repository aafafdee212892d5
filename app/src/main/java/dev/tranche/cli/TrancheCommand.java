package dev.tranche.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program itself: holds what all commands share and asks for a command when there is none. */
@Command(
        name = "tranche",
        header = "Reads news reports about assistance between governments and keeps the books.",
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = false)
public final class TrancheCommand implements Runnable {

    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print stack traces of internal errors.")
    private boolean debug;

    @Option(
            names = "--color",
            scope = ScopeType.INHERIT,
            paramLabel = "WHEN",
            converter = WordConverter.OfColour.class,
            description =
                    "Colour the text: auto, always or never. Default: auto, on a terminal unless NO_COLOR is set.")
    private ColourMode colour = ColourMode.AUTO;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // Read by picocli.
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    @SuppressWarnings("UnusedVariable") // Read by picocli.
    private boolean version;

    /** Builds the program over its streams. */
    public TrancheCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Refuses a call without a command. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What should Tranche do? Name a command.");
    }

    /** Returns the streams. */
    public Terminal terminal() {
        return terminal;
    }

    /** Returns when results are coloured. */
    ColourMode colour() {
        return colour;
    }

    /** Returns whether stacks are shown. */
    public boolean isDebug() {
        return debug;
    }
}
