package dev.tranche.dist;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes the completion of commands and options for the Z shell. */
final class ZshCompletion {

    private ZshCompletion() {}

    /** Returns the script: one function a command, named after it. */
    static String of(CommandSpec program) {
        List<String> lines = new ArrayList<>();
        lines.add("#compdef " + program.name());
        Described.all(program).forEach(command -> add(command, lines));
        lines.add("");
        lines.add(function(program) + " \"$@\"");
        return String.join("\n", lines) + "\n";
    }

    private static void add(CommandSpec command, List<String> lines) {
        List<CommandSpec> below = Described.below(command);
        lines.add("");
        lines.add(function(command) + "() {");
        lines.add("    local curcontext=$curcontext state line");
        lines.add("    typeset -A opt_args");
        lines.add("    _arguments -C \\");
        for (OptionSpec option : Described.options(command)) {
            for (String name : option.names()) {
                lines.add("        " + quoted(name + "[" + escaped(Described.purpose(option)) + "]" + value(option))
                        + " \\");
            }
        }
        if (below.isEmpty()) {
            lines.add("        '*:file:_files'");
            lines.add("}");
            return;
        }
        lines.add("        '1:command:->command' \\");
        lines.add("        '*::argument:->argument'");
        lines.add("    case $state in");
        lines.add("        command)");
        lines.add("            local -a commands=(");
        for (CommandSpec each : below) {
            lines.add("                " + quoted(each.name() + ":" + Described.header(each)));
        }
        lines.add("            )");
        lines.add("            _describe command commands");
        lines.add("            ;;");
        lines.add("        argument)");
        lines.add("            case $words[1] in");
        for (CommandSpec each : below) {
            lines.add("                " + each.name() + ") " + function(each) + " ;;");
        }
        lines.add("            esac");
        lines.add("            ;;");
        lines.add("    esac");
        lines.add("}");
    }

    private static String value(OptionSpec option) {
        if (!Described.takesValue(option)) {
            return "";
        }
        return ":" + escaped(option.paramLabel()) + ":" + (Described.namesFile(option) ? "_files" : " ");
    }

    private static String function(CommandSpec command) {
        return "_" + Described.path(command).replaceAll("[^a-z]", "_");
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("]", "\\]")
                .replace(":", "\\:");
    }

    private static String quoted(String words) {
        return "'" + words.replace("'", "'\\''") + "'";
    }
}
