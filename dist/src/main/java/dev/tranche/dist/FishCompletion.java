package dev.tranche.dist;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes the completion of commands and options for the fish shell. */
final class FishCompletion {

    private FishCompletion() {}

    /** Returns the script. */
    static String of(CommandSpec program) {
        List<String> lines = new ArrayList<>();
        lines.add("# Completion of " + program.name() + " for fish.");
        lines.add("function __" + program.name() + "_at");
        lines.add("    set -l words (commandline -opc | string match -v -- '-*')");
        lines.add("    string match -q -- \"" + program.name() + " $argv *\" \"$words \"");
        lines.add("end");
        lines.add("function __" + program.name() + "_bare");
        lines.add("    set -l words (commandline -opc | string match -v -- '-*')");
        lines.add("    test \"$words\" = (string join ' ' " + program.name() + " $argv)");
        lines.add("end");
        add(program, "", lines);
        return String.join("\n", lines) + "\n";
    }

    private static void add(CommandSpec command, String path, List<String> lines) {
        String program = command.root().name();
        String start = "complete -c " + program + " -n '__" + program;
        List<CommandSpec> below = Described.below(command);
        for (CommandSpec each : below) {
            lines.add(start + "_bare" + path + "' -f -a " + each.name() + " -d " + quoted(Described.header(each)));
        }
        // Options of the program itself are inherited where they apply.
        String condition = path.isEmpty() ? "_bare" : "_at" + path;
        for (OptionSpec option : Described.options(command)) {
            StringBuilder line = new StringBuilder(start + condition + "'");
            for (String name : option.names()) {
                line.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
            }
            if (Described.takesValue(option)) {
                line.append(Described.namesFile(option) ? " -r -F" : " -x");
            }
            lines.add(line + " -d " + quoted(Described.purpose(option)));
        }
        below.forEach(each -> add(each, path + " " + each.name(), lines));
    }

    private static String quoted(String words) {
        return "'" + words.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
