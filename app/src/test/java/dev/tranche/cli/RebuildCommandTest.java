package dev.tranche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.bundle.JsonValue;
import dev.tranche.dating.Publication;
import dev.tranche.extract.Extraction;
import dev.tranche.extract.ExtractionVersion;
import dev.tranche.extract.Extractor;
import dev.tranche.fact.Fact;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.ledger.LedgerFold;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.review.Action;
import dev.tranche.review.ClaimMark;
import dev.tranche.review.Decision;
import dev.tranche.store.Access;
import dev.tranche.store.BookAddress;
import dev.tranche.store.Rereading;
import dev.tranche.store.Store;
import dev.tranche.text.Document;
import dev.tranche.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A book that is read again says what has changed, and why. */
class RebuildCommandTest {

    private static final String ROWS =
            "id,name,kind,acts_for,aliases\nno-river,Riverbank Council,government,NO,Riverbankers\n";

    private static final ExtractionVersion OLD = new ExtractionVersion("tranche-reader/1");
    private static final Document SUM = Document.of("a", "", "Norway announced $20 million in aid to Moldova.");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private String book = "";
    private String own = "";

    @BeforeEach
    void tell() throws IOException {
        book = folder.resolve("tranche.db").toString();
        own = Files.createDirectories(folder.resolve("own")).toString();
        Files.writeString(folder.resolve("own").resolve("bodies.csv"), ROWS);
        write("oslo.txt", "The Riverbank Council announced $20 million in military aid to Ukraine on Tuesday.");
        write("us.txt", "The United States announced a $400 million military aid package for Ukraine.");
        write("weather.txt", "Norway expects rain. The ferry to Moldova is late.");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), "title: News\ndate: 2024-05-14\noutlet: Fjord Wire\n\n" + text + "\n");
    }

    private void add(String... options) {
        List<String> args = new ArrayList<>(List.of("add", "--book", book));
        args.addAll(List.of(options));
        for (String name : List.of("oslo.txt", "us.txt", "weather.txt")) {
            args.add(folder.resolve(name).toString());
        }
        assertThat(Call.of(args.toArray(String[]::new)).status()).isZero();
    }

    private static Call done(String... args) {
        Call call = Call.of(args);
        assertThat(call.status()).as(call.err()).isZero();
        return call;
    }

    private long head() {
        try (Store store = open(Access.READ)) {
            return store.head();
        }
    }

    private Store open(Access access) {
        return Store.open(BookAddress.parse(book), access, InstantSource.system());
    }

    @Test
    void aBookThatIsReadAsBeforeHasNotChanged() {
        add();
        String ledger = done("ledger", "--book", book).out();
        Call again = done("rebuild", "--book", book);
        assertThat(again.out())
                .isEqualTo("""
                    3 reports were read again by %s with the shipped lexicon; all say the same as before.
                    No entry of the ledger has changed.
                    """.formatted(ExtractionVersion.CURRENT.revised(1).value()));
        assertThat(head()).isEqualTo(3);
        assertThat(done("ledger", "--book", book).out()).isEqualTo(ledger);
        done("verify", "--book", book);
    }

    @Test
    void anotherLexiconChangesExactlyTheCellsThatItsRowsDecide() {
        add();
        String lexicon = Lexicon.standardWith(List.of(new LexiconFile("bodies.csv", ROWS)))
                .addedRows()
                .orElseThrow();
        String before = ExtractionVersion.CURRENT.value();
        String after = before + ".1+" + lexicon;
        Call dry = done("rebuild", "--book", book, "--lexicon", own, "--dry-run");
        assertThat(dry.err()).contains("--dry-run: the book was left as it is");
        assertThat(head()).isEqualTo(3);
        Call kept = done("rebuild", "--book", book, "--lexicon", own);
        assertThat(kept.out()).isEqualTo(dry.out()).isEqualTo("""
            3 reports were read again by %2$s with your lexicon %3$s; 1 now says something different.
            Entries: 0 added, 0 removed, 1 changed (counted 1, donor 1, doubts 1, id 1, standing 1).
            What counts in USD: 400 million → 420 million

            changed NO-UA-2024-149hxbswdb
              id: XX-UA-2024-149hxbswdb → NO-UA-2024-149hxbswdb
              donor: nothing → NO  “Riverbank Council”
              standing: doubtful → booked
              counted: false → true
              doubts: no-donor → nothing
                “$20 million in military aid” (Fjord Wire, oslo)
                  rule aid.noun.receiver, reader %1$s → %2$s, booked in XX-UA-2024-149hxbswdb → NO-UA-2024-149hxbswdb
            """.formatted(before, after, lexicon));
        assertThat(head()).isEqualTo(4);
        assertThat(done("ledger", "--book", book).out()).contains("$20 million  Norway → Ukraine");
        assertThat(done("rebuild", "--book", book, "--lexicon", own).out()).contains("No entry of the ledger");
        assertThat(head()).isEqualTo(4);
        done("verify", "--book", book);
    }

    @Test
    void aBookOfAUsersLexiconIsReadAgainWithTheOneThatShips() {
        add("--lexicon", own);
        assertThat(done("ledger", "--book", book).out()).contains("Norway → Ukraine");
        List<JsonValue> lines = done("rebuild", "--book", book, "--format", "json")
                .out()
                .lines()
                .map(line -> JsonValue.parse("test", line))
                .toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().member("row").text()).contains("summary");
        assertThat(lines.getFirst().toString()).contains("420000000", "400000000");
        JsonValue entry = lines.getLast();
        assertThat(entry.member("change").text()).contains("changed");
        assertThat(entry.member("cells").toString()).contains("donor", "NO", "Riverbank Council");
        assertThat(entry.member("words").toString())
                .contains("aid.noun.receiver", ExtractionVersion.CURRENT.value() + "+", "2.1");
        Call csv = done("rebuild", "--book", book, "--lexicon", own, "--format", "csv");
        assertThat(csv.out().lines().toList())
                .hasSize(6)
                .anySatisfy(row -> assertThat(row)
                        .startsWith("NO-UA-2024-149hxbswdb,changed,donor,,NO,Riverbank Council,oslo,Fjord Wire,"));
    }

    /** Returns an older reading that took a price for assistance. */
    private static Extraction mistaken() {
        Document price = Document.of("b", "", "Tourists from Norway spent $20 million on ferry tickets to Moldova.");
        assertThat(Extractor.standard().extract(price).facts()).isEmpty();
        Fact told = Extractor.standard().extract(SUM).facts().getFirst();
        int start = price.text().indexOf("$20");
        Fact fact = new Fact.Aid(
                told.terms(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                List.of(),
                price.evidence(new Span(start, price.text().indexOf(" on ferry"))),
                told.rule(),
                told.date());
        return new Extraction(price, OLD, Publication.UNKNOWN, List.of(fact), List.of());
    }

    @Test
    void aNewerReaderSaysWhatCameAndWhatWentAndWhyItWasRefused() {
        try (Store store = open(Access.WRITE)) {
            store.appendAll(List.of(
                    new JournalEntry.Read(new Extraction(SUM, OLD, Publication.UNKNOWN, List.of(), List.of())),
                    new JournalEntry.Read(mistaken())));
        }
        Call call = done("rebuild", "--book", book);
        assertThat(call.out())
                .contains("2 now say something different", "Entries: 1 added, 1 removed, 0 changed")
                .contains("added NO-MD-undated-", "read as a sum of assistance now: rule ")
                .contains("removed NO-MD-undated-", "no longer a sum of assistance (price); before: rule ")
                .contains(
                        "reader tranche-reader/1\n",
                        "reader " + ExtractionVersion.CURRENT.revised(1).value());
    }

    @Test
    void aBookThatALaterVersionReadIsLeftToIt() {
        try (Store store = open(Access.WRITE)) {
            Extraction told = Extractor.standard().extract(SUM);
            store.append(new JournalEntry.Read(told.by(new ExtractionVersion("tranche-reader/999"))));
        }
        for (String option : List.of("--dry-run", "--details")) {
            Call refused = Call.of("rebuild", "--book", book, option);
            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.err()).contains("a later version of Tranche read this book", "tranche-reader/999");
        }
    }

    @Test
    void decisionsThatNoLongerFindTheirWordsAreNamed() {
        Decision decision;
        try (Store store = open(Access.WRITE)) {
            store.append(new JournalEntry.Read(mistaken()));
            Commitment entry = LedgerFold.of(store).entries().getFirst();
            decision = new Decision(
                    Instant.parse("2024-06-01T09:00:00.250Z"),
                    "anna",
                    "a price",
                    new Action.Reject(ClaimMark.of(entry.claims())));
            store.append(new JournalEntry.Decided(decision));
        }
        assertThat(done("rebuild", "--book", book).out())
                .contains("No entry of the ledger has changed.")
                .contains("1 decision no longer finds the words that it refers to: " + decision.id());
    }

    @Test
    void whatWasBrokenOffIsTakenUpAndComparedWithTheBookAsItWasBefore() {
        add();
        String whole =
                done("rebuild", "--book", book, "--lexicon", own, "--dry-run").out();
        Extractor reader = Extractor.of(Lexicon.standardWith(List.of(new LexiconFile("bodies.csv", ROWS))));
        try (Store store = open(Access.CHANGE)) {
            Rereading first = Rereading.begin(store, reader.version());
            var oslo = ((JournalEntry.Read) store.find(1).orElseThrow().entry()).extraction();
            first.keep(1, List.of(reader.again(oslo, first.version())));
        }
        assertThat(head()).isEqualTo(4);
        Call call = done("rebuild", "--book", book, "--lexicon", own);
        assertThat(call.err()).contains("continuing the re-reading that was interrupted");
        assertThat(call.out()).isEqualTo(whole);
        assertThat(head()).isEqualTo(4);
    }

    @Test
    void tablesAloneAreRebuiltWithoutReading() {
        add();
        Call tables = done("rebuild", "--book", book, "--tables");
        assertThat(tables.out()).isEmpty();
        assertThat(tables.err()).contains("the derived tables were rebuilt");
        for (List<String> wrong : List.of(
                List.of("--dry-run"), List.of("--details"), List.of("--format", "csv"), List.of("--lexicon", own))) {
            List<String> args = new ArrayList<>(List.of("rebuild", "--book", book, "--tables"));
            args.addAll(wrong);
            Call refused = Call.of(args.toArray(String[]::new));
            assertThat(refused.status()).isEqualTo(2);
            assertThat(refused.err()).contains("--tables reads no report again");
        }
    }
}
