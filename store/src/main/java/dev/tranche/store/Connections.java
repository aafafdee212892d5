package dev.tranche.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Opens connections to books, set up so that a commit is on the disk when it returns. */
final class Connections {

    /** So long a file that somebody else writes is waited for. */
    static final int BUSY_MILLIS = 30_000;

    private static final int LOGIN_SECONDS = 10;

    /** What the driver logs, with stacks, its exceptions say too; kept here so that the setting is not collected. */
    private static final Logger DRIVER = Logger.getLogger("org.sqlite");

    /** Tests count through it what is opened and closed. */
    private final UnaryOperator<Connection> watch;

    Connections(UnaryOperator<Connection> watch) {
        this.watch = watch;
    }

    Connection open(BookAddress book, Access access) throws SQLException {
        return watch.apply(source(book, access).getConnection());
    }

    static DataSource source(BookAddress book, Access access) {
        return switch (book) {
            case BookAddress.InFile file -> ofFile(file.path(), access);
            case BookAddress.OnServer server -> ofServer(server);
        };
    }

    private static DataSource ofFile(Path path, Access access) {
        DRIVER.setLevel(Level.OFF);
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        // A percent-encoded URI, because the driver takes what follows a question mark for options.
        String uri = path.toAbsolutePath().toUri().getRawPath();
        String options = "";
        if (access == Access.READ && !isWritable(path)) {
            config.setReadOnly(true);
            // Without a log beside it, nobody is writing; SQLite could not make the files of a log here.
            options = Files.exists(path.resolveSibling(path.getFileName() + "-wal")) ? "" : "?immutable=1";
        } else {
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
            config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        }
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:file:" + uri + options);
        return source;
    }

    private static boolean isWritable(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        return Files.isWritable(path) && folder != null && Files.isWritable(folder);
    }

    private static DataSource ofServer(BookAddress.OnServer server) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        String options = server.parameters().isEmpty() ? "" : "?" + server.parameters();
        source.setUrl("jdbc:postgresql://" + server.host() + ":" + server.port() + "/" + server.database() + options);
        server.user().ifPresent(source::setUser);
        server.password().ifPresent(source::setPassword);
        source.setLoginTimeout(LOGIN_SECONDS);
        source.setApplicationName("tranche");
        // Details of a refused row would name its values, among them hashes of passwords.
        source.setLogServerErrorDetail(false);
        return source;
    }
}
