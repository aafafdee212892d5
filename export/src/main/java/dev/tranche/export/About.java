package dev.tranche.export;

import java.util.Set;

/**
 * What a format is, for those who offer it.
 *
 * @param slug the word used for it in commands and addresses
 * @param title what it is, for people
 * @param isFolder whether it consists of several files
 * @param fileName name of its file; of several files that of the archive that holds them
 * @param mediaType media type of that file
 * @param holds which parts of a book it holds
 */
public record About(String slug, String title, boolean isFolder, String fileName, String mediaType, Set<Part> holds) {

    /** A part of a book. */
    public enum Part {
        /** Entries of the ledger and what is about them. */
        LEDGER,
        /** Encounters, statements and figures. */
        STORY
    }

    /** Copies the set. */
    public About {
        holds = Set.copyOf(holds);
    }

    /** Describes a format of one file. */
    static About file(String slug, String title, String fileName, String mediaType, Part... holds) {
        return new About(slug, title, false, fileName, mediaType, Set.of(holds));
    }

    /** Describes a format of several files, which an archive may hold. */
    static About archive(String slug, String title, String fileName, Part... holds) {
        return new About(slug, title, true, fileName, "application/zip", Set.of(holds));
    }
}
