package dev.tranche.cli;

import dev.tranche.api.DecidedLines;
import dev.tranche.bundle.BundleException;
import dev.tranche.ledger.DecisionBook;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.print.DecisionJson;
import dev.tranche.print.DecisionPrinter;
import dev.tranche.record.OfficialRecord;
import dev.tranche.review.Decision;
import dev.tranche.store.Access;
import dev.tranche.store.EntryFormat;
import dev.tranche.store.Store;
import dev.tranche.view.BookSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tranche decisions}: what people decided about the book. */
@Command(
        name = "decisions",
        header = "Print what people decided about the book: who, when, why, and which entries it concerns.",
        description = {
            "",
            "The earliest comes first. A decision that a later one undoes is printed with the id of that one; one that"
                    + " no longer concerns anything in the book is marked.",
            "",
            "--lines and --apply carry decisions to another book of the same reports.",
            "",
            "--make makes new decisions, on sums, on what else reports say and on names, each as the JSON object that"
                    + " POST /api/v1/decisions takes:",
            "",
            "  {\"action\": \"reject\", \"entry\": \"NO-MD-2024-vhwgzr9gvg\", \"reason\": \"not aid\"}",
            "",
            "Lines are applied in order; the first that is wrong ends the command, and those before it remain in"
                    + " effect.",
            ""
        })
public final class DecisionsCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Mixin
    private BookOption book = new BookOption();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = WordConverter.OfFormat.class,
            description = "text for people, json for programs. Default: text.")
    private OutputFormat format = OutputFormat.TEXT;

    @Option(
            names = "--lines",
            description =
                    "Print each decision as the line that the journal holds, for --apply. Undone ones and undos are"
                            + " printed, too.")
    private boolean lines;

    @Option(
            names = "--apply",
            paramLabel = "FILE",
            description =
                    "Add the decisions in a file that --lines printed. They keep their authors and times; those that"
                            + " the book already has are skipped.")
    private @Nullable Path file;

    @Option(
            names = "--make",
            paramLabel = "FILE",
            description = "Make the decisions in a file, one JSON object on each line; - is standard input.")
    private @Nullable String making;

    @Mixin
    private AuthorOption author = new AuthorOption();

    /** Prints the decisions of the book, adds those of another one, or makes new ones. */
    @Override
    public void run() {
        if (file != null && making != null) {
            throw CommandException.usage("--apply and --make cannot be combined.");
        }
        if (author.isGiven() && making == null) {
            throw CommandException.usage("--author goes with --make: other decisions keep their authors.");
        }
        if (making != null) {
            make(making);
            return;
        }
        if (file != null) {
            apply(file);
            return;
        }
        List<DecisionBook.Ruling> rulings =
                BookOptions.folded(book.named()).decisions().rulings();
        Terminal terminal = program.terminal();
        try (Results results = Results.open(terminal, Optional.empty())) {
            if (lines) {
                rulings.forEach(
                        ruling -> results.write(EntryFormat.write(new JournalEntry.Decided(ruling.decision())) + "\n"));
                results.complete();
                return;
            }
            switch (format) {
                case JSON -> rulings.forEach(ruling -> results.write(DecisionJson.line(ruling)));
                case TEXT -> results.write(new DecisionPrinter(terminal.ink(program.colour())).decisions(rulings));
            }
            results.complete();
        }
    }

    private void make(String from) {
        List<String> lines = from.equals("-") ? lines(program.terminal().in()) : lines(Path.of(from));
        String name = from.equals("-")
                ? "standard input"
                : String.valueOf(Path.of(from).getFileName());
        String who = author.name();
        BookSettings settings = new BookSettings(OfficialRecord.shipped(), false);
        try (Store store = book.open(Access.CHANGE)) {
            // An older book is brought up to this version before anything reads it.
            store.head();
        }
        try (DecidedLines decided = DecidedLines.open(
                        book.address(),
                        settings,
                        Lexicon.standard(),
                        program.terminal().err());
                Results results = Results.open(program.terminal(), Optional.empty())) {
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).isBlank()) {
                    results.write(DecisionJson.line(decided.decide(name + ", line " + (i + 1), lines.get(i), who)));
                }
            }
            results.complete();
        } catch (DecidedLines.RefusedException wrong) {
            throw CommandException.usage(String.valueOf(wrong.getMessage()));
        }
    }

    private static List<String> lines(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                .lines()
                .toList();
    }

    private static List<String> lines(Path from) {
        try {
            return Files.readAllLines(from);
        } catch (IOException failed) {
            throw CommandException.usage(from + " cannot be read: " + failed.getMessage() + ".");
        }
    }

    private void apply(Path from) {
        List<Decision> made = read(from);
        int added = 0;
        try (Store store = book.open(Access.CHANGE)) {
            Set<Decision> known = new HashSet<>();
            store.entries().forEach(entry -> {
                if (entry instanceof JournalEntry.Decided decided) {
                    known.add(decided.decision());
                }
            });
            for (Decision decision : made) {
                if (known.add(decision)) {
                    store.append(new JournalEntry.Decided(decision));
                    added++;
                }
            }
        }
        Set<Decision> asked = Set.copyOf(made);
        long lost = BookOptions.folded(book.named()).decisions().rulings().stream()
                .filter(ruling -> ruling.dangling() && asked.contains(ruling.decision()))
                .count();
        program.terminal()
                .err()
                .println("tranche: " + added + " of " + made.size() + " decisions added, the others were already there."
                        + (lost == 0
                                ? ""
                                : " " + lost + " concern nothing in this book ('tranche decisions' marks them)."));
    }

    /** Reads all lines before anything is added; a wrong one ends the command with its number. */
    private static List<Decision> read(Path from) {
        List<String> all = lines(from);
        List<Decision> made = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String place = from.getFileName() + ", line " + (i + 1);
            if (all.get(i).isBlank()) {
                continue;
            }
            try {
                if (!(EntryFormat.read(place, all.get(i)) instanceof JournalEntry.Decided decided)) {
                    throw CommandException.usage(place + ": this is not a decision as --lines prints it.");
                }
                made.add(decided.decision());
            } catch (BundleException wrong) {
                throw CommandException.usage(String.valueOf(wrong.getMessage()));
            }
        }
        return made;
    }
}
