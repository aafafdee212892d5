package dev.tranche.app;

import dev.tranche.cli.AccountsCommand;
import dev.tranche.cli.AddCommand;
import dev.tranche.cli.AuditCommand;
import dev.tranche.cli.BackfillCommand;
import dev.tranche.cli.BackupCommand;
import dev.tranche.cli.ColourMode;
import dev.tranche.cli.ContradictionsCommand;
import dev.tranche.cli.DecisionsCommand;
import dev.tranche.cli.DemoCommand;
import dev.tranche.cli.DiffCommand;
import dev.tranche.cli.EvalCommand;
import dev.tranche.cli.ExplainCommand;
import dev.tranche.cli.ExportCommand;
import dev.tranche.cli.Failures;
import dev.tranche.cli.HelpCommand;
import dev.tranche.cli.ImportCommand;
import dev.tranche.cli.LedgerCommand;
import dev.tranche.cli.McpCommand;
import dev.tranche.cli.ReadCommand;
import dev.tranche.cli.RebuildCommand;
import dev.tranche.cli.RecordCommand;
import dev.tranche.cli.ReleaseCommand;
import dev.tranche.cli.SearchCommand;
import dev.tranche.cli.ServeCommand;
import dev.tranche.cli.ShowCommand;
import dev.tranche.cli.StatementsCommand;
import dev.tranche.cli.SumsCommand;
import dev.tranche.cli.Terminal;
import dev.tranche.cli.TimelineCommand;
import dev.tranche.cli.TrancheCommand;
import dev.tranche.cli.VerifyCommand;
import dev.tranche.cli.VersionCommand;
import dev.tranche.cli.WatchCommand;
import dev.tranche.cli.WholeWords;
import dev.tranche.print.Ink;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The entry point of the command line: builds the commands and runs one. */
public final class Main {

    private Main() {}

    /** Runs one command and exits with its status: 0 done, 1 the outside failed, 2 wrong usage. */
    public static void main(String[] args) {
        Terminal terminal = Terminal.ofProcess(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err));
        System.exit(run(terminal, args));
    }

    /** Runs one command and returns its exit status. */
    public static int run(Terminal terminal, String... args) {
        TrancheCommand program = new TrancheCommand(terminal);
        CommandLine commands = new CommandLine(program)
                .addSubcommand(new ReadCommand())
                .addSubcommand(new AddCommand())
                .addSubcommand(new LedgerCommand())
                .addSubcommand(new SumsCommand())
                .addSubcommand(new AuditCommand())
                .addSubcommand(new ContradictionsCommand())
                .addSubcommand(new ExplainCommand())
                .addSubcommand(new ShowCommand())
                .addSubcommand(new DecisionsCommand())
                .addSubcommand(new SearchCommand())
                .addSubcommand(new ExportCommand())
                .addSubcommand(new ReleaseCommand())
                .addSubcommand(new DiffCommand())
                .addSubcommand(new VerifyCommand())
                .addSubcommand(new BackupCommand())
                .addSubcommand(new ImportCommand())
                .addSubcommand(new BackfillCommand())
                .addSubcommand(new RebuildCommand())
                .addSubcommand(new RecordCommand())
                .addSubcommand(new ServeCommand())
                .addSubcommand(new McpCommand())
                .addSubcommand(new AccountsCommand())
                .addSubcommand(new EvalCommand())
                .addSubcommand(new TimelineCommand())
                .addSubcommand(new StatementsCommand())
                .addSubcommand(new DemoCommand())
                .addSubcommand(new WatchCommand())
                .addSubcommand(new VersionCommand())
                .addSubcommand(new HelpCommand());
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
        } catch (StackOverflowError | OutOfMemoryError | AssertionError mistake) {
            return failures.handleError(mistake);
        }
    }

    private static PrintWriter printer(OutputStream stream) {
        return new PrintWriter(WholeWords.restoring(new OutputStreamWriter(stream, StandardCharsets.UTF_8)), true);
    }
}
