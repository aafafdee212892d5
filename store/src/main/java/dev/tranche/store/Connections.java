package dev.tranche.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/** Opens connections to books, configured so that a commit is on disk when it returns. */
final class Connections {

    /** How long to wait for a book being written by another. */
    static final int BUSY_MILLIS = 30_000;

    private static final int LOGIN_SECONDS = 10;

    /** How long a statement on the server may take: longer than the wait for other writers. */
    private static final int STATEMENT_MILLIS = 40_000;

    /** How long to wait for a response from the server: longer than any statement may take. */
    private static final int SOCKET_SECONDS = 45;

    /** The driver logs what its exceptions already say; held here so that the setting is not garbage-collected. */
    private static final Logger DRIVER = Logger.getLogger("org.sqlite");

    private Connections() {}

    static Connection open(BookAddress book, Access access, Surroundings surroundings) throws SQLException {
        boolean locksNothing = access == Access.READ && surroundings.isUnwritable(book);
        return surroundings.watch().apply(source(book, access, locksNothing).getConnection());
    }

    static DataSource source(BookAddress book, Access access) throws SQLException {
        return source(book, access, access == Access.READ && Surroundings.USUAL.isUnwritable(book));
    }

    private static DataSource source(BookAddress book, Access access, boolean locksNothing) throws SQLException {
        return switch (book) {
            case BookAddress.InFile file -> ofFile(file.path(), access, locksNothing);
            case BookAddress.OnServer server -> ofServer(server);
        };
    }

    private static DataSource ofFile(Path path, Access access, boolean locksNothing) {
        DRIVER.setLevel(Level.OFF);
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        // A percent-encoded URI, because the driver reads what follows a question mark as options.
        String uri = path.toAbsolutePath().toUri().getRawPath();
        String options = "";
        if (locksNothing) {
            config.setReadOnly(true);
            // Without a log beside it nobody has it open, and SQLite could not create log files here. Another
            // user may open and write it at any moment: see Link.
            options = FileState.hasLog(path) ? "" : "?immutable=1";
        } else {
            if (access != Access.WRITE) {
                config.resetOpenMode(SQLiteOpenMode.CREATE);
            }
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
            config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        }
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:file:" + uri + options);
        return source;
    }

    private static DataSource ofServer(BookAddress.OnServer server) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {server.host()});
        source.setPortNumbers(new int[] {server.port()});
        source.setDatabaseName(server.database());
        source.setLoginTimeout(LOGIN_SECONDS);
        source.setConnectTimeout(LOGIN_SECONDS);
        source.setSocketTimeout(SOCKET_SECONDS);
        source.setTcpKeepAlive(true);
        source.setOptions("-c statement_timeout=" + STATEMENT_MILLIS + " -c lock_timeout=" + BUSY_MILLIS);
        source.setApplicationName("tranche");
        // Details of a refused row would name its values, among them hashes of passwords.
        source.setLogServerErrorDetail(false);
        for (var option : server.options().entrySet()) {
            source.setProperty(option.getKey(), option.getValue());
        }
        server.user().ifPresent(source::setUser);
        server.password().ifPresent(source::setPassword);
        return source;
    }

    /** Is a name an option of the driver that an address may set? */
    static boolean isOption(String name) {
        try {
            new PGSimpleDataSource().getProperty(name);
            return true;
        } catch (SQLException unsupported) {
            return false;
        }
    }
}
