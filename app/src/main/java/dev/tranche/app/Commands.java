package dev.tranche.app;

import dev.tranche.cli.AccountsCommand;
import dev.tranche.cli.AddCommand;
import dev.tranche.cli.AuditCommand;
import dev.tranche.cli.BackfillCommand;
import dev.tranche.cli.BackupCommand;
import dev.tranche.cli.ContradictionsCommand;
import dev.tranche.cli.DecisionsCommand;
import dev.tranche.cli.DemoCommand;
import dev.tranche.cli.DiffCommand;
import dev.tranche.cli.EvalCommand;
import dev.tranche.cli.ExplainCommand;
import dev.tranche.cli.ExportCommand;
import dev.tranche.cli.HelpCommand;
import dev.tranche.cli.ImportCommand;
import dev.tranche.cli.LedgerCommand;
import dev.tranche.cli.McpCommand;
import dev.tranche.cli.ReadCommand;
import dev.tranche.cli.RebuildCommand;
import dev.tranche.cli.RecordCommand;
import dev.tranche.cli.ReleaseCommand;
import dev.tranche.cli.SearchCommand;
import dev.tranche.cli.SecondOpinionCommand;
import dev.tranche.cli.ServeCommand;
import dev.tranche.cli.ShowCommand;
import dev.tranche.cli.StatementsCommand;
import dev.tranche.cli.SumsCommand;
import dev.tranche.cli.TimelineCommand;
import dev.tranche.cli.VerifyCommand;
import dev.tranche.cli.VersionCommand;
import dev.tranche.cli.WatchCommand;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/** The commands of the program by name, in the order of its help. */
final class Commands {

    private static final Map<String, Supplier<Object>> ALL = all();

    private Commands() {}

    private static Map<String, Supplier<Object>> all() {
        Map<String, Supplier<Object>> all = new LinkedHashMap<>();
        all.put("read", ReadCommand::new);
        all.put("add", AddCommand::new);
        all.put("ledger", LedgerCommand::new);
        all.put("sums", SumsCommand::new);
        all.put("audit", AuditCommand::new);
        all.put("contradictions", ContradictionsCommand::new);
        all.put("explain", ExplainCommand::new);
        all.put("show", ShowCommand::new);
        all.put("decisions", DecisionsCommand::new);
        all.put("second-opinion", SecondOpinionCommand::new);
        all.put("search", SearchCommand::new);
        all.put("export", ExportCommand::new);
        all.put("release", ReleaseCommand::new);
        all.put("diff", DiffCommand::new);
        all.put("verify", VerifyCommand::new);
        all.put("backup", BackupCommand::new);
        all.put("import", ImportCommand::new);
        all.put("backfill", BackfillCommand::new);
        all.put("rebuild", RebuildCommand::new);
        all.put("record", RecordCommand::new);
        all.put("serve", ServeCommand::new);
        all.put("mcp", McpCommand::new);
        all.put("accounts", AccountsCommand::new);
        all.put("eval", EvalCommand::new);
        all.put("timeline", TimelineCommand::new);
        all.put("statements", StatementsCommand::new);
        all.put("demo", DemoCommand::new);
        all.put("watch", WatchCommand::new);
        all.put("version", VersionCommand::new);
        all.put("help", HelpCommand::new);
        return Collections.unmodifiableMap(all);
    }

    /** Returns what makes each command, by its name. */
    static Map<String, Supplier<Object>> byName() {
        return ALL;
    }

    /**
     * Adds the command that the first argument names, else all of them.
     *
     * <p>Setting up all commands takes longer than most of them run.
     */
    static void addTo(CommandLine program, String... arguments) {
        Supplier<Object> one = arguments.length == 0 ? null : ALL.get(arguments[0]);
        // Help lists all commands.
        if (one != null && !arguments[0].equals("help")) {
            program.addSubcommand(one.get());
        } else {
            ALL.values().forEach(command -> program.addSubcommand(command.get()));
        }
    }
}
