package dev.tranche.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tranche.store.StoreException.Reason;
import dev.tranche.testkit.Slow;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The book on a real server of PostgreSQL, started for these tests alone. */
@Slow
class PostgresqlStoreTest extends AccountContract {

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedPostgres server;

    private static int books;

    @BeforeAll
    static void startServer() throws IOException {
        server = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @BeforeEach
    void makeDatabases() throws SQLException {
        books++;
        make("book" + books);
        make("another" + books);
    }

    private static void make(String name) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8'");
        }
    }

    private static BookAddress address(String database) {
        return BookAddress.parse("postgresql://postgres:secret@localhost:" + server.getPort() + "/" + database);
    }

    @Override
    List<String> damageWords() {
        return List.of(
                "UPDATE report_words SET words = to_tsvector('simple', 'elsewhere') WHERE entry = 2",
                "DELETE FROM report_words WHERE entry = 2",
                "INSERT INTO report_words (entry, words) VALUES (77, to_tsvector('simple', 'elsewhere'))");
    }

    @Override
    BookAddress book() {
        return address("book" + books);
    }

    @Override
    BookAddress another() {
        return address("another" + books);
    }

    @Override
    String wordsAfter(long entry) {
        return "entry > " + entry;
    }

    @Override
    List<String> disarm() {
        return List.of("ALTER TABLE entry DISABLE TRIGGER entry_is_not_updated");
    }

    @Override
    List<String> derivedRows() {
        return List.of(
                "SELECT * FROM report ORDER BY entry",
                "SELECT * FROM decision ORDER BY entry",
                "SELECT * FROM last_word ORDER BY number",
                "SELECT derived_version, derived_through FROM book",
                "SELECT entry, word.* FROM report_words, unnest(words) AS word ORDER BY entry, lexeme");
    }

    @Test
    void theJournalCannotBeEmptied() {
        open().close();
        assertThatThrownBy(() -> execute("TRUNCATE entry")).hasMessageContaining("only ever added to");
    }

    @Test
    void aServerThatRefusesIsOneSentenceWithoutPassword() {
        open().close();
        assertThatThrownBy(() -> Store.open(address("nowhere"), Access.WRITE, CLOCK))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Reason.UNREACHABLE))
                .hasMessageContaining("/nowhere: the server cannot be used")
                .hasMessageNotContaining("secret");
        BookAddress closed = new BookAddress.OnServer(
                "localhost", 1, "book", Map.of(), Optional.of("postgres"), Optional.of("secret"));
        assertThatThrownBy(() -> Store.open(closed, Access.WRITE, CLOCK))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the server cannot be used")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aRoleThatMayOnlyReadIsToldSo() throws SQLException {
        open().close();
        execute(
                "DROP ROLE IF EXISTS reader",
                "CREATE ROLE reader LOGIN",
                "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader");
        BookAddress.OnServer book = (BookAddress.OnServer) book();
        BookAddress asReader = new BookAddress.OnServer(
                book.host(), book.port(), book.database(), Map.of(), Optional.of("reader"), Optional.empty());
        try (Store store = Store.open(asReader, Access.READ, CLOCK)) {
            assertThat(store.verify().entries()).isZero();
            assertThatThrownBy(() -> store.append(text("a", "Ferry", "A ferry.")))
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            failed -> assertThat(failed.reason()).isEqualTo(Reason.READ_ONLY));
        }
        execute("DROP OWNED BY reader", "DROP ROLE reader");
    }
}
