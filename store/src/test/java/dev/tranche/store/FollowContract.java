package dev.tranche.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tranche.contract.JournalContract;
import dev.tranche.extract.Extraction;
import dev.tranche.extract.ExtractionVersion;
import dev.tranche.extract.Extractor;
import dev.tranche.law.RandomDecisions;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.record.OfficialRecord;
import dev.tranche.text.Document;
import dev.tranche.view.BookSettings;
import dev.tranche.view.BookView;
import dev.tranche.view.GrowingBook;
import dev.tranche.view.LeanReading;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a book on every database must do for those who follow it. */
abstract class FollowContract extends StoreContract {

    private static final List<String> THINGS = List.of(
            "The harbour bridges near Narvik were shelled during the winter storm, police said.",
            "Winter ambulances for the river clinics would arrive before the snow, the ministry said.",
            "Warsaw had closed the northern railway crossing to freight wagons, a spokesman said.");

    private static GrowingBook growing() {
        return new GrowingBook(new BookSettings(OfficialRecord.EMPTY, false), Lexicon.standard()::nameOf);
    }

    private static List<Object> shown(GrowingBook book) {
        BookView view = book.view();
        return List.of(
                view.head(),
                view.reports(),
                view.ledger(),
                view.timeline().timeline(),
                view.statements().lines(),
                view.figures(),
                view.names().names());
    }

    private List<Object> followed() {
        GrowingBook book = growing();
        List<Long> told = new ArrayList<>();
        try (Store store = Store.open(book(), Access.READ, CLOCK, count)) {
            store.follow(book, told::add);
            assertThat(told).isSorted().hasSize((int) store.head());
        }
        return shown(book);
    }

    private List<Object> read() {
        GrowingBook book = growing();
        try (Store store = Store.open(book(), Access.READ, CLOCK, count)) {
            store.forEachAfter(0, each -> book.add(each.number(), each.entry()));
        }
        return shown(book);
    }

    private void tell() {
        try (Store store = open()) {
            store.appendAll(List.of(
                    text(
                            "oslo",
                            "Ambulances",
                            "Norway announced $20 million in aid to Moldova. Foreign Minister Ida Holm"
                                    + " said in Chisinau on 3 May 2024 that the clinics needed 12 ambulances."),
                    text(
                            "lodz",
                            "",
                            "Prime Minister Bo Lind met President Ada Berg in Łódź on 5 May 2024. At least 14"
                                    + " people were killed near Bălți, \uD83D\uDE91 police said."),
                    JournalContract.report("r", 100),
                    new JournalEntry.Withdrawn("r", "reported twice"),
                    text("kyiv", "A denial", "The Swedish government denied that the clinics needed 12 ambulances.")));
        }
    }

    @Test
    void aBookIsFollowedFromItsReadingsWithoutTexts() {
        tell();
        List<Object> read = read();
        assertThat(followed()).isEqualTo(read);
        assertThat(read.toString()).contains("Ida Holm", "Łódź", "14", "deny");
    }

    @Test
    void readingsWithoutTextsThatAreDamagedMissingOrOfAnotherVersionAreReadFromTheJournal() throws SQLException {
        tell();
        List<Object> read = read();
        for (String sql : List.of(
                "UPDATE lean_reading SET reading = 'AAAA' || substr(reading, 5) WHERE entry = 1",
                "UPDATE lean_reading SET reading = 'no base' WHERE entry = 2",
                "UPDATE lean_reading SET version = 'later' WHERE entry = 3",
                "DELETE FROM lean_reading WHERE entry = 5",
                "UPDATE book SET derived_version = 1",
                "DROP TABLE lean_reading")) {
            execute(sql);
            assertThat(followed()).as(sql).isEqualTo(read);
        }
        try (Store store = open()) {
            store.rebuild();
            assertThat(store.verify().derived()).isEmpty();
        }
        execute("DELETE FROM lean_reading WHERE entry = 5");
        try (Store store = open()) {
            assertThat(store.verify().derived()).isPresent();
        }
    }

    @Test
    void readingsOfAnotherVersionAreMadeAgainByTheNextWhoChangesTheBook() throws SQLException {
        tell();
        List<String> before = rows("SELECT entry, version, reading FROM lean_reading ORDER BY entry");
        execute("UPDATE lean_reading SET version = 'earlier', reading = 'other bytes'");
        try (Store store = open()) {
            assertThat(store.verify().derived()).isEmpty();
        }
        assertThat(rows("SELECT entry, version, reading FROM lean_reading ORDER BY entry"))
                .isEqualTo(before);
    }

    /** What is shown of the ledger. */
    private static List<Object> ofLedger(BookView view) {
        return List.of(view.head(), view.ledger(), view.equations(), view.tasks(), view.decisions());
    }

    /** Returns the ledger from the entries that it needs; empty where the tables do not tell them. */
    private static Optional<BookView> first(Store store, List<Long> handed) {
        GrowingBook ledger = growing();
        OptionalLong last = store.followLedger(new Follower() {
            @Override
            public void take(long number, LeanReading reading) {
                handed.add(number);
                ledger.add(number, reading);
            }

            @Override
            public void take(long number, JournalEntry entry) {
                handed.add(number);
                ledger.add(number, entry);
            }
        });
        return last.isPresent()
                ? Optional.of(ledger.ledgerOf(last.getAsLong(), new CompletableFuture<>()))
                : Optional.empty();
    }

    private static JournalEntry.Read told(int number, Random random) {
        String id = "r" + (random.nextInt(5) == 0 ? random.nextInt(1 + number) : number);
        String thing = THINGS.get(random.nextInt(THINGS.size()));
        String text = random.nextInt(3) == 0
                ? "Norway announced $" + (10 + random.nextInt(40)) + " million in aid to Moldova. " + thing
                : thing + " near mile " + random.nextInt(4) + " of the road.";
        Document report = Document.of(id, "", text)
                .with(
                        Optional.of("outlet " + random.nextInt(2)),
                        Optional.empty(),
                        Optional.of("2024-05-0" + (1 + random.nextInt(9))),
                        Optional.empty());
        return new JournalEntry.Read(Extractor.standard().extract(report));
    }

    /**
     * On any journal the ledger of the entries that it needs is that of all, whoever added them in whatever portions.
     */
    @Test
    void theLedgerComesFromTheEntriesThatItNeeds() {
        Random random = new Random(SEED);
        RandomDecisions decisions = new RandomDecisions(random);
        GrowingBook whole = growing();
        List<Extraction> reports = new ArrayList<>();
        int leftOut = 0;
        int seen = 0;
        for (int round = 0; round < 40; round++) {
            try (Store store = open()) {
                List<JournalEntry> added = new ArrayList<>();
                for (int i = 0; i <= random.nextInt(3); i++) {
                    if (reports.size() > 5 && random.nextInt(4) == 0) {
                        added.add(decisions.next(whole.view().ledger(), reports));
                    } else if (reports.size() > 5 && random.nextInt(9) == 0) {
                        added.add(new JournalEntry.Withdrawn("r" + random.nextInt(9), "reported twice"));
                    } else if (reports.size() > 5 && random.nextInt(9) == 0) {
                        added.add(new JournalEntry.Recalled("r" + random.nextInt(9), "feed quay", "canceled"));
                    } else {
                        JournalEntry.Read next = told(reports.size(), random);
                        reports.add(next.extraction());
                        added.add(next);
                    }
                }
                store.appendAll(added);
                store.follow(whole, number -> {});
                List<Long> handed = new ArrayList<>();
                BookView first = first(store, handed).orElseThrow();
                assertThat(ofLedger(first)).as("seed %d, round %d", SEED, round).isEqualTo(ofLedger(whole.view()));
                assertThat(handed).isSorted().doesNotHaveDuplicates();
                leftOut += (int) store.head() - handed.size();
                seen += first.ledger().entries().size();
            }
        }
        try (Store store = open()) {
            assertThat(store.verify().derived()).isEmpty();
        }
        assertThat(leftOut).isGreaterThan(100);
        assertThat(seen).isGreaterThan(100);
    }

    @Test
    void whichEntriesTheLedgerNeedsIsToldOnlyByTablesOfThisVersionThatHaveTheWholeJournal() throws SQLException {
        tell();
        List<Object> read = ofLedger(wholeOf());
        for (String sql : List.of(
                "UPDATE lean_reading SET reading = 'no base' WHERE entry = 1",
                "DELETE FROM lean_reading WHERE entry = 3")) {
            execute(sql);
            try (Store store = Store.open(book(), Access.READ, CLOCK, count)) {
                assertThat(first(store, new ArrayList<>()).map(FollowContract::ofLedger))
                        .as(sql)
                        .contains(read);
            }
        }
        for (String sql : List.of(
                "UPDATE book SET derived_through = 4",
                "UPDATE lean_reading SET version = 'later'",
                "UPDATE book SET derived_version = 1, derived_through = 5")) {
            execute(sql);
            List<Long> handed = new ArrayList<>();
            try (Store store = Store.open(book(), Access.READ, CLOCK, count)) {
                assertThat(first(store, handed)).as(sql).isEmpty();
            }
            assertThat(handed).isEmpty();
        }
        try (Store store = open()) {
            store.rebuild();
            assertThat(store.verify().derived()).isEmpty();
        }
        execute("DELETE FROM tie WHERE entry = 2");
        try (Store store = open()) {
            assertThat(store.verify().derived()).isPresent();
        }
    }

    private BookView wholeOf() {
        GrowingBook book = growing();
        try (Store store = Store.open(book(), Access.READ, CLOCK, count)) {
            store.follow(book, number -> {});
        }
        return book.view();
    }

    @Test
    void aRebuildThatWasBrokenOffIsTakenUp() throws SQLException {
        fill(7);
        List<String> before = rows("SELECT entry, version, reading FROM lean_reading ORDER BY entry");
        execute("DELETE FROM lean_reading WHERE entry > 4", "DELETE FROM report WHERE entry > 4");
        execute("DELETE FROM ledger_entry WHERE entry > 4", "DELETE FROM tie WHERE entry > 4");
        execute("DELETE FROM report_words WHERE " + wordsAfter(4), "UPDATE book SET derived_through = 4");
        assertThat(followed()).isEqualTo(read());
        try (Store store = open()) {
            store.append(JournalContract.report("r7", 300));
            assertThat(store.verify().derived()).isEmpty();
        }
        assertThat(rows("SELECT entry, version, reading FROM lean_reading WHERE entry < 8 ORDER BY entry"))
                .isEqualTo(before);
    }

    /** Returns the condition on the words of reports after an entry. */
    abstract String wordsAfter(long entry);

    @Test
    void aReportIsKnownOnceItIsRead() {
        JournalEntry.Read told = text("oslo", "Ferries", "Norway announced $20 million in aid to Moldova.");
        Document report = told.extraction().document();
        try (Store store = open()) {
            assertThat(store.isRead(report)).isFalse();
            store.append(told);
            assertThat(store.isRead(report)).isTrue();
            assertThat(store.isRead(report.undated()))
                    .isEqualTo(report.undated().equals(report));
            assertThat(store.isRead(report.withId("other"))).isFalse();
        }
    }

    private static Extraction again(Store store, long number, ExtractionVersion as) {
        return ((JournalEntry.Read) store.find(number).orElseThrow().entry())
                .extraction()
                .by(as);
    }

    @Test
    void aRereadingThatWasBrokenOffIsTakenUpWithTheSameReader() throws SQLException {
        tell();
        ExtractionVersion reader = ExtractionVersion.CURRENT;
        try (Store store = open()) {
            Rereading first = Rereading.begin(store, reader);
            assertThat(first.isResumed()).isFalse();
            assertThat(first.version()).isEqualTo(reader.revised(1));
            first.keep(2, List.of(again(store, 1, first.version())));
            store.rebuild();
        }
        try (Store store = open()) {
            assertThat(store.head()).isEqualTo(6);
            Rereading second = Rereading.begin(store, reader);
            assertThat(second.isResumed()).isTrue();
            assertThat(second.version()).isEqualTo(reader.revised(1));
            assertThat(second.through()).isEqualTo(2);
            // Given again, nothing is added twice.
            second.keep(2, List.of(again(store, 1, second.version())));
            assertThat(store.head()).isEqualTo(6);
            second.keep(5, List.of());
            second.complete();
            assertThat(store.verify().derived()).isEmpty();
            assertThat(Rereading.begin(store, reader).version()).isEqualTo(reader.revised(2));
            ExtractionVersion own = reader.with(Optional.of("0f3c9a7e"));
            Rereading other = Rereading.begin(store, own);
            assertThat(other.isResumed()).isFalse();
            assertThat(other.version()).isEqualTo(own.revised(2));
            assertThat(other.through()).isZero();
        }
        assertThat(followed()).isEqualTo(read());
    }

    @Test
    void twoProgramsDoNotReadOneBookAgainAtOnce() {
        tell();
        try (Store one = open();
                Store two = open()) {
            Rereading first = Rereading.begin(one, ExtractionVersion.CURRENT);
            Rereading second = Rereading.begin(two, ExtractionVersion.CURRENT);
            second.keep(1, List.of());
            assertThatThrownBy(() -> first.keep(1, List.of(again(one, 1, first.version()))))
                    .hasMessageContaining("another program is reading this book again");
            assertThat(one.head()).isEqualTo(5);
            second.complete();
            assertThatThrownBy(first::complete).isInstanceOf(StoreException.class);
        }
    }

    @Test
    void aBookThatALaterReaderReadIsNotReadAgain() {
        try (Store store = open()) {
            JournalEntry.Read told = text("oslo", "Ferries", "Norway announced $20 million in aid to Moldova.");
            ExtractionVersion later = new ExtractionVersion("tranche-reader/999");
            store.append(new JournalEntry.Read(told.extraction().by(later)));
            assertThat(store.isRead(told.extraction().document())).isFalse();
            assertThatThrownBy(() -> Rereading.begin(store, ExtractionVersion.CURRENT))
                    .hasMessageContaining("tranche-reader/999");
        }
    }

    @Test
    void aReportThatWasReadAgainIsKnown() {
        JournalEntry.Read told = text("oslo", "Ferries", "Norway announced $20 million in aid to Moldova.");
        try (Store store = open()) {
            store.append(told);
            Rereading rereading = Rereading.begin(store, ExtractionVersion.CURRENT);
            rereading.keep(1, List.of(told.extraction().by(rereading.version())));
            assertThat(store.isRead(told.extraction().document())).isTrue();
        }
    }
}
