package dev.tranche.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.extract.Extraction;
import dev.tranche.extract.Extractor;
import dev.tranche.review.Action;
import dev.tranche.review.ClaimMark;
import dev.tranche.review.Decision;
import dev.tranche.text.Delivery;
import dev.tranche.text.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A report is one report however often and under whatever names it comes. */
class ReportIdentityTest {

    private static final String NEWS =
            "Norway announced $90 million in military aid for Ukraine on Tuesday, the defence"
                    + " ministry in Oslo said.";
    private static final String MENDED =
            "Norway announced $95 million in military aid for Ukraine on Tuesday, the defence"
                    + " ministry in Oslo said. An earlier version gave another sum.";

    @Test
    void addressesAreComparedWithoutTrackingAndScheme() {
        String plain = ReportNames.address("https://www.Quayside.example/world/aid-1/");
        assertThat(plain).isEqualTo("quayside.example/world/aid-1");
        assertThat(ReportNames.address("http://quayside.example/world/aid-1?utm_source=rss&at_medium=RSS#top"))
                .isEqualTo(plain);
        assertThat(ReportNames.address("https://quayside.example/story?id=7&ref=home"))
                .isEqualTo("quayside.example/story?id=7");
        assertThat(ReportNames.address("https://quayside.example/")).isEmpty();
    }

    @Test
    void oneMoreFieldMakesNoSecondReport() {
        Document bare = Document.of("r7", "", NEWS)
                .with(
                        Optional.of("Quayside"),
                        Optional.of("https://quayside.example/a/7"),
                        Optional.of("2031-03-04"),
                        Optional.empty());
        Document more = bare.with(bare.outlet(), bare.address(), bare.published(), Optional.of("en"));
        Books book = new Books()
                .add(dev.tranche.extract.Extractor.standard().extract(bare))
                .add(dev.tranche.extract.Extractor.standard().extract(more));
        assertThat(book.folded().reports()).singleElement().satisfies(report -> {
            assertThat(report.key()).isEqualTo("r7");
            assertThat(report.history()).hasSize(1);
        });
        assertThat(book.ledger().entries().getFirst().reports()).containsExactly("r7");
    }

    @Test
    void theNewestWordingCountsAndTheOlderStaysInTheHistory() {
        String address = "https://quayside.example/live/9";
        Extraction old = Books.read("f1", "Quayside", address, "2031-03-04", "", NEWS);
        Extraction mended = Books.read("f2", "Quayside", address + "?utm_medium=x", "2031-03-05", "", MENDED);
        for (List<Extraction> order : List.of(List.of(old, mended), List.of(mended, old))) {
            Books book = new Books();
            order.forEach(book::add);
            assertThat(book.ledger().entries())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.amount().value()).isEqualByComparingTo("95000000"));
            assertThat(book.folded().reports().getFirst().history())
                    .extracting(FoldedBook.Version::id)
                    .containsExactly("f1");
        }
    }

    private static Extraction from(Delivery delivery, String id, String address, String day, String text) {
        Document document = Books.read(id, "Quayside", address, day, "", text).document();
        return Extractor.standard().extract(document.with(delivery));
    }

    /** Returns the reports of a book, which are the same in whatever order they come in. */
    private static List<FoldedBook.Report> reports(Extraction... readings) {
        List<FoldedBook.Report> first = List.of();
        List<Extraction> all = new ArrayList<>(List.of(readings));
        for (int turn = 0; turn < all.size(); turn++) {
            Books book = new Books();
            all.forEach(book::add);
            List<FoldedBook.Report> found = book.folded().reports();
            if (turn > 0) {
                assertThat(found).extracting(FoldedBook.Report::key).isEqualTo(keys(first));
                assertThat(found)
                        .extracting(FoldedBook.Report::feeds)
                        .isEqualTo(first.stream().map(FoldedBook.Report::feeds).toList());
            }
            first = found;
            Collections.rotate(all, 1);
        }
        return first;
    }

    private static List<String> keys(List<FoldedBook.Report> reports) {
        return reports.stream().map(FoldedBook.Report::key).toList();
    }

    @Test
    void whatASitePublishedIsNotReplacedByAnItemOfAnotherThatClaimsItsAddress() {
        String address = "https://quayside.example/a/7";
        Extraction own = from(Delivery.watched("https://quayside.example/feed", 0), "7", address, "2031-03-04", NEWS);
        for (Delivery other : List.of(
                Delivery.relayed("https://hilltop.example/feed", 900),
                Delivery.ofFeed("https://hilltop.example/wire", 900))) {
            Extraction claim = from(other, "7", address, "2031-03-09", MENDED);
            assertThat(reports(own, claim)).hasSize(2);
        }
        // A site that takes the name of the outlet, with an address of its own.
        Delivery hilltop = Delivery.watched("https://hilltop.example/feed", 900);
        Extraction named = from(hilltop, "7", "https://hilltop.example/x", "2031-03-05", MENDED);
        assertThat(reports(own, named)).hasSize(2);
        // Its own later wording does replace it.
        Extraction later =
                from(Delivery.watched("https://quayside.example/feed", 900), "7", address, "2031-03-04", MENDED);
        assertThat(reports(own, later))
                .singleElement()
                .satisfies(report -> assertThat(report.history()).hasSize(1));
    }

    @Test
    void aRelayedReportWithTheWordsOfTheSiteIsTheSameReport() {
        String address = "https://quayside.example/a/7";
        Extraction own = from(Delivery.watched("https://quayside.example/feed", 0), "7", address, "2031-03-04", NEWS);
        Extraction relayed =
                from(Delivery.relayed("https://hilltop.example/feed", 0), "x", address, "2031-03-02", NEWS);
        assertThat(reports(own, relayed)).singleElement().satisfies(report -> {
            assertThat(report.key()).isEqualTo("7");
            assertThat(report.feeds()).containsExactly("hilltop.example/feed", "quayside.example/feed");
        });
        // The site has replaced these words by now.
        Extraction later =
                from(Delivery.watched("https://quayside.example/feed", 900), "7", address, "2031-03-05", MENDED);
        assertThat(reports(own, relayed, later))
                .singleElement()
                .satisfies(report -> assertThat(report.feeds()).hasSize(2));
    }

    @Test
    void anItemOfAnAgencyThatTwoFeedsDeliverIsOneReport() {
        Delivery quay = Delivery.ofFeed("https://quay.example/wire", 1);
        Delivery dyke = Delivery.ofFeed("https://dyke.example/wire", 1);
        Extraction one = from(quay, "urn:a:7", "", "2031-03-04", NEWS);
        Extraction two = from(dyke, "urn:a:7", "", "2031-03-05", NEWS);
        assertThat(reports(one, two)).singleElement().satisfies(report -> {
            assertThat(report.key()).isEqualTo("urn:a:7");
            assertThat(report.feeds()).containsExactly("dyke.example/wire", "quay.example/wire");
            assertThat(report.claims()).hasSize(1);
        });
        // The agency and its words are the same; the feed gives the item a name of its own.
        Extraction renamed = from(dyke, "dyke-1", "", "2031-03-05", NEWS);
        assertThat(reports(one, renamed))
                .singleElement()
                .satisfies(report -> assertThat(report.feeds()).hasSize(2));
        // Months later it is news again.
        assertThat(reports(one, from(dyke, "dyke-1", "", "2031-07-05", NEWS))).hasSize(2);
    }

    @Test
    void whatOneFeedSaysLaterOfAnItemLeavesThatOfTheOther() {
        Delivery quay = Delivery.ofFeed("https://quay.example/wire", 1);
        Delivery dyke = Delivery.ofFeed("https://dyke.example/wire", 1);
        Extraction one = from(quay, "urn:a:7", "", "2031-03-04", NEWS);
        Extraction two = from(dyke, "urn:a:7", "", "2031-03-05", NEWS);
        Delivery again = Delivery.ofFeed("https://quay.example/wire", 2);
        Extraction corrected = from(again, "urn:a:7", "", "2031-03-06", MENDED);
        assertThat(reports(one, two, corrected)).hasSize(2);
        Delivery both = Delivery.ofFeed("https://dyke.example/wire", 2);
        assertThat(reports(one, two, corrected, from(both, "urn:a:7", "", "2031-03-06", MENDED)))
                .singleElement()
                .satisfies(report -> assertThat(report.feeds()).hasSize(2));
        Books book = new Books().add(one).add(two);
        book.add(new JournalEntry.Recalled("urn:a:7", quay.origin().orElseThrow(), "canceled"));
        assertThat(book.folded().reports()).singleElement().satisfies(report -> {
            assertThat(report.withdrawn()).isFalse();
            assertThat(report.entry()).isEqualTo(2);
        });
    }

    @Test
    void otherOutletsAndOtherDaysStayOtherReports() {
        Books book = new Books()
                .tell("a", "Quayside", "2031-03-04", NEWS)
                .tell("b", "Hilltop", "2031-03-04", NEWS)
                .tell("c", "Quayside", "2031-04-04", NEWS);
        assertThat(book.folded().reports()).hasSize(3);
    }

    @Test
    void theSameWordsOfOneOutletUnderAnotherFeedAreOneReport() {
        Books book = new Books().tell("a", "Quayside", "2031-03-04", NEWS).tell("b", "quayside", "2031-03-05", NEWS);
        assertThat(book.folded().reports()).hasSize(1);
    }

    @Test
    void addingTwiceShuffledAndFetchedAgainChangesNothing() {
        Random random = new Random(31);
        List<Extraction> stream = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String sum = List.of("$90 million", "$250 million", "$400 million").get(i % 3);
            String day = "2031-0" + (1 + i % 5) + "-1" + i % 7;
            stream.add(Books.read(
                    "r" + i,
                    "Outlet " + i % 4,
                    "https://outlet.example/" + i,
                    day,
                    "",
                    "Norway announced " + sum + " in military aid for Ukraine, report " + i
                            + " of the week said in Oslo."));
        }
        Ledger once = of(stream);
        for (int round = 0; round < 8; round++) {
            List<Extraction> again = new ArrayList<>(stream);
            for (Extraction reading : stream) {
                Document document = reading.document();
                if (random.nextBoolean()) {
                    // Fetched again: the same wording and day with another language tag and tracking.
                    again.add(dev.tranche.extract.Extractor.standard()
                            .extract(document.with(
                                    document.outlet(),
                                    document.address().map(one -> one + "?utm_source=feed" + random.nextInt(9)),
                                    document.published(),
                                    Optional.of("en-GB"))));
                }
            }
            Collections.shuffle(again, random);
            Ledger twice = of(again);
            assertThat(amounts(twice)).isEqualTo(amounts(once));
            assertThat(twice.entries()).extracting(Commitment::id).isEqualTo(ids(once));
        }
    }

    private static Ledger of(List<Extraction> readings) {
        Books book = new Books();
        readings.forEach(book::add);
        return book.ledger();
    }

    private static List<String> ids(Ledger ledger) {
        return ledger.entries().stream().map(Commitment::id).toList();
    }

    private static List<String> amounts(Ledger ledger) {
        return ledger.entries().stream()
                .map(entry -> entry.amount() + " " + entry.reports().size() + " " + entry.outlets())
                .toList();
    }

    @Test
    void aRejectionHoldsWhenTheSameWordsComeFromAnotherFeed() {
        Books book = new Books().tell("a", "Quayside", "2031-03-04", NEWS);
        List<ClaimMark> marks = ClaimMark.of(book.ledger().entries().getFirst().claims());
        Decision reject =
                new Decision(Instant.parse("2031-04-01T00:00:00Z"), "me", "not ours", new Action.Reject(marks));
        book.add(new JournalEntry.Decided(reject));
        assertThat(book.ledger().entries()).isEmpty();
        book.tell("b", "Quayside", "2031-03-04", NEWS).tell("c", "Hilltop", "2031-03-05", NEWS);
        assertThat(book.ledger().entries()).isEmpty();
        assertThat(book.folded().decisions().rulings())
                .singleElement()
                .satisfies(ruling -> assertThat(ruling.dangling()).isFalse());
    }
}
