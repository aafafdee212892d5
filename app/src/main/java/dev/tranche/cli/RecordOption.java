package dev.tranche.cli;

import dev.tranche.lexicon.LexiconException;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.official.OfficialFolder;
import dev.tranche.record.OfficialRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that names an official record. */
final class RecordOption {

    /** The record that ships. */
    static final String OFFICIAL = "official";

    /** The lists of the book itself. */
    private static final String OWN = "own";

    /** The record that ships, and the lists of the book itself. */
    static final String ALL = OFFICIAL + "," + OWN;

    /** No record. */
    static final String NONE = "none";

    @Option(
            names = "--record",
            paramLabel = "RECORD",
            description =
                    "Official records, separated by commas: 'official' for the one that ships, 'own' for the lists"
                            + " that 'tranche record' keeps beside the book, a folder of tables, a table, or 'none'. A"
                            + " table is CSV with a head that gives its donor, recipient, currency, source and day, or"
                            + " with columns of these names. Default: official,own for audit, else none.")
    private @Nullable String record;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    /** Was a record asked for? */
    boolean isGiven() {
        return record != null && !record.equals(NONE);
    }

    /** Returns the requested record, else the one with the given name. */
    OfficialRecord or(String standard) {
        return record(record == null ? standard : record);
    }

    /** Returns the records of names, folders and files together. */
    private OfficialRecord record(String names) {
        OfficialRecord all = OfficialRecord.EMPTY;
        for (String name : names.split(",")) {
            all = name.strip().equals(OWN) ? OfficialFolder.joined(all, own()) : all.and(one(name.strip()));
        }
        return all;
    }

    /** A command without a book, or a book without lists, has none. */
    private OfficialRecord own() {
        OptionSpec book = command.findOption("--book");
        if (book == null) {
            return OfficialRecord.EMPTY;
        }
        String named = book.getValue();
        OfficialFolder lists = OfficialFolder.of(BookOptions.address(named));
        try {
            return lists.all();
        } catch (LexiconException wrong) {
            throw CommandException.outside(lists.folder() + ": " + wrong.getMessage()
                    + ". Put it right, or remove the list with 'tranche record remove NAME'.");
        }
    }

    private static OfficialRecord one(String name) {
        if (name.equals(OFFICIAL)) {
            return OfficialRecord.shipped();
        }
        if (name.equals(NONE)) {
            return OfficialRecord.EMPTY;
        }
        List<LexiconFile> tables = new ArrayList<>();
        try {
            for (Path file : files(Path.of(name))) {
                tables.add(new LexiconFile(
                        String.valueOf(file.getFileName()), Files.readString(file, StandardCharsets.UTF_8)));
            }
        } catch (IOException broken) {
            throw CommandException.outside(name + ": the record cannot be read: " + broken.getMessage() + ".");
        }
        if (tables.isEmpty()) {
            throw CommandException.usage("--record: " + name + " is neither a folder of tables (.csv) nor a table.");
        }
        try {
            return OfficialRecord.of(tables);
        } catch (LexiconException wrong) {
            throw CommandException.usage("--record: " + name + ": " + wrong.getMessage() + ".");
        }
    }

    private static List<Path> files(Path name) throws IOException {
        if (Files.isRegularFile(name)) {
            return List.of(name);
        }
        if (!Files.isDirectory(name)) {
            return List.of();
        }
        try (Stream<Path> listed = Files.list(name)) {
            return listed.filter(file -> file.toString().endsWith(".csv") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
    }
}
