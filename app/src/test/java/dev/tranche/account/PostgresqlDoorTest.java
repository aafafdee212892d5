package dev.tranche.account;

import dev.tranche.store.BookAddress;
import dev.tranche.testkit.Slow;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The door of a book on a real server of PostgreSQL, started for these tests alone. */
@Slow
class PostgresqlDoorTest extends VisitsContract {

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedPostgres server;

    private static int books;

    private final String database = "door" + ++books;
    private boolean isMade;

    @BeforeAll
    static void startServer() throws IOException {
        server = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @Override
    BookAddress book() {
        if (!isMade) {
            make();
            isMade = true;
        }
        return BookAddress.parse("postgresql://postgres@localhost:" + server.getPort() + "/" + database);
    }

    private void make() {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database + " TEMPLATE template0 ENCODING 'UTF8'");
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }
}
