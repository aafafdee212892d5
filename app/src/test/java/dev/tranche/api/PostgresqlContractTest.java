package dev.tranche.api;

import dev.tranche.store.BookAddress;
import dev.tranche.testkit.Slow;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The interface over a book on a real server of PostgreSQL, started for this test alone. */
@Slow
class PostgresqlContractTest extends ContractTest {

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedPostgres server;

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
        return BookAddress.parse("postgresql://postgres:secret@localhost:" + server.getPort() + "/postgres");
    }
}
