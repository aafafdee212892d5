package dev.tranche.pipeline;

import dev.tranche.store.BookAddress;
import java.nio.file.Path;

/**
 * Where the feeds of a book are kept.
 *
 * @param list the file of the watched feeds and pages
 * @param archive the folder of the answers
 */
public record WatchFiles(Path list, Path archive) {

    /** Returns the files of a book: beside it, or in the current folder for a book on a server. */
    public static WatchFiles of(BookAddress book) {
        return of(book, Path.of(""));
    }

    /** Returns the files of a book: beside it, or in a folder for a book on a server. */
    public static WatchFiles of(BookAddress book, Path folder) {
        Path list = book.beside(".watch.json", folder);
        return new WatchFiles(list, list.resolveSibling("archive"));
    }

    /** Returns the file that is locked by the one program that polls. */
    Path polling() {
        return list.resolveSibling(list.getFileName() + ".polling");
    }
}
