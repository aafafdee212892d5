package dev.tranche.store;

import dev.tranche.store.StoreException.Reason;
import java.sql.SQLException;
import org.sqlite.NativeLibraryNotFoundException;

/** Turns a database error into a readable sentence. */
final class SqlFailures {

    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_LOCKED = 6;
    private static final int SQLITE_READONLY = 8;
    private static final int SQLITE_IOERR = 10;
    private static final int SQLITE_CORRUPT = 11;
    private static final int SQLITE_FULL = 13;
    private static final int SQLITE_CANTOPEN = 14;
    private static final int SQLITE_NOTADB = 26;

    private SqlFailures() {}

    static StoreException of(BookAddress book, SQLException failure) {
        if (isWithoutLibrary(failure)) {
            return new StoreException(
                    Reason.FAILED,
                    book + ": the library of SQLite cannot be unpacked. Make room in the folder for temporary files and"
                            + " allow programs there, or name another with -Dorg.sqlite.tmpdir=FOLDER.",
                    failure);
        }
        Reason reason = switch (book) {
            case BookAddress.InFile file -> ofFile(failure.getErrorCode() & 0xff);
            case BookAddress.OnServer server -> ofServer(String.valueOf(failure.getSQLState()));
        };
        return new StoreException(reason, book + ": " + sentence(book, reason, failure), failure);
    }

    /** Was another program in the way, so that trying again may help? */
    static boolean isBusy(SQLException failure) {
        int code = failure.getErrorCode() & 0xff;
        return code == SQLITE_BUSY || code == SQLITE_LOCKED;
    }

    private static boolean isWithoutLibrary(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NativeLibraryNotFoundException || cause instanceof LinkageError) {
                return true;
            }
        }
        return false;
    }

    private static Reason ofFile(int code) {
        return switch (code) {
            case SQLITE_BUSY, SQLITE_LOCKED -> Reason.BUSY;
            case SQLITE_READONLY -> Reason.READ_ONLY;
            case SQLITE_FULL, SQLITE_IOERR -> Reason.FULL;
            case SQLITE_CORRUPT -> Reason.DAMAGED;
            case SQLITE_NOTADB -> Reason.NO_BOOK;
            case SQLITE_CANTOPEN -> Reason.UNREACHABLE;
            default -> Reason.FAILED;
        };
    }

    private static Reason ofServer(String state) {
        return switch (state) {
            case "53100", "53200" -> Reason.FULL;
            case "25006", "42501" -> Reason.READ_ONLY;
            case "55P03", "40P01", "57014" -> Reason.BUSY;
            case "3D000" -> Reason.UNREACHABLE;
            default ->
                state.startsWith("08") || state.startsWith("28") || state.startsWith("57P")
                        ? Reason.UNREACHABLE
                        : Reason.FAILED;
        };
    }

    private static String sentence(BookAddress book, Reason reason, SQLException failure) {
        boolean server = book instanceof BookAddress.OnServer;
        return switch (reason) {
            case FULL ->
                (failure.getErrorCode() & 0xff) == SQLITE_IOERR
                        ? "the book cannot be written or read: the disk is full or failing (" + told(failure)
                                + "). Everything added before is kept."
                        : "the disk is full. Everything added before is kept; make room and run the command again.";
            case READ_ONLY ->
                "the book cannot be written: "
                        + (server
                                ? "the server refused it (" + told(failure) + ")."
                                : "the file or its folder is read-only.");
            case BUSY -> "another program keeps writing to the book. Run the command again later.";
            case NO_BOOK -> "this file is not a Tranche book.";
            case DAMAGED -> "the book is damaged (" + told(failure) + "). Go back to a backup.";
            case UNREACHABLE ->
                server
                        ? "the server cannot be used: " + told(failure) + "."
                        : "the file cannot be opened; its folder must exist, and you need access to both.";
            case MISSING, REPLACED, TOO_NEW, FAILED -> "the database reports an error: " + told(failure) + ".";
        };
    }

    /** The first line without its full stop. */
    private static String told(SQLException failure) {
        String line = String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason given");
        return line.strip().replaceFirst("\\.$", "");
    }
}
