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
import java.util.TreeSet;
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
            paramLabel = "FOLDER",
            description = "The official record: a folder with tables named as the shipped ones, 'official' for the one"
                    + " that ships (United States and Ukraine), or 'none'. Default: official for audit, else none.")
    private @Nullable String record;

    /** Was a record asked for? */
    boolean isGiven() {
        return record != null && !record.equals(NONE);
    }

    /** Returns the record asked for, else the one of a name. */
    OfficialRecord or(String standard) {
        return record(record == null ? standard : record);
    }

    /** Returns the record of a name or folder. */
    private static OfficialRecord record(String name) {
        if (name.equals(OFFICIAL)) {
            return OfficialRecord.shipped();
        }
        if (name.equals(NONE)) {
            return OfficialRecord.EMPTY;
        }
        Path folder = Path.of(name);
        List<LexiconFile> tables = new ArrayList<>();
        try {
            for (String table : new TreeSet<>(OfficialRecord.TABLES)) {
                Path file = folder.resolve(table);
                if (Files.isRegularFile(file)) {
                    tables.add(new LexiconFile(table, Files.readString(file, StandardCharsets.UTF_8)));
                }
            }
        } catch (IOException broken) {
            throw CommandException.outside(name + ": the record cannot be read: " + broken.getMessage() + ".");
        }
        if (tables.isEmpty()) {
            throw CommandException.usage(
                    "--record: " + name + " is no folder with tables of a record. A table is one of "
                            + String.join(", ", new TreeSet<>(OfficialRecord.TABLES)) + ".");
        }
        try {
            return OfficialRecord.of(tables);
        } catch (LexiconException wrong) {
            throw CommandException.usage("--record: " + name + ": " + wrong.getMessage() + ".");
        }
    }
}
