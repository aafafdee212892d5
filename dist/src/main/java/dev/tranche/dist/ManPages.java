package dev.tranche.dist;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Writes the manual page of a command in the man macros of roff. */
final class ManPages {

    private static final String SECTION = "1";

    private final String version;
    private final String day;

    /**
     * Builds the writer.
     *
     * @param version the version of the program, for the foot of each page
     * @param day the day of the release, such as {@code 2026-01-31}
     */
    ManPages(String version, String day) {
        this.version = version;
        this.day = day;
    }

    /** Returns the name of a command's file, such as {@code tranche-accounts-add.1}. */
    static String fileName(CommandSpec command) {
        return name(command) + "." + SECTION;
    }

    /** Returns the page of a command. */
    String page(CommandSpec command) {
        List<String> lines = new ArrayList<>();
        lines.add(".TH \"" + text(name(command).toUpperCase(java.util.Locale.ROOT)) + "\" \"" + SECTION + "\" \"" + day
                + "\" \"Tranche " + version + "\" \"Tranche\"");
        lines.add(".SH NAME");
        lines.add(text(name(command)) + " \\- " + text(Described.header(command)));
        lines.add(".SH SYNOPSIS");
        lines.add(".nf");
        Help help = command.commandLine().getHelp();
        help.synopsis(0).lines().map(String::stripTrailing).forEach(line -> lines.add(line(line)));
        lines.add(".fi");
        addDescription(command, lines);
        addParameters(command, lines);
        addOptions(command, lines);
        addCommands(command, lines);
        addEnvironment(command, lines);
        lines.add(".SH \"EXIT STATUS\"");
        lines.add("0 when done, 1 when something outside the program failed, 2 when the call was wrong.");
        addOthers(command, lines);
        return String.join("\n", lines) + "\n";
    }

    private static void addDescription(CommandSpec command, List<String> lines) {
        List<String> paragraphs = new ArrayList<>();
        for (String paragraph : command.usageMessage().description()) {
            for (String part : paragraph.replace("%n", "\n").split("\n", -1)) {
                if (!part.isBlank()) {
                    paragraphs.add(part);
                }
            }
        }
        lines.add(".SH DESCRIPTION");
        lines.add(line(paragraphs.isEmpty() ? Described.header(command) : Described.plain(paragraphs.getFirst())));
        paragraphs.stream().skip(1).forEach(paragraph -> {
            lines.add(".PP");
            lines.add(line(Described.plain(paragraph)));
        });
    }

    private static void addParameters(CommandSpec command, List<String> lines) {
        List<PositionalParamSpec> parameters = command.positionalParameters().stream()
                .filter(parameter -> !parameter.hidden())
                .toList();
        if (parameters.isEmpty()) {
            return;
        }
        lines.add(".SH ARGUMENTS");
        for (PositionalParamSpec parameter : parameters) {
            lines.add(".TP");
            lines.add("\\fI" + text(parameter.paramLabel()) + "\\fR");
            lines.add(line(Described.purpose(parameter)));
        }
    }

    private static void addOptions(CommandSpec command, List<String> lines) {
        List<OptionSpec> options = Described.options(command);
        if (options.isEmpty()) {
            return;
        }
        lines.add(".SH OPTIONS");
        for (OptionSpec option : options) {
            List<String> names = new ArrayList<>();
            for (String name : option.names()) {
                names.add("\\fB" + text(name) + "\\fR");
            }
            lines.add(".TP");
            lines.add(String.join(", ", names)
                    + (Described.takesValue(option) ? " \\fI" + text(option.paramLabel()) + "\\fR" : ""));
            lines.add(line(Described.purpose(option)));
        }
    }

    private static void addCommands(CommandSpec command, List<String> lines) {
        List<CommandSpec> below = Described.below(command);
        if (below.isEmpty()) {
            return;
        }
        lines.add(".SH COMMANDS");
        for (CommandSpec each : below) {
            lines.add(".TP");
            lines.add("\\fB" + text(each.name()) + "\\fR");
            lines.add(line(Described.header(each)));
        }
    }

    private static void addEnvironment(CommandSpec command, List<String> lines) {
        boolean program = command.parent() == null;
        boolean book = command.findOption("--book") != null;
        if (!program && !book) {
            return;
        }
        lines.add(".SH ENVIRONMENT");
        lines.add(".TP");
        lines.add("\\fBTRANCHE_BOOK\\fR");
        lines.add("The book where \\fB\\-\\-book\\fR is not given.");
        if (program) {
            lines.add(".TP");
            lines.add("\\fBTRANCHE_JAVA_OPTIONS\\fR");
            lines.add("Options for Java, such as \\fB\\-Xmx4g\\fR for large books.");
            lines.add(".TP");
            lines.add("\\fBNO_COLOR\\fR");
            lines.add("When set, nothing is coloured.");
        }
    }

    private static void addOthers(CommandSpec command, List<String> lines) {
        List<String> others = new ArrayList<>();
        if (command.parent() != null) {
            others.add(name(command.parent()));
        }
        Described.below(command).forEach(each -> others.add(name(each)));
        if (!others.isEmpty()) {
            lines.add(".SH \"SEE ALSO\"");
            lines.add(String.join(
                    ",\n",
                    others.stream()
                            .map(each -> ".BR " + text(each) + " (" + SECTION + ")")
                            .toList()));
        }
    }

    private static String name(CommandSpec command) {
        return Described.path(command).replace(' ', '-');
    }

    /** A line of text: a full stop or an apostrophe at its start would be a request to roff. */
    private static String line(String words) {
        String escaped = text(words);
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }

    private static String text(String words) {
        return words.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("…", "...")
                .replace("–", "\\(en")
                .replace("\"", "\\(dq");
    }
}
