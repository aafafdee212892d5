package dev.tranche.cli;

import dev.tranche.lexicon.LexiconException;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.record.OfficialRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names an official record. */
final class RecordOption {

    /** The record that ships. */
    static final String OFFICIAL = "official";

    /** No record. */
    static final String NONE = "none";

    @Option(
            names = "--record",
            paramLabel = "RECORD",
            description =
                    "Official records, separated by commas: 'official' for the one that ships, a folder of tables, a"
                        + " table, or 'none'. A table is CSV with a head that gives its donor, recipient, currency,"
                        + " source and day, or with columns of these names. Default: official for audit, else none.")
    private @Nullable String record;

    /** Was a record asked for? */
    boolean isGiven() {
        return record != null && !record.equals(NONE);
    }

    /** Returns the record asked for, else the one of a name. */
    OfficialRecord or(String standard) {
        return record(record == null ? standard : record);
    }

    /** Returns the records of names, folders and files together. */
    private static OfficialRecord record(String names) {
        OfficialRecord all = OfficialRecord.EMPTY;
        for (String name : names.split(",")) {
            all = all.and(one(name.strip()));
        }
        return all;
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
