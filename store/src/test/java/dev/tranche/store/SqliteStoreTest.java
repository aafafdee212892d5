package dev.tranche.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tranche.contract.JournalContract;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.store.StoreException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The book in a file. */
class SqliteStoreTest extends AccountContract {

    @Override
    BookAddress book() {
        // Signs that mean something in addresses and to the driver.
        return new BookAddress.InFile(folder.resolve("a book?cache=x#1%20'ü.db"));
    }

    @Override
    BookAddress another() {
        return new BookAddress.InFile(folder.resolve("another.db"));
    }

    @Override
    String wordsAfter(long entry) {
        return "rowid > " + entry;
    }

    @Override
    List<String> disarm() {
        return List.of("DROP TRIGGER entry_is_not_updated", "DROP TRIGGER entry_is_not_deleted");
    }

    @Override
    List<String> derivedRows() {
        return List.of(
                "SELECT * FROM report ORDER BY entry",
                "SELECT * FROM decision ORDER BY entry",
                "SELECT * FROM last_word ORDER BY number",
                "SELECT derived_version, derived_through FROM book",
                "SELECT hex(sz) FROM report_words_docsize ORDER BY id");
    }

    @Test
    void everyTermIsReplayedToItsPlace() throws SQLException {
        List<List<String>> terms = new ArrayList<>();
        try (Store store = open()) {
            for (int i = 0; i < 5; i++) {
                store.append(JournalContract.report("r" + i, 100 + i));
            }
            terms.add(terms());
            store.rebuild();
            terms.add(terms());
        }
        assertThat(terms.getFirst()).hasSizeGreaterThan(80).isEqualTo(terms.getLast());
    }

    private List<String> terms() throws SQLException {
        List<String> terms = new ArrayList<>();
        try (Connection connection = Connections.source(book(), Access.WRITE).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'report_words', 'instance')");
            try (var rows =
                    statement.executeQuery("SELECT term, doc, col, offset FROM temp.words ORDER BY 1, 2, 3, 4")) {
                while (rows.next()) {
                    terms.add(rows.getString(1) + "|" + rows.getLong(2) + "|" + rows.getString(3) + "|"
                            + rows.getLong(4));
                }
            }
        }
        return terms;
    }

    @Test
    void replacingDoesNotGetRoundTheTriggers() {
        close(filled());
        assertThatThrownBy(() -> execute("INSERT OR REPLACE INTO entry SELECT * FROM entry WHERE number = 1"))
                .hasMessageContaining("only ever added to");
        assertThatThrownBy(() -> execute("INSERT OR REPLACE INTO entry"
                        + " SELECT 2, added_at, 'x', digest, hash, 'h' FROM entry WHERE number = 1"))
                .hasMessageContaining("only ever added to");
    }

    private Store filled() {
        Store store = open();
        store.append(text("a", "Ferry", "A ferry."));
        return store;
    }

    @Test
    void itIsSafeOnDisk() throws SQLException {
        close(filled());
        List<String> settings = new ArrayList<>();
        try (Connection connection = Connections.source(book(), Access.WRITE).getConnection();
                Statement statement = connection.createStatement()) {
            for (String setting : List.of("journal_mode", "synchronous", "busy_timeout")) {
                try (var row = statement.executeQuery("PRAGMA " + setting)) {
                    settings.add(row.getString(1));
                }
            }
        }
        assertThat(settings).containsExactly("wal", "2", "30000");
    }

    @Test
    void aFullDiskIsOneSentenceAndLosesNothing() {
        close(filled());
        int[] kept = {1};
        assertThatThrownBy(() -> {
                    try (Store store = Store.open(book(), Access.WRITE, CLOCK, SqliteStoreTest::withLittleRoom)) {
                        for (int i = 0; i < 1000; i++) {
                            store.append(text("r" + i, "Ferry", "A ferry. ".repeat(500)));
                            kept[0]++;
                        }
                    }
                })
                .isInstanceOfSatisfying(
                        StoreException.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Reason.FULL))
                .hasMessageContaining("the disk is full. Everything added before is kept");
        assertThat(kept[0]).isBetween(2, 500);
        try (Store store = open()) {
            assertThat(store.verify().broken()).isEmpty();
            assertThat(store.verify().entries()).isEqualTo(kept[0]);
            assertThat(store.append(text("later", "Ferry", "There is room again.")))
                    .isTrue();
        }
    }

    private static Connection withLittleRoom(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA max_page_count = 120");
        } catch (SQLException impossible) {
            throw new AssertionError(impossible);
        }
        return connection;
    }

    @Test
    void aBookThatMayNotBeWrittenIsOneSentence() {
        close(filled());
        assertThatThrownBy(() -> {
                    try (Store store = Store.open(book(), Access.WRITE, CLOCK, SqliteStoreTest::readOnly)) {
                        store.append(text("b", "Ferry", "Another."));
                    }
                })
                .isInstanceOfSatisfying(
                        StoreException.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Reason.READ_ONLY))
                .hasMessageContaining("the file or its folder is read-only");
        try (Store store = open()) {
            assertThat(store.entries()).hasSize(1);
        }
    }

    private static Connection readOnly(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = ON");
        } catch (SQLException impossible) {
            throw new AssertionError(impossible);
        }
        return connection;
    }

    /** Root may write everything; then this shows only that such a book is read. */
    @Test
    void aBookOnAMediumThatIsReadOnlyIsReadAndNotWritten() throws IOException {
        close(filled());
        Path file = ((BookAddress.InFile) book()).path();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try (Store store = Store.open(book(), Access.READ, CLOCK)) {
            assertThat(store.verify().entries()).isEqualTo(1);
            assertThat(store.search(SearchWords.parse("ferry"), 9)).hasSize(1);
        } finally {
            if (!Files.isWritable(file)) {
                assertThatThrownBy(this::open).hasMessageContaining("the file or its folder is read-only");
            }
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Override
    List<String> damageWords() {
        return List.of(
                "DELETE FROM report_words WHERE rowid = 2",
                "INSERT INTO report_words (rowid, title, body) VALUES (77, 'elsewhere', 'elsewhere')",
                "DELETE FROM report_words_data WHERE id > 10",
                "UPDATE report_words_data SET block = x'00' || block WHERE id = 1",
                "UPDATE report_words_docsize SET sz = x'0101' WHERE id = 2",
                "DROP TABLE report_words_data");
    }

    @Test
    void anIndexOfSqliteThatDoesNotFitItsTableIsDamage() throws SQLException {
        fill(3);
        execute(
                "PRAGMA writable_schema = ON",
                "UPDATE sqlite_master SET sql = 'CREATE INDEX tie_entry ON tie (name)' WHERE name = 'tie_entry'");
        try (Store store = Store.open(book(), Access.READ, CLOCK)) {
            assertThat(store.verify().derived()).contains("cannot be trusted: the database reports damaged pages");
        }
    }

    /** Another user's book, as one sees it who may only read the file. */
    private Store openAsAnotherUser() {
        return Store.open(book(), Access.READ, CLOCK, new Surroundings(UnaryOperator.identity(), file -> false));
    }

    @Test
    void aBookOfAnotherUserIsReadWhileItIsWritten() throws Exception {
        close(filled());
        try (Store open = openAsAnotherUser();
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<?> writing = thread.submit(() -> {
                for (int batch = 0; batch < 40; batch++) {
                    // Opened and closed each time, as by many runs of a program: the log comes and goes.
                    try (Store other = open()) {
                        for (int i = 0; i < 5; i++) {
                            other.append(text("w" + batch + "-" + i, "Ferry", "Number " + batch + i));
                        }
                    }
                }
            });
            long last = 0;
            int asked = 0;
            boolean isOver = false;
            while (!isOver) {
                isOver = writing.isDone();
                long head = open.head();
                assertThat(head).isGreaterThanOrEqualTo(last);
                last = head;
                try (Store fresh = openAsAnotherUser()) {
                    Verification found = fresh.verify();
                    assertThat(found.broken()).isEmpty();
                    assertThat(found.derived()).isEmpty();
                    assertThat(fresh.entries()).hasSizeGreaterThanOrEqualTo((int) last);
                }
                asked++;
            }
            writing.get();
            assertThat(asked).isGreaterThan(2);
            assertThat(last).isEqualTo(201);
            assertThat(open.search(SearchWords.parse("number"), 500)).hasSize(200);
        }
    }

    @Test
    void aFlippedByteIsSeenOrChangesNothing() throws IOException {
        List<JournalEntry> added = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            added.add(text("r" + i, "Ferry " + i, "Harbour number " + i * 7 + " has a ferry. ".repeat(12)));
        }
        try (Store store = open()) {
            store.appendAll(added);
            store.append(new JournalEntry.Withdrawn("r3", "a hoax"));
        }
        Path file = ((BookAddress.InFile) book()).path();
        byte[] whole = Files.readAllBytes(file);
        List<String> before = shown();
        Random random = new Random(SEED);
        int seen = 0;
        for (int i = 0; i < 250; i++) {
            byte[] changed = whole.clone();
            int at = 100 + random.nextInt(whole.length - 100);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, changed);
            if (isSeen()) {
                seen++;
            } else {
                assertThat(shown()).as("byte %d, seed %d", at, SEED).isEqualTo(before);
            }
        }
        assertThat(seen).isGreaterThan(30);
        Files.write(file, whole);
    }

    private boolean isSeen() {
        try (Store store = Store.open(book(), Access.READ, CLOCK)) {
            Verification found = store.verify();
            return found.broken().isPresent() || found.derived().isPresent();
        } catch (StoreException told) {
            return true;
        }
    }

    private List<String> shown() {
        try (Store store = Store.open(book(), Access.READ, CLOCK)) {
            List<String> shown = new ArrayList<>();
            store.entries().forEach(entry -> shown.add(EntryFormat.write(entry)));
            for (String words : List.of("ferry", "harb*", "\"number 7\"", "24", "168")) {
                shown.addAll(found(store, words));
            }
            return shown;
        }
    }

    @Test
    void aBookThatIsMovedAwayIsNoticed() throws IOException {
        close(filled());
        Path file = ((BookAddress.InFile) book()).path();
        try (Store store = Store.open(book(), Access.CHANGE, CLOCK)) {
            assertThat(store.isAlive()).isTrue();
            Files.move(file, folder.resolve("away.db"));
            assertThat(store.isAlive()).isFalse();
            assertThatThrownBy(() -> Store.open(book(), Access.CHANGE, CLOCK)).hasMessageContaining("no such book");
            assertThat(file).doesNotExist();
            close(filled());
            assertThat(store.isAlive()).isFalse();
        }
    }

    @Test
    void otherFilesAreNoBooks() throws IOException {
        filled().close();
        Path text = Files.writeString(folder.resolve("notes.txt"), "Notes of the day.\n");
        assertThatThrownBy(() -> Store.open(new BookAddress.InFile(text), Access.WRITE, CLOCK))
                .hasMessageContaining("this file is not a Tranche book");
        Path lines = Files.writeString(folder.resolve("old.jsonl"), "{\"format\": 1}\n");
        assertThatThrownBy(() -> Store.open(new BookAddress.InFile(lines), Access.WRITE, CLOCK))
                .hasMessageContaining("'tranche import");
        assertThatThrownBy(() ->
                        Store.open(new BookAddress.InFile(folder.resolve("no/such/folder.db")), Access.WRITE, CLOCK))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("its folder must exist");
        assertThatThrownBy(() -> Store.open(new BookAddress.InFile(folder), Access.WRITE, CLOCK))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        try (Store store = open()) {
            for (int i = 0; i < 30; i++) {
                store.append(text("r" + i, "Ferry", "A ferry. ".repeat(300)));
            }
        }
        Path file = ((BookAddress.InFile) book()).path();
        byte[] bytes = Files.readAllBytes(file);
        java.util.Arrays.fill(bytes, 8192, bytes.length - 4096, (byte) 0x5a);
        Files.write(file, bytes);
        assertThatThrownBy(() -> {
                    try (Store store = open()) {
                        store.verify();
                    }
                })
                .isInstanceOfSatisfying(
                        StoreException.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Reason.DAMAGED));
    }

    @Test
    void theOlderJournalIsRead() throws IOException {
        List<JournalEntry> entries = List.of(
                JournalContract.report("a", 400),
                new JournalEntry.Withdrawn("a", "a hoax,\n\"twice\""),
                JournalContract.report("b", 250));
        StringBuilder lines = new StringBuilder();
        entries.forEach(entry -> lines.append(EntryFormat.write(entry)).append('\n'));
        Path old = folder.resolve("tranche.journal.jsonl");
        Files.writeString(old, lines + "{\"format\":\"tranche-rep", StandardCharsets.UTF_8);
        assertThat(OldJournal.isOne(old)).isTrue();
        List<JournalEntry> read = new ArrayList<>();
        OldJournal.read(old, read::add);
        assertThat(read).isEqualTo(entries);
        try (Store store = open()) {
            assertThat(store.appendAll(read)).isEqualTo(3);
            assertThat(store.entries()).isEqualTo(entries);
        }
    }
}
