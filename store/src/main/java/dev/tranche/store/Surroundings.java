package dev.tranche.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The surroundings in which a connection is opened; tests replace them.
 *
 * @param watch is given every connection, and may replace it
 * @param isWritable whether this user may write a file, and create others beside it
 */
record Surroundings(UnaryOperator<Connection> watch, Predicate<Path> isWritable) {

    static final Surroundings USUAL = watched(UnaryOperator.identity());

    static Surroundings watched(UnaryOperator<Connection> watch) {
        return new Surroundings(watch, Surroundings::mayWrite);
    }

    private static boolean mayWrite(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        return Files.isWritable(path) && folder != null && Files.isWritable(folder);
    }

    /** Is a book a file that this user can read but not write? */
    boolean isUnwritable(BookAddress book) {
        return book instanceof BookAddress.InFile file && !isWritable.test(file.path());
    }

    /** Is a book read without locks, because nobody has it open and no lock can be created? */
    boolean isResting(BookAddress book, Access access) {
        return access == Access.READ
                && isUnwritable(book)
                && book instanceof BookAddress.InFile file
                && !FileState.hasLog(file.path());
    }
}
