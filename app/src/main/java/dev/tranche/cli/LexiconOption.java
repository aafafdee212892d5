package dev.tranche.cli;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconException;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.print.Nearest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that adds a user's names and words. */
final class LexiconOption {

    @Option(
            names = "--lexicon",
            paramLabel = "FOLDER",
            description = "Add the rows of the tables in FOLDER, named as the shipped ones (states.csv, bodies.csv …).")
    private @Nullable Path folder;

    /** Was a folder given? */
    boolean isGiven() {
        return folder != null;
    }

    /** Returns the shipped lexicon with the user's rows. */
    Lexicon lexicon() {
        if (folder == null) {
            return Lexicon.standard();
        }
        List<LexiconFile> files = new ArrayList<>();
        try (DirectoryStream<Path> tables = Files.newDirectoryStream(folder, "*.csv")) {
            for (Path table : tables) {
                files.add(new LexiconFile(
                        String.valueOf(table.getFileName()), Files.readString(table, StandardCharsets.UTF_8)));
            }
        } catch (IOException broken) {
            throw CommandException.usage("--lexicon: " + folder + " is not a folder that can be read.");
        }
        if (files.isEmpty()) {
            throw CommandException.usage("--lexicon: " + folder + " contains no table. A table is one of "
                    + String.join(", ", Lexicon.tableNames()) + ".");
        }
        files.sort(Comparator.comparing(LexiconFile::name));
        files.forEach(LexiconOption::refuseUnknownTable);
        try {
            UserRows.check(files);
            Lexicon lexicon = Lexicon.standardWith(files);
            UserRows.tryOut(lexicon, files);
            return lexicon;
        } catch (LexiconException wrong) {
            throw CommandException.usage("--lexicon: " + wrong.getMessage() + ".");
        }
    }

    /** A misspelt name would add nothing, in silence. */
    private static void refuseUnknownTable(LexiconFile file) {
        if (!Lexicon.tableNames().contains(file.name())) {
            String near = Nearest.of(file.name(), Lexicon.tableNames())
                    .map(name -> " Did you mean " + name + "?")
                    .orElse("");
            throw CommandException.usage("--lexicon: there is no table " + file.name() + "." + near);
        }
    }
}
