package dev.tranche.export;

import java.util.Set;

/**
 * The description of a format, for offering it.
 *
 * @param slug the word used for it in commands and addresses
 * @param title its display name
 * @param isFolder whether it consists of several files
 * @param fileName name of its file; for several files, that of the archive that contains them
 * @param mediaType media type of that file
 * @param holds the parts of a book it contains
 */
public record About(String slug, String title, boolean isFolder, String fileName, String mediaType, Set<Part> holds) {

    /** A part of a book. */
    public enum Part {
        /** Entries of the ledger and data about them. */
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

    /** Describes a format of several files, which may be packed in an archive. */
    static About archive(String slug, String title, String fileName, Part... holds) {
        return new About(slug, title, true, fileName, "application/zip", Set.of(holds));
    }
}
