package dev.tranche.export;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A format for exporting a book; each is complete and valid by itself. */
public sealed interface Format
        permits CsvTables,
                Workbook,
                IatiActivities,
                CrsRows,
                Annotations,
                Entities,
                Flows,
                Calendar,
                StoryLine,
                Citations,
                ParquetTables {

    /** Returns all formats, in the order in which they are offered. */
    static List<Format> all() {
        return List.of(
                new CsvTables(false),
                new Workbook(),
                new IatiActivities(),
                new CrsRows(),
                new ParquetTables(),
                new Annotations(),
                new Entities(),
                new Flows(),
                new Calendar(),
                new StoryLine(),
                new Citations(Citations.Style.BIBTEX),
                new Citations(Citations.Style.RIS),
                new Citations(Citations.Style.CSL));
    }

    /** Returns the format with a word. */
    static Optional<Format> find(String slug) {
        return all().stream().filter(format -> format.slug().equals(slug)).findFirst();
    }

    /** Returns its description. */
    About about();

    /** Returns the word used for it in commands and addresses. */
    default String slug() {
        return about().slug();
    }

    /** Does it contain this part of a book? */
    default boolean holds(About.Part part) {
        return about().holds().contains(part);
    }

    /** Returns why what was selected cannot be written in this format; empty if it can. */
    default Optional<String> obstacle(Exported book) {
        return Optional.empty();
    }

    /** Returns sentences on what the file omits or leaves empty, for the person exporting it. */
    default List<String> remarks(Exported book) {
        return List.of();
    }

    /** Writes it. */
    void write(Exported book, Parts to) throws IOException;
}
