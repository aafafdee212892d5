package dev.tranche.export;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A form in which a book leaves; each is whole and valid by itself. */
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

    /** Returns the format of a word. */
    static Optional<Format> find(String slug) {
        return all().stream().filter(format -> format.slug().equals(slug)).findFirst();
    }

    /** Returns what it is. */
    About about();

    /** Returns the word used for it in commands and addresses. */
    default String slug() {
        return about().slug();
    }

    /** Does it hold this part of a book? */
    default boolean holds(About.Part part) {
        return about().holds().contains(part);
    }

    /** Returns why what was selected cannot be written in this format; empty when it can. */
    default Optional<String> obstacle(Exported book) {
        return Optional.empty();
    }

    /** Returns sentences on what the file leaves out or empty, for whoever asked for it. */
    default List<String> remarks(Exported book) {
        return List.of();
    }

    /** Writes it. */
    void write(Exported book, Parts to) throws IOException;
}
