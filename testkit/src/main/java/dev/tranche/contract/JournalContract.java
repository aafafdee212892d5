package dev.tranche.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.agreement.Agreement;
import dev.tranche.agreement.AgreementStage;
import dev.tranche.dating.StatedDate;
import dev.tranche.encounter.Encounter;
import dev.tranche.encounter.EncounterKind;
import dev.tranche.encounter.EncounterStage;
import dev.tranche.encounter.Ordinal;
import dev.tranche.encounter.Participant;
import dev.tranche.encounter.Place;
import dev.tranche.extract.Extraction;
import dev.tranche.extract.Extractor;
import dev.tranche.fact.AidType;
import dev.tranche.fact.Stage;
import dev.tranche.fact.Terms;
import dev.tranche.figure.Figure;
import dev.tranche.item.Item;
import dev.tranche.item.ItemStage;
import dev.tranche.ledger.FoldedBook;
import dev.tranche.ledger.Journal;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.ledger.Ledger;
import dev.tranche.ledger.LedgerFold;
import dev.tranche.ledger.MemoryJournal;
import dev.tranche.mention.Bound;
import dev.tranche.mention.StatedAmount;
import dev.tranche.naming.NameKind;
import dev.tranche.review.Action;
import dev.tranche.review.CellChange;
import dev.tranche.review.CellValue;
import dev.tranche.review.ClaimMark;
import dev.tranche.review.ClaimPattern;
import dev.tranche.review.Content;
import dev.tranche.review.ContentMark;
import dev.tranche.review.Decision;
import dev.tranche.review.Field;
import dev.tranche.review.NameMark;
import dev.tranche.review.NoteKind;
import dev.tranche.review.Shown;
import dev.tranche.review.StoryAction;
import dev.tranche.statement.Speaker;
import dev.tranche.statement.Stance;
import dev.tranche.statement.Statement;
import dev.tranche.text.Delivery;
import dev.tranche.text.Document;
import dev.tranche.text.DocumentId;
import dev.tranche.text.Evidence;
import dev.tranche.text.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every journal must do, wherever it keeps its entries. */
public interface JournalContract {

    /** Opens the journal under test: empty at the first call, with all that was added at every further call. */
    Journal open();

    /** Completes what was added, so that {@link #open} finds it. */
    void close(Journal journal);

    /** Returns a report of some sums, with letters, symbols and an emoji that a store may break. */
    static JournalEntry.Read report(String id, int millions) {
        Document document = Document.of(
                        id,
                        "US to send Ukraine $" + millions + " million in military aid",
                        "The Pentagon announced $" + millions
                                + " million in military aid for Ukraine \u2013 \u201cmore to come\u201d"
                                + " \ud83d\ude80.\n"
                                + "Łódź\t\u0000end.")
                .with(Optional.of("Quayside \"Wire\""), Optional.empty(), Optional.of("2023-03-03"), Optional.of("en"));
        Extraction extraction = Extractor.standard().extract(document);
        return new JournalEntry.Read(extraction);
    }

    /** Returns the same report as it came in from an origin. */
    static JournalEntry.Read from(String origin, String id, int millions) {
        return from(origin, id, millions, millions);
    }

    /** Returns a version of it. */
    static JournalEntry.Read from(String origin, String id, int millions, int version) {
        Document document = report(id, millions).extraction().document();
        return new JournalEntry.Read(
                Extractor.standard().extract(document.with(new Delivery(Optional.of(origin), version))));
    }

    /** Returns a decision made at a given second of the day. */
    static JournalEntry.Decided decided(int second, Action action) {
        return new JournalEntry.Decided(new Decision(
                Instant.parse("2024-05-06T07:00:00.001Z").plusSeconds(second),
                "anna.k",
                "why\u0000 \ud83d\ude80",
                action));
    }

    /** Returns the words of the sum in the body of {@link #report}. */
    static ClaimMark mark(JournalEntry.Read read) {
        Evidence evidence = read.extraction().facts().getLast().evidence();
        return new ClaimMark(read.extraction().document().id().value(), evidence.span(), evidence.quote());
    }

    /** Returns one decision of each kind, with everything that it can hold. */
    static List<JournalEntry> decisions() {
        ClaimMark one = mark(report("a", 400));
        ClaimMark two = mark(report("b", 250));
        ClaimMark half = new ClaimMark("c~0123abcd", new Span(7, 9), "x\ud800");
        StatedAmount amount = new StatedAmount(
                new BigDecimal("1234567.5"), Optional.of(new BigDecimal("2e9")), "USD", Bound.AT_LEAST);
        Terms terms =
                new Terms(amount, List.of("NL", "DK"), List.of(), AidType.MILITARY, Stage.PLANNED, Optional.of("PDA"));
        List<CellChange> changes = List.of(
                new CellChange("400000000 USD", new CellValue.Amount(amount)),
                new CellChange("", new CellValue.Donors(List.of("US", "GB"))),
                new CellChange("UA", new CellValue.Recipients(List.of())),
                new CellChange("unknown", new CellValue.Kind(AidType.FINANCIAL)),
                new CellChange("announced", new CellValue.Reached(Stage.BLOCKED)),
                new CellChange("PDA", new CellValue.Under(Optional.empty())),
                new CellChange("", new CellValue.Days(StatedDate.since(LocalDate.of(2024, 2, 29)))),
                new CellChange("3", new CellValue.Place(OptionalInt.empty())),
                new CellChange("whole", new CellValue.PartOf(List.of(two), "US-UA-1")));
        List<Action> actions = List.of(
                new Action.Accept(
                        List.of(one, half),
                        List.of(new Shown(Field.DONOR, "US"), new Shown(Field.AMOUNT, "400000000 USD"))),
                new Action.Correct(List.of(one), changes),
                new Action.Correct(
                        List.of(one),
                        List.of(
                                new CellChange("", new CellValue.PartOf(List.of(), "")),
                                new CellChange("", new CellValue.Place(OptionalInt.of(34))),
                                new CellChange("", new CellValue.Under(Optional.of("USAI"))))),
                new Action.Merge(List.of(List.of(one), List.of(two, half))),
                new Action.Split(List.of(one), List.of(two)),
                new Action.Reject(List.of(one, two)),
                new Action.Add(half, terms, OptionalInt.of(2), StatedDate.UNKNOWN),
                new Action.Withdraw("a"),
                new Action.Restore("a"),
                new Action.Note(List.of(one), "entry-1", "a1", NoteKind.ASSIGN, Optional.of("bert")),
                new Action.Note(List.of(), "residual-1", "a1", NoteKind.ASIDE, Optional.empty()),
                new Action.Undo("20240506T070001001Z-anna.k"),
                new Action.Rule(new ClaimPattern(
                        Optional.of("Quayside Wire"), Optional.of("in all"), List.of("NO"), List.of("MD"))),
                new Action.Rule(new ClaimPattern(Optional.empty(), Optional.of("so far"), List.of(), List.of())),
                new StoryAction.SetContent("a", Optional.of(figure("a", "9")), figure("a", "9.5")),
                new StoryAction.SetContent("b~0123abcd", Optional.empty(), gift("b")),
                new StoryAction.SetContent("a", Optional.of(agreed("a", "harbour deal")), agreed("a", "ferry deal")),
                new StoryAction.RejectContent(List.of(new ContentMark("a", met("a")), new ContentMark("a", item("a")))),
                new StoryAction.MergeContent(List.of(new ContentMark("a", said("a")), new ContentMark("b", said("b")))),
                new StoryAction.SplitContent(List.of(new ContentMark("a", met("a")))),
                new StoryAction.MergeNames(List.of(name("ada-berg", "Ada Berg"), name("a-berg", "A. Berg"))),
                new StoryAction.SplitName(List.of(name("a-berg", "A. Berg")), Set.of("b", "a"), "a-berg-2"),
                new Action.Together(List.of(
                        new Action.Accept(List.of(one), List.of(new Shown(Field.DONOR, "US"))),
                        new Action.Correct(List.of(two), changes),
                        new Action.Merge(List.of(List.of(one), List.of(two))),
                        new Action.Reject(List.of(half)))));
        List<JournalEntry> decided = new ArrayList<>();
        actions.forEach(action -> decided.add(decided(decided.size(), action)));
        return decided;
    }

    private static Evidence words(String report) {
        return new Evidence(new DocumentId(report), new Span(3, 9), "\u201cmet\"\n");
    }

    private static Content figure(String report, String value) {
        return new Content.Counted(
                new Figure(new BigDecimal(value), Bound.ABOUT, "wagons", Optional.of("the port"), words(report)));
    }

    private static Content met(String report) {
        return new Content.Met(new Encounter(
                EncounterKind.VISIT,
                List.of(
                        new Participant(Optional.of("Ada Berg"), "", Optional.of("NO")),
                        new Participant(Optional.empty(), "mayor", Optional.empty())),
                Optional.of(new Place("Narvik", Optional.of("NO"))),
                StatedDate.until(LocalDate.of(2031, 4, 1)),
                EncounterStage.PLANNED,
                Optional.of(new Ordinal(3, Optional.of("2031-01"))),
                words(report)));
    }

    private static Content said(String report) {
        return new Content.Said(new Statement(
                new Speaker(Optional.empty(), "an official", Optional.of("SE"), true),
                "say",
                true,
                Stance.WARNS,
                Optional.of("the press"),
                Optional.of("a paper"),
                OptionalInt.empty(),
                words(report)));
    }

    private static Content item(String report) {
        return new Content.Supplied(new Item(
                "snow ploughs",
                "other",
                OptionalLong.of(12),
                Optional.empty(),
                ItemStage.SUPPLIED,
                OptionalInt.empty(),
                StatedDate.on(LocalDate.of(2031, 4, 1)),
                words(report)));
    }

    private static Content agreed(String report, String name) {
        return new Content.Agreed(new Agreement(
                List.of("NO", "SE"),
                name,
                AgreementStage.UNDER_NEGOTIATION,
                StatedDate.until(LocalDate.of(2031, 4, 1)),
                words(report)));
    }

    private static Content gift(String report) {
        return new Content.Gift(
                "a new package of clinics",
                List.of("NO"),
                List.of(),
                AidType.HUMANITARIAN,
                Stage.ANNOUNCED,
                StatedDate.UNKNOWN,
                words(report));
    }

    private static NameMark name(String id, String name) {
        return new NameMark(NameKind.PERSON, id, name, Optional.of("NO"));
    }

    /** Entries come back as they were added, in order. */
    @Test
    default void entriesComeBackInOrder() {
        List<JournalEntry> added = new ArrayList<>(List.of(
                report("b", 400),
                new JournalEntry.Withdrawn("c", "a hoax,\n\"twice\""),
                new JournalEntry.Recalled("c", "agency \u201cquay\u201d", "canceled\n"),
                from("agency \u201cquay\u201d", "c", 300),
                report("a", 250)));
        added.addAll(decisions());
        Journal journal = open();
        added.forEach(entry -> assertThat(journal.append(entry)).isTrue());
        assertThat(journal.entries()).isEqualTo(added);
        close(journal);
        Journal again = open();
        assertThat(again.entries()).isEqualTo(added);
        close(again);
    }

    /** An entry that is already there changes nothing, in the same run and in a later one. */
    @Test
    default void repetitionChangesNothing() {
        Journal journal = open();
        assertThat(journal.append(report("a", 400))).isTrue();
        assertThat(journal.append(report("a", 400))).isFalse();
        close(journal);
        Journal again = open();
        assertThat(again.append(report("a", 400))).isFalse();
        assertThat(again.entries()).hasSize(1);
        close(again);
    }

    /** The ledger of a journal read again is the ledger of the entries. */
    @Test
    default void replayGivesTheSameLedger() {
        Journal memory = new MemoryJournal();
        Journal journal = open();
        for (int i = 0; i < 20; i++) {
            JournalEntry entry = report("r" + i, 100 + 25 * (i % 5));
            memory.append(entry);
            journal.append(entry);
        }
        close(journal);
        Journal again = open();
        Ledger replayed = LedgerFold.of(again);
        assertThat(replayed).isEqualTo(LedgerFold.of(memory));
        assertThat(replayed.entries()).isNotEmpty();
        close(again);
    }

    /** What a withdrawn report says no longer counts. */
    @Test
    default void withdrawnReportsCountNoMore() {
        Journal journal = open();
        journal.append(report("a", 400));
        journal.append(new JournalEntry.Withdrawn("a", "a hoax"));
        assertThat(LedgerFold.of(journal).entries()).isEmpty();
        close(journal);
    }

    /** An agency withdraws what came from its own origin, in any order, and nothing else; a person restores it. */
    @Test
    default void agenciesWithdrawOnlyWhatCameFromThem() {
        JournalEntry read = from("feed quay.example", "a", 400);
        JournalEntry own = new JournalEntry.Recalled("a", "feed quay.example", "canceled");
        JournalEntry others = new JournalEntry.Recalled("a", "feed dyke.example", "canceled");
        JournalEntry otherId = new JournalEntry.Recalled("b", "feed quay.example", "canceled");
        Journal journal = open();
        List.of(others, read, otherId).forEach(journal::append);
        assertThat(LedgerFold.of(journal).entries()).hasSize(1);
        journal.append(own);
        assertThat(LedgerFold.of(journal).entries()).isEmpty();
        journal.append(decided(1, new Action.Restore("a")));
        assertThat(LedgerFold.of(journal).entries()).hasSize(1);
        close(journal);
        Journal reversed = new MemoryJournal();
        List.of(own, read).forEach(reversed::append);
        assertThat(LedgerFold.of(reversed).entries()).isEmpty();
    }

    /** What another origin sent under the same id counts, although the agency of the first has withdrawn its own. */
    @Test
    default void theSameWordsFromElsewhereStayWhenAnAgencyWithdrawsItsOwn() {
        Journal journal = open();
        journal.append(from("feed quay.example", "a", 400));
        journal.append(from("feed dyke.example", "a", 400));
        journal.append(new JournalEntry.Recalled("a", "feed dyke.example", "canceled"));
        assertThat(LedgerFold.of(journal).entries()).hasSize(1);
        journal.append(new JournalEntry.Recalled("a", "feed quay.example", "canceled"));
        assertThat(LedgerFold.of(journal).entries()).isEmpty();
        close(journal);
    }

    /**
     * A later version from the same origin takes the place of an earlier one, whichever comes in first; no other does.
     */
    @Test
    default void correctedItemsReplaceTheirEarlierVersion() {
        JournalEntry first = from("feed quay", "a", 1400, 1);
        JournalEntry corrected = from("feed quay", "a", 250, 2);
        for (List<JournalEntry> order : List.of(List.of(first, corrected), List.of(corrected, first))) {
            Journal memory = new MemoryJournal();
            order.forEach(memory::append);
            assertThat(sums(memory)).containsExactly("250000000");
            FoldedBook book = LedgerFold.book(memory);
            assertThat(book.reports()).singleElement().satisfies(report -> {
                assertThat(report.key()).isEqualTo("a");
                assertThat(report.history()).hasSize(1);
            });
        }
        Journal journal = open();
        journal.append(first);
        for (String other : List.of("feed dyke", "agency quay", "watched quay")) {
            journal.append(from(other, "a", 250, 9));
            assertThat(sums(journal)).as(other).contains("1400000000");
        }
        journal.append(corrected);
        assertThat(sums(journal)).doesNotContain("1400000000");
        close(journal);
    }

    private static List<String> sums(Journal journal) {
        return LedgerFold.of(journal).entries().stream()
                .map(entry -> entry.amount().value().toPlainString())
                .sorted()
                .toList();
    }

    /** The last word on a report that no later decision undoes counts. */
    @Test
    default void reportsAreWithdrawnRestoredAndThatIsUndone() {
        Journal journal = open();
        journal.append(report("a", 400));
        journal.append(new JournalEntry.Withdrawn("a", "a hoax"));
        journal.append(decided(1, new Action.Restore("a")));
        assertThat(LedgerFold.of(journal).entries()).hasSize(1);
        journal.append(decided(2, new Action.Withdraw("a")));
        assertThat(LedgerFold.of(journal).entries()).isEmpty();
        journal.append(decided(3, new Action.Undo("20240506T070002001Z-anna.k")));
        assertThat(LedgerFold.of(journal).entries()).hasSize(1);
        journal.append(decided(4, new Action.Undo("20240506T070003001Z-anna.k")));
        assertThat(LedgerFold.of(journal).entries()).isEmpty();
        close(journal);
    }

    /** A decision is added once, and another of the same moment beside it. */
    @Test
    default void equalDecisionsAreOne() {
        Journal journal = open();
        assertThat(journal.append(decided(1, new Action.Withdraw("a")))).isTrue();
        assertThat(journal.append(decided(1, new Action.Withdraw("a")))).isFalse();
        assertThat(journal.append(decided(1, new Action.Withdraw("b")))).isTrue();
        assertThat(journal.entries()).hasSize(2);
        close(journal);
    }
}
