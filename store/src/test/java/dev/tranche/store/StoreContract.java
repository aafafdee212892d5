package dev.tranche.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tranche.contract.JournalContract;
import dev.tranche.extract.Extractor;
import dev.tranche.ledger.Journal;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.ledger.MemoryJournal;
import dev.tranche.resolve.TextTag;
import dev.tranche.review.Action;
import dev.tranche.text.Document;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a book must do on every database, besides being a journal. */
abstract class StoreContract implements JournalContract {

    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2024-05-06T07:08:09.010Z"));
    static final long SEED = Long.getLong("seed", 20240506L);

    final OpenCount count = new OpenCount();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** Returns the address of this test's book. */
    abstract BookAddress book();

    /** Returns the address of another book of the same kind. */
    abstract BookAddress another();

    @Override
    public Store open() {
        return Store.open(book(), Access.WRITE, CLOCK, count);
    }

    @Override
    public void close(Journal journal) {
        ((Store) journal).close();
    }

    @AfterEach
    void nothingStaysOpen() {
        count.check();
    }

    private Connection raw() throws SQLException {
        return Connections.source(book(), Access.WRITE).getConnection();
    }

    final void execute(String... statements) throws SQLException {
        try (Connection connection = raw();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    final List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = raw();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.append(result.getString(i)).append('|');
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }

    static JournalEntry.Read text(String id, String title, String body) {
        return new JournalEntry.Read(Extractor.standard().extract(Document.of(id, title, body)));
    }

    final void fill(int reports) {
        fill(0, reports);
    }

    final void fill(int from, int to) {
        try (Store store = open()) {
            List<JournalEntry> entries = new ArrayList<>();
            for (int i = from; i < to; i++) {
                entries.add(JournalContract.report("r" + i, 100 + i));
            }
            assertThat(store.appendAll(entries)).isEqualTo(to - from);
        }
    }

    @Test
    void theDatabaseItselfRefusesChanges() throws SQLException {
        fill(3);
        for (String sql : List.of(
                "UPDATE entry SET payload = 'x' WHERE number = 2",
                "UPDATE entry SET number = 9 WHERE number = 3",
                "DELETE FROM entry WHERE number = 3",
                "DELETE FROM entry",
                "INSERT INTO entry VALUES (5, 'now', 'x', 'd', (SELECT hash FROM entry WHERE number = 3), 'h')",
                "INSERT INTO entry VALUES (4, 'now', 'x', 'd', 'no hash', 'h')",
                "INSERT INTO entry SELECT * FROM entry WHERE number = 3")) {
            assertThatThrownBy(() -> execute(sql)).as(sql).isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(() -> execute("DELETE FROM entry")).hasMessageContaining("only ever added to");
        try (Store store = open()) {
            assertThat(store.verify().entries()).isEqualTo(3);
            assertThat(store.verify().broken()).isEmpty();
        }
    }

    /** How to get round the triggers, as somebody with all rights can. */
    abstract List<String> disarm();

    @Test
    void verifyNamesTheFirstBrokenEntry() throws SQLException {
        fill(6);
        execute(disarm().toArray(String[]::new));
        record Case(String sql, long entry, String what) {}
        for (Case broken : List.of(
                new Case("UPDATE entry SET added_at = '1999-01-01T00:00:00Z' WHERE number = 6", 6, "was changed"),
                new Case("UPDATE entry SET payload = replace(payload, '104', '140') WHERE number = 5", 5, "changed"),
                new Case("UPDATE entry SET hash = prev_hash WHERE number = 4", 4, "was changed"),
                new Case("UPDATE entry SET prev_hash = '00' WHERE number = 3", 3, "does not follow"),
                new Case("DELETE FROM entry WHERE number = 2", 2, "is missing"),
                new Case("DELETE FROM entry WHERE number = 1", 1, "is missing"))) {
            execute(broken.sql());
            try (Store store = open()) {
                Verification found = store.verify();
                assertThat(found.broken()).as(broken.sql()).isPresent();
                assertThat(found.broken().get().entry()).as(broken.sql()).isEqualTo(broken.entry());
                assertThat(found.broken().get().what()).contains(broken.what());
                assertThat(found.entries()).isEqualTo(broken.entry() - 1);
            }
        }
    }

    @Test
    void aCutOffEndIsNoticed() throws SQLException {
        fill(4);
        execute(disarm().toArray(String[]::new));
        execute("DELETE FROM entry WHERE number = 4");
        try (Store store = open()) {
            assertThat(store.verify().broken().orElseThrow().entry()).isEqualTo(4);
        }
    }

    /** Selects the rows of everything derived, in a defined order. */
    abstract List<String> derivedRows();

    final List<String> derived() throws SQLException {
        List<String> all = new ArrayList<>();
        for (String sql : derivedRows()) {
            all.addAll(rows(sql));
        }
        return all;
    }

    @Test
    void derivedTablesAreReplayedToTheSameBytes() throws SQLException {
        for (int i = 0; i < 12; i++) {
            try (Store store = open()) {
                store.append(JournalContract.report("r" + i % 9, 100 + 25 * (i % 7)));
                store.append(new JournalEntry.Withdrawn("r" + i / 3, "no " + i));
                store.append(JournalContract.decided(i, new Action.Restore("r" + i % 4)));
            }
        }
        List<String> before = derived();
        assertThat(before).hasSizeGreaterThan(20);
        try (Store store = open()) {
            store.rebuild();
        }
        assertThat(derived()).isEqualTo(before);
        execute("DROP TABLE report", "DROP TABLE decision", "DROP TABLE last_word", "DROP TABLE report_words");
        try (Store store = open()) {
            store.rebuild();
        }
        assertThat(derived()).isEqualTo(before);
    }

    @Test
    void searchFindsWordsPhrasesAndBeginnings() {
        try (Store store = open()) {
            store.append(text("a", "Łódź sends help", "The coöperation covers F-16 spares. Cafe\u0301 talks."));
            store.append(text("b", "Nothing of note", "Spares for a 16-year-old tram in Lodz."));
            store.append(text("c", "Київ дякує", "Допомога Україні зросла.\u0000 Das Straßenbündnis."));
            assertThat(found(store, "lodz")).containsExactlyInAnyOrder("a", "b");
            assertThat(found(store, "LÓDŹ help")).containsExactly("a");
            assertThat(found(store, "cooperation")).containsExactly("a");
            assertThat(found(store, "cafe")).containsExactly("a");
            assertThat(found(store, "F-16")).containsExactly("a");
            assertThat(found(store, "\"16 f\"")).isEmpty();
            assertThat(found(store, "\"spares for a\"")).containsExactly("b");
            assertThat(found(store, "Допомога украін*")).containsExactly("c");
            assertThat(found(store, "coop")).isEmpty();
            assertThat(found(store, "coop* spare*")).containsExactly("a");
            assertThat(found(store, "spares' OR \"x\" & ! ( :* )")).isEmpty();
            assertThat(found(store, "help AND")).isEmpty();
            store.append(new JournalEntry.Withdrawn("a", "wrong paper"));
            assertThat(found(store, "lodz")).containsExactly("b");
            assertThatThrownBy(() -> SearchWords.parse("*- \"")).hasMessageContaining("needs a word");
        }
    }

    @Test
    void searchLeavesOutWhatItsAgencyWithdrew() {
        try (Store store = open()) {
            store.append(JournalContract.from("feed quay", "a", 400));
            store.append(JournalContract.from("feed dyke", "b", 400));
            store.append(new JournalEntry.Recalled("b", "feed quay", "canceled"));
            assertThat(found(store, "pentagon")).containsExactlyInAnyOrder("a", "b");
            store.append(new JournalEntry.Recalled("a", "feed quay", "canceled"));
            assertThat(found(store, "pentagon")).containsExactly("b");
            store.append(JournalContract.decided(1, new Action.Restore("a")));
            assertThat(found(store, "pentagon")).containsExactlyInAnyOrder("a", "b");
        }
    }

    @Test
    void searchFollowsTheLastWordOnAReport() {
        try (Store store = open()) {
            store.append(text("a", "Ferry", "One ferry."));
            store.append(text("a", "Ferry", "Another ferry."));
            store.append(text("b", "Ferry", "A third ferry."));
            store.append(new JournalEntry.Withdrawn("a", "a hoax"));
            assertThat(found(store, "ferry")).containsExactly("b");
            store.appendAll(List.of(
                    JournalContract.decided(1, new Action.Withdraw("b")),
                    JournalContract.decided(2, new Action.Restore("a")),
                    JournalContract.decided(3, new Action.Undo("20240506T070001001Z-anna.k"))));
            assertThat(found(store, "ferry")).containsExactlyInAnyOrder("a", "a", "b");
            Document other = Document.of("a", "Ferry", "Another ferry.");
            store.append(JournalContract.decided(
                    4, new Action.Withdraw(TextTag.of(other).key("a"))));
            assertThat(found(store, "ferry")).containsExactlyInAnyOrder("a", "b");
            assertThat(found(store, "another")).isEmpty();
            store.append(JournalContract.decided(5, new Action.Undo("20240506T070003001Z-anna.k")));
            assertThat(found(store, "ferry")).containsExactly("a");
            store.append(text("b", "Ferry", "A ferry that came in later."));
            assertThat(found(store, "later")).isEmpty();
            store.rebuild();
            assertThat(found(store, "ferry")).containsExactly("a");
        }
    }

    @Test
    void entriesAreReadOneByOneAndFoundByNumber() {
        fill(3);
        try (Store store = open()) {
            JournalEntry decision = JournalContract.decided(1, new Action.Withdraw("r1"));
            store.append(decision);
            store.append(text("r1", "Ferry", "A ferry."));
            List<Store.Numbered> after = new ArrayList<>();
            store.forEachAfter(2, after::add);
            assertThat(store.after(2, after.size())).isEqualTo(after);
            assertThat(store.after(2, 1)).isEqualTo(after.subList(0, 1));
            assertThat(store.after(store.head(), 5)).isEmpty();
            assertThat(after).extracting(Store.Numbered::number).containsExactly(3L, 4L, 5L);
            assertThat(after.get(1)).isEqualTo(new Store.Numbered(4, CLOCK.instant(), decision));
            assertThat(store.find(4)).contains(after.get(1));
            assertThat(store.find(0)).isEmpty();
            assertThat(store.find(6)).isEmpty();
            assertThat(store.head()).isEqualTo(5);
            assertThat(store.numbersOf("r1")).containsExactly(2L, 5L);
            assertThat(store.numbersOf("nobody")).isEmpty();
        }
    }

    static List<String> found(Store store, String words) {
        return store.search(SearchWords.parse(words), 10).stream()
                .map(hit -> hit.document().id().value())
                .toList();
    }

    @Test
    void aReadingByANewerVersionIsOneHit() {
        try (Store store = open()) {
            JournalEntry.Read read = text("a", "Ferry", "A ferry.");
            store.append(read);
            var again = read.extraction();
            store.append(new JournalEntry.Read(new dev.tranche.extract.Extraction(
                    again.document(),
                    new dev.tranche.extract.ExtractionVersion("tranche-reader/999"),
                    again.published(),
                    again.facts(),
                    again.problems())));
            assertThat(store.entries()).hasSize(2);
            assertThat(found(store, "ferry")).containsExactly("a");
        }
    }

    @Test
    void aBookOfTheFirstTablesIsBroughtUp() throws SQLException {
        MigrationRun.to(book(), 1);
        JournalEntry entry = text("a", "Ferry", "A ferry.");
        String payload = EntryFormat.write(entry);
        String digest = Chain.digest(payload);
        EntryTable.Row row = EntryTable.Row.after(new EntryTable.Head(0, ""), "2024-01-01T00:00:00Z", payload, digest);
        try (Connection connection = raw()) {
            new EntryTable(() -> connection).insert(row);
            assertThat(Migrations.version(book(), connection)).isEqualTo(1);
        }
        try (Store store = open()) {
            assertThat(store.entries()).containsExactly(entry);
            assertThat(found(store, "ferry")).containsExactly("a");
            assertThat(store.append(entry)).isFalse();
            assertThat(store.append(text("b", "Ferry", "Two."))).isTrue();
            assertThat(store.verify().broken()).isEmpty();
            assertThat(store.verify().entries()).isEqualTo(2);
        }
        assertThat(rows("SELECT schema_version FROM book")).containsExactly(Migrations.CURRENT + "|");
        assertThatThrownBy(() -> execute("DELETE FROM entry")).hasMessageContaining("only ever added to");
    }

    @Test
    void aBookOfLaterTablesIsLeftAlone() throws SQLException {
        fill(1);
        execute("UPDATE book SET schema_version = " + (Migrations.CURRENT + 1));
        assertThatThrownBy(this::open)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("a later version of Tranche wrote this book");
    }

    @Test
    void aDatabaseOfSomethingElseIsLeftAlone() throws SQLException {
        execute("CREATE TABLE recipes (dish TEXT)");
        assertThatThrownBy(this::open).isInstanceOf(StoreException.class).hasMessageContaining("is not a Tranche book");
        assertThat(rows(Dialect.of(book()).tables())).containsExactly("recipes|");
    }

    @Test
    void readingMakesNoBook() {
        assertThatThrownBy(() -> Store.open(book(), Access.READ, CLOCK, count))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        failed -> assertThat(failed.reason()).isEqualTo(StoreException.Reason.MISSING));
        fill(2);
        try (Store store = Store.open(book(), Access.READ, CLOCK, count)) {
            assertThat(store.entries()).hasSize(2);
        }
    }

    @Test
    void severalWritersMakeOneChainFromTheVeryFirstMoment() throws Exception {
        int writers = 4;
        int each = 15;
        List<Future<Integer>> added = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            for (int w = 0; w < writers; w++) {
                int writer = w;
                Callable<Integer> work = () -> {
                    int sum = 0;
                    try (Store store = Store.open(book(), Access.WRITE, CLOCK)) {
                        for (int i = 0; i < each; i++) {
                            // Every second report is one that all writers add.
                            String id = i % 2 == 0 ? "all-" + i : writer + "-" + i;
                            sum += store.append(text(id, "Ferry " + id, "A ferry.")) ? 1 : 0;
                        }
                    }
                    return sum;
                };
                added.add(threads.submit(work));
            }
        }
        int sum = 0;
        for (Future<Integer> one : added) {
            sum += one.get();
        }
        assertThat(sum).isEqualTo(8 + writers * 7);
        try (Store store = open()) {
            assertThat(store.verify().broken()).isEmpty();
            assertThat(store.verify().entries()).isEqualTo(sum);
            assertThat(store.search(SearchWords.parse("ferry"), 100)).hasSize(sum);
        }
    }

    @Test
    void aBackupTakenWhileAnotherWritesIsWhole() throws Exception {
        fill(5);
        Path file = folder.resolve("copy of 'book'.db");
        try (Store store = open();
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<?> writing = thread.submit(() -> {
                try (Store other = Store.open(book(), Access.WRITE, CLOCK)) {
                    for (int i = 0; i < 60; i++) {
                        other.append(text("w" + i, "Ferry", "Number " + i));
                    }
                }
            });
            Verification copied = store.backup(file);
            writing.get();
            assertThat(copied.broken()).isEmpty();
            try (Store copy = Store.open(new BookAddress.InFile(file), Access.WRITE, CLOCK)) {
                assertThat(copy.verify()).isEqualTo(copied);
                List<JournalEntry> all = store.entries();
                assertThat(copy.entries()).isEqualTo(all.subList(0, (int) copied.entries()));
                assertThat(copied.entries()).isBetween(5L, 65L);
                assertThat(copy.search(SearchWords.parse("ukraine"), 100)).hasSize(5);
            }
            assertThatThrownBy(() -> store.backup(file)).hasMessageContaining("the file already exists");
        }
    }

    @Test
    void anotherBookIsTakenOverWithItsChain() {
        fill(7);
        try (Store from = open();
                Store to = Store.open(another(), Access.WRITE, InstantSource.system(), count)) {
            assertThat(to.addAll(from)).isEqualTo(7);
            assertThat(to.verify()).isEqualTo(from.verify());
            assertThat(to.addAll(from)).isZero();
            from.append(text("x", "Ferry", "A ferry."));
            assertThat(to.addAll(from)).isEqualTo(1);
            assertThat(to.verify()).isEqualTo(from.verify());
            assertThat(found(to, "ferry")).containsExactly("x");
            to.append(text("y", "Ferry", "Another ferry."));
            assertThat(from.addAll(to)).isEqualTo(1);
            from.append(text("z", "Ferry", "A third ferry."));
            to.append(text("q", "Ferry", "A fourth ferry."));
            assertThat(to.addAll(from)).isEqualTo(1);
            assertThat(to.verify().entries()).isEqualTo(11);
            assertThat(to.verify().broken()).isEmpty();
            assertThat(to.verify().head()).isNotEqualTo(from.verify().head());
        }
    }

    @Test
    void anySequenceGivesWhatAJournalInMemoryGives() {
        Random random = new Random(SEED);
        Journal memory = new MemoryJournal();
        Store store = open();
        for (int i = 0; i < 120; i++) {
            switch (random.nextInt(8)) {
                case 0 -> {
                    store.close();
                    store = open();
                }
                case 1 -> store.rebuild();
                case 3 -> {
                    List<JournalEntry> decisions = JournalContract.decisions();
                    JournalEntry decision = decisions.get(random.nextInt(decisions.size()));
                    assertThat(store.append(decision)).as("seed %d", SEED).isEqualTo(memory.append(decision));
                }
                case 2 -> {
                    JournalEntry taken = new JournalEntry.Withdrawn("r" + random.nextInt(9), "no\uD800 " + i % 3);
                    assertThat(store.append(taken)).as("seed %d", SEED).isEqualTo(memory.append(taken));
                }
                case 4 -> {
                    String origin = "feed " + random.nextInt(2);
                    JournalEntry entry = random.nextBoolean()
                            ? new JournalEntry.Recalled("r" + random.nextInt(9), origin, "canceled")
                            : JournalContract.from(origin, "r" + random.nextInt(9), 100 + random.nextInt(3));
                    assertThat(store.append(entry)).as("seed %d", SEED).isEqualTo(memory.append(entry));
                }
                default -> {
                    JournalEntry read = JournalContract.report("r" + random.nextInt(9), 100 + random.nextInt(3));
                    assertThat(store.append(read)).as("seed %d", SEED).isEqualTo(memory.append(read));
                }
            }
        }
        assertThat(store.entries()).as("seed %d", SEED).isEqualTo(memory.entries());
        assertThat(memory.entries()).hasSizeGreaterThan(20);
        store.close();
    }
}
