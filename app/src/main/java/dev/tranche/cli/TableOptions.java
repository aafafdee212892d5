package dev.tranche.cli;

import dev.tranche.print.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options of every command that prints a table of a book: which book or reports, and in which format. */
final class TableOptions {

    @Mixin
    private BookOptions book = new BookOptions();

    @Parameters(index = "0..*", paramLabel = "PATH", arity = "0..*", description = BookOptions.PATHS)
    private List<String> paths = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = WordConverter.OfTable.class,
            description = "text for people, json for programs, csv for tables. Default: text.")
    private TableFormat format = TableFormat.TEXT;

    /** Writes a table for people. */
    interface Page {

        /** Returns the text, coloured or not, in lines of at most a given number of characters. */
        String write(Ink ink, int width);
    }

    /** Returns the options of the book. */
    BookOptions book() {
        return book;
    }

    /** Returns the reports that form a book for this run only. */
    List<String> paths() {
        return paths;
    }

    /** Prints a table in the format asked for. */
    void print(TrancheCommand program, Supplier<String> json, Supplier<String> csv, Page text) {
        Terminal terminal = program.terminal();
        try (Results results = Results.open(terminal, Optional.empty())) {
            results.write(
                    switch (format) {
                        case JSON -> json.get();
                        case CSV -> csv.get();
                        case TEXT -> text.write(terminal.ink(program.colour()), terminal.lineWidth());
                    });
            results.complete();
        }
    }
}
