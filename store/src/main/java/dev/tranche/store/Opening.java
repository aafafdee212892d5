package dev.tranche.store;

import dev.tranche.store.StoreException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/** Opens books and refuses files that are not books. */
final class Opening {

    private static final byte[] SQLITE_MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private static final int ATTEMPTS = 20;
    private static final long PAUSE_NANOS = 5_000_000L;

    private Opening() {}

    /** Opens a connection to a book with the tables of this version. */
    static Connection open(BookAddress book, Access access, Surroundings surroundings) {
        if (book instanceof BookAddress.InFile file) {
            refuseOtherFiles(file, access);
        }
        Connection connection;
        try {
            connection = connect(book, access, surroundings);
        } catch (SQLException failed) {
            throw SqlFailures.of(book, failed);
        }
        try {
            Migrations.bringUp(book, connection, access);
            return connection;
        } catch (SQLException failed) {
            close(connection);
            throw SqlFailures.of(book, failed);
        } catch (RuntimeException | Error failed) {
            close(connection);
            throw failed;
        }
    }

    /** Enabling the log of a new file fails while another program does the same. */
    private static Connection connect(BookAddress book, Access access, Surroundings surroundings) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return Connections.open(book, access, surroundings);
            } catch (SQLException failed) {
                if (attempt == ATTEMPTS || book instanceof BookAddress.OnServer || !SqlFailures.isBusy(failed)) {
                    throw failed;
                }
                LockSupport.parkNanos(attempt * PAUSE_NANOS);
            }
        }
    }

    static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException ignored) {
            // The failure that led here is the one to report.
        }
    }

    private static void refuseOtherFiles(BookAddress.InFile file, Access access) {
        Path folder = file.path().toAbsolutePath().getParent();
        boolean locked = folder != null && Files.isDirectory(folder) && !Files.isWritable(folder);
        if (access != Access.READ && (locked || (Files.exists(file.path()) && !Files.isWritable(file.path())))) {
            throw new StoreException(
                    Reason.READ_ONLY, file + ": the book cannot be written: the file or its folder is read-only.");
        }
        byte[] start;
        try (InputStream bytes = Files.newInputStream(file.path())) {
            start = bytes.readNBytes(SQLITE_MAGIC.length);
        } catch (NoSuchFileException absent) {
            // On a second look the file may exist: another program may be creating the book at this moment.
            if (access == Access.WRITE) {
                return;
            }
            throw new StoreException(Reason.MISSING, file + ": there is no such book.");
        } catch (IOException unreadable) {
            throw new StoreException(Reason.UNREACHABLE, file + ": this file cannot be read.");
        }
        if (start.length == 0 && access != Access.WRITE) {
            throw new StoreException(Reason.MISSING, file + ": this file is empty and not a book yet.");
        }
        if (start.length > 0 && start[0] == '{') {
            throw new StoreException(
                    Reason.NO_BOOK,
                    file + ": this is a journal of JSON lines. 'tranche import " + file + "' imports it into a book.");
        }
        if (start.length > 0 && !Arrays.equals(start, SQLITE_MAGIC)) {
            throw new StoreException(Reason.NO_BOOK, file + ": this file is not a Tranche book.");
        }
    }
}
