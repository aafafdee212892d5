package dev.tranche.dist;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What manual pages and completions ask a command for. */
final class Described {

    private Described() {}

    /** Returns the commands directly below one, in the order of its help. */
    static List<CommandSpec> below(CommandSpec command) {
        return command.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .distinct()
                .toList();
    }

    /** Returns a command and all commands below it, each before those below it. */
    static Stream<CommandSpec> all(CommandSpec command) {
        return Stream.concat(Stream.of(command), below(command).stream().flatMap(Described::all));
    }

    /** Returns the options that help shows. */
    static List<OptionSpec> options(CommandSpec command) {
        return command.options().stream().filter(option -> !option.hidden()).toList();
    }

    /** Returns the one line that says what a command does. */
    static String header(CommandSpec command) {
        return plain(String.join(" ", command.usageMessage().header()));
    }

    /** Returns what an option or a parameter is for, as one line. */
    static String purpose(ArgSpec argument) {
        return plain(String.join(" ", argument.description()));
    }

    /** Returns the names of a command from the program down, such as {@code tranche accounts add}. */
    static String path(CommandSpec command) {
        return command.qualifiedName();
    }

    /** Returns whether an option is followed by a value. */
    static boolean takesValue(OptionSpec option) {
        return option.arity().max() > 0;
    }

    /** Returns whether the value is a file or a folder, or may be one. */
    static boolean namesFile(ArgSpec argument) {
        return List.of(argument.auxiliaryTypes()).contains(Path.class)
                || Stream.of("PATH", "BOOK", "FILE", "FOLDER", "GOLD").anyMatch(argument.paramLabel()::contains);
    }

    /** Returns text of help without markup and with single spaces. */
    static String plain(String text) {
        return Help.Ansi.OFF.string(text).replaceAll("\\s+", " ").strip();
    }
}
