package dev.tranche.cli;

import dev.tranche.lexicon.LexiconException;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.official.ListDefaults;
import dev.tranche.official.ListException;
import dev.tranche.official.ListReader;
import dev.tranche.official.OfficialFolder;
import dev.tranche.official.OfficialList;
import dev.tranche.print.Columns;
import dev.tranche.print.Phrases;
import dev.tranche.record.OfficialRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code tranche record}: official lists kept beside a book. */
@Command(
        name = "record",
        header = "Keep official lists beside the book, for the audit and the server.",
        synopsisSubcommandLabel = "ACTION",
        description = {
            "",
            "A list is a table (CSV or XLSX) with donor, recipient, amount, currency and day, an IATI activity file,"
                    + " or an export of USAspending as it is downloaded. Its rows become rows of the official record,"
                    + " each with its own source. A list is added whole or not at all: what cannot be read is reported"
                    + " with its line and column. A running server shows a list after a restart.",
            ""
        },
        commandListHeading = "%nActions:%n",
        subcommands = {RecordCommand.Add.class, RecordCommand.All.class, RecordCommand.Remove.class})
public final class RecordCommand implements Runnable {

    /** As large as the largest upload. */
    private static final long MOST_BYTES = 64L << 20;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--book",
            scope = ScopeType.INHERIT,
            paramLabel = "BOOK",
            defaultValue = "${env:TRANCHE_BOOK}",
            description = BookOptions.BOOK)
    private @Nullable String book;

    /** Refuses a call without an action. */
    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "What should be done with official lists? The actions are "
                        + String.join(", ", spec.subcommands().keySet()) + ".");
    }

    private OfficialFolder lists() {
        return OfficialFolder.of(BookOptions.address(book));
    }

    private void say(String sentence) {
        program.terminal().err().println("tranche: " + sentence);
    }

    /** {@code tranche record add}. */
    @Command(
            name = "add",
            header = "Add official lists.",
            description = {
                "",
                "Columns are found by their usual names. What holds for all rows of a list, and is not in a column,"
                        + " is given with options.",
                "",
                "Example: tranche record add drawdowns.csv --donor US --recipient UA --authority PDA",
                ""
            })
    static final class Add implements Runnable {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private RecordCommand record;

        @Mixin
        private ReadingOptions reading = new ReadingOptions();

        @Option(names = "--name", paramLabel = "NAME", description = "The name of the list. Default: that of the file.")
        private @Nullable String name;

        @Option(
                names = "--donor",
                paramLabel = "WHO",
                description = "The donor of rows that do not name one: code or name.")
        private @Nullable String donor;

        @Option(
                names = "--recipient",
                paramLabel = "WHO",
                description = "The recipient of rows that do not name one: code or name; several are separated by"
                        + " semicolons.")
        private @Nullable String recipient;

        @Option(names = "--currency", paramLabel = "CODE", description = "The currency of rows that do not name one.")
        private @Nullable String currency;

        @Option(names = "--authority", paramLabel = "CODE", description = "The authority of rows that do not name one.")
        private @Nullable String authority;

        @Option(
                names = "--stage",
                paramLabel = "STAGE",
                description = "The stage of rows that do not name one. Default: announced.")
        private @Nullable String stage;

        @Option(
                names = "--source",
                paramLabel = "TEXT",
                description = "Where the list comes from, for rows that do not say so: an address or words."
                        + " Default: the name of the file.")
        private @Nullable String source;

        @Option(
                names = "--cells",
                split = ",",
                paramLabel = "CELL=COLUMN",
                description = "Which column holds a cell, such as amount=Total,date=Signed. The cells are date, amount,"
                        + " currency, donor, recipients, authority, counter, stage, note, source.")
        private Map<String, String> columns = new HashMap<>();

        @Parameters(paramLabel = "FILE", arity = "1..*", description = "The lists.")
        private List<Path> files = new ArrayList<>();

        /** Adds all lists. */
        @Override
        public void run() {
            if (name != null && (files.size() > 1 || !OfficialFolder.isName(name))) {
                throw CommandException.usage(
                        files.size() > 1
                                ? "--name: several files cannot share one name."
                                : "--name: a name has letters, digits, full stops, hyphens and underscores.");
            }
            ListReader reader = new ListReader(reading.lexicon());
            for (Path file : files) {
                add(reader, file);
            }
        }

        private void add(ListReader reader, Path file) {
            String called = String.valueOf(file.getFileName());
            String as = Optional.ofNullable(name).orElseGet(() -> OfficialFolder.nameOf(called));
            byte[] bytes = bytes(file);
            OfficialFolder lists = record.lists();
            boolean isNew = !lists.has(as);
            OfficialRecord before = OfficialFolder.joined(OfficialRecord.shipped(), others(lists, as));
            Optional<LexiconFile> table = table(as, bytes);
            try {
                String also = "";
                if (table.isPresent()) {
                    OfficialRecord.of(List.of(table.get()));
                    lists.put(as, table.get());
                } else {
                    OfficialList list = reader.read(called, bytes, defaults());
                    lists.put(as, list, called, LocalDate.now(Clock.systemUTC()));
                    also = leftOut(list);
                }
                OfficialRecord added = lists.record(as);
                int known = OfficialFolder.shared(before, added);
                record.say(Columns.oneLine(as + ": "
                        + Phrases.count(added.rows().size(), "row", "rows")
                        + (isNew ? " added." : " in place of the earlier list.")
                        + (known == 0 ? "" : " " + known + " are already in the record and count once.") + also));
            } catch (ListException wrong) {
                throw CommandException.outside(
                        String.join("\n", wrong.problems()) + "\nNothing of " + called + " was added.");
            } catch (LexiconException wrong) {
                throw CommandException.outside(wrong.getMessage() + ". Nothing of " + called + " was added.");
            }
        }

        private static OfficialRecord others(OfficialFolder lists, String name) {
            OfficialRecord all = OfficialRecord.EMPTY;
            for (String other : lists.names()) {
                all = other.equals(name) ? all : OfficialFolder.joined(all, lists.record(other));
            }
            return all;
        }

        private static String leftOut(OfficialList list) {
            StringJoiner sentence = new StringJoiner("; ", " Left out: ", ".").setEmptyValue("");
            list.leftOut().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(one -> sentence.add(one.getKey() + " (" + one.getValue() + ")"));
            return sentence.toString();
        }

        /** A table of a record says in its header what its rows are. */
        private static Optional<LexiconFile> table(String name, byte[] bytes) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            boolean says =
                    text.lines().takeWhile(line -> line.startsWith("#")).anyMatch(line -> line.startsWith("# table: "));
            return says ? Optional.of(new LexiconFile(name + ".csv", text)) : Optional.empty();
        }

        private static byte[] bytes(Path file) {
            if (!Files.isRegularFile(file)) {
                throw CommandException.usage(file + ": no such file.");
            }
            try {
                if (Files.size(file) > MOST_BYTES) {
                    throw CommandException.usage(file + " has more than " + (MOST_BYTES >> 20) + " MiB; split it.");
                }
                return Files.readAllBytes(file);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        private ListDefaults defaults() {
            Map<String, String> cells = new HashMap<>();
            put(cells, "donor", donor);
            put(cells, "recipients", recipient);
            put(cells, "currency", currency);
            put(cells, "authority", authority);
            put(cells, "stage", stage);
            put(cells, "source", source);
            return new ListDefaults(cells, columns);
        }

        private static void put(Map<String, String> cells, String cell, @Nullable String value) {
            if (value != null) {
                cells.put(cell, value);
            }
        }
    }

    /** {@code tranche record list}. */
    @Command(name = "list", header = "List the official lists of the book.")
    static final class All implements Runnable {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private RecordCommand record;

        /** Prints a line for each list. */
        @Override
        public void run() {
            OfficialFolder lists = record.lists();
            StringBuilder page = new StringBuilder();
            for (String name : lists.names()) {
                OfficialRecord one = lists.record(name);
                List<LocalDate> span = OfficialFolder.span(one);
                page.append(name).append(": ").append(Phrases.count(one.rows().size(), "row", "rows"));
                if (!span.isEmpty()) {
                    page.append(", ").append(span.getFirst()).append(" to ").append(span.getLast());
                }
                page.append('\n');
            }
            if (page.isEmpty()) {
                page.append("The book has no official lists of its own. 'tranche record add FILE' adds one.\n");
            }
            try (Results results = Results.open(record.program.terminal(), Optional.empty())) {
                results.write(page.toString());
                results.complete();
            }
        }
    }

    /** {@code tranche record remove}. */
    @Command(name = "remove", header = "Remove official lists from the book.")
    static final class Remove implements Runnable {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private RecordCommand record;

        @Parameters(
                paramLabel = "NAME",
                arity = "1..*",
                description = "Names of lists, as 'tranche record list' has them.")
        private List<String> names = new ArrayList<>();

        /** Removes the lists. */
        @Override
        public void run() {
            OfficialFolder lists = record.lists();
            for (String name : names) {
                if (!OfficialFolder.isName(name) || !lists.remove(name)) {
                    throw CommandException.usage("there is no list '" + Columns.oneLine(name) + "'"
                            + (lists.names().isEmpty()
                                    ? "."
                                    : "; there are " + String.join(", ", lists.names()) + "."));
                }
                record.say(name + " removed.");
            }
        }
    }
}
