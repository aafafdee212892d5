package dev.tranche.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.extract.Extraction;
import dev.tranche.extract.ExtractionVersion;
import dev.tranche.extract.Extractor;
import dev.tranche.fact.AidType;
import dev.tranche.fact.Stage;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.ledger.SourceClass;
import dev.tranche.ledger.Standing;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.record.OfficialRecord;
import dev.tranche.resolve.Claim;
import dev.tranche.review.Action;
import dev.tranche.review.ClaimMark;
import dev.tranche.review.Decision;
import dev.tranche.review.Field;
import dev.tranche.source.Incoming;
import dev.tranche.source.ReportReader;
import dev.tranche.standing.RulePrecision;
import dev.tranche.testkit.Repository;
import dev.tranche.text.Document;
import dev.tranche.timeline.NameBook;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is shown of a book agrees with the book. */
class BookViewTest {

    private static final long SEED = Long.getLong("seed", 20240607L);
    private static final BookSettings WITH_RECORD = new BookSettings(OfficialRecord.shipped(), true);
    private static final Wording WORDING = new Wording(Object::toString, Object::toString, code -> code);

    @SuppressWarnings("NullAway.Init")
    private static List<JournalEntry> entries;

    @SuppressWarnings("NullAway.Init")
    private static BookView view;

    @BeforeAll
    static void readSamples() throws IOException {
        entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(Repository.corpus("samples"))) {
            for (Path file : files.sorted().toList()) {
                if (!file.endsWith("README.md")) {
                    for (Incoming incoming :
                            ReportReader.readAll(String.valueOf(file.getFileName()), Files.readAllBytes(file))) {
                        if (incoming instanceof Incoming.Report report) {
                            entries.add(read(report.document()));
                        }
                    }
                }
            }
        }
        view = view(WITH_RECORD, entries);
    }

    private static JournalEntry.Read read(Document document) {
        return new JournalEntry.Read(Extractor.standard().extract(document));
    }

    private static BookView view(BookSettings settings, List<JournalEntry> journal) {
        GrowingBook book = new GrowingBook(settings, Lexicon.standard()::nameOf);
        for (int i = 0; i < journal.size(); i++) {
            book.add(i + 1, journal.get(i));
        }
        return book.view();
    }

    /** Returns the view of the samples. */
    static BookView sampled() {
        return view;
    }

    static BookView decided(Action... actions) {
        List<JournalEntry> journal = new ArrayList<>(entries);
        for (int i = 0; i < actions.length; i++) {
            journal.add(
                    new JournalEntry.Decided(new Decision(Instant.EPOCH.plusMillis(i), "anna", "because", actions[i])));
        }
        return view(WITH_RECORD, journal);
    }

    @Test
    void theViewHoldsTheWholeBook() {
        assertThat(view.head()).isEqualTo(entries.size()).isGreaterThan(50);
        assertThat(view.reports()).hasSize(entries.size());
        assertThat(view.index().entries()).isEqualTo(view.ledger().entries());
        assertThat(view.equations()).isNotEmpty();
        assertThat(view.names().names()).isNotEmpty();
        assertThat(view.statements().lines()).isNotEmpty();
        assertThat(view.figures().things()).isNotEmpty();
        assertThat(view.timeline().timeline().events()).isNotEmpty();
    }

    /** Bit sets select the same entries as a look at each of them. */
    @Test
    void everyQueryFindsWhatLookingAtEachEntryFinds() {
        Random random = new Random(SEED);
        int found = 0;
        for (int i = 0; i < 300; i++) {
            LedgerQuery query = query(random);
            Selection selection = view.index().select(query);
            List<Commitment> expected =
                    view.ledger().entries().stream().filter(query::matches).toList();
            List<Commitment> page = view.index().page(selection, LedgerSort.DATE, true, 0, 10_000);
            assertThat(page).as("seed %s, %s", SEED, query).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(selection.total()).isEqualTo(expected.size());
            List<Commitment> counted = expected.stream()
                    .filter(entry -> entry.leaf()
                            && entry.standing() == Standing.BOOKED
                            && (query.values().containsKey(Facet.STAGE)
                                    || entry.stage() == Stage.ANNOUNCED
                                    || entry.stage() == Stage.DELIVERED))
                    .toList();
            assertThat(selection.sums()).isEqualTo(Sums.of(counted));
            found += expected.size();
        }
        assertThat(found).isGreaterThan(300);
    }

    private static LedgerQuery query(Random random) {
        LedgerQuery query = LedgerQuery.ALL;
        for (Facet facet : Facet.values()) {
            if (random.nextInt(6) == 0) {
                List<String> values = new ArrayList<>(view.index().counts(facet).keySet());
                query = query.with(facet, values.get(random.nextInt(values.size())));
            }
        }
        Optional<LocalDate> from = random.nextInt(4) == 0
                ? Optional.of(LocalDate.of(2022, 1, 1).plusDays(random.nextInt(900)))
                : Optional.empty();
        Optional<Boolean> leaf = random.nextInt(4) == 0 ? Optional.of(random.nextBoolean()) : Optional.empty();
        Optional<BigDecimal> least =
                random.nextInt(4) == 0 ? Optional.of(BigDecimal.valueOf(400_000_000)) : Optional.empty();
        return new LedgerQuery(
                query.values(),
                from,
                Optional.empty(),
                least,
                Optional.empty(),
                leaf,
                Optional.empty(),
                Optional.empty(),
                "");
    }

    /** What is read again, by a later version or with a later report, is not new. */
    @Test
    void entriesAreNewAfterAStateWhenTheirFirstReportCameInAfterIt() {
        for (long since : new long[] {0, entries.size() / 2, entries.size()}) {
            Selection found = view.index().select(since(since));
            List<Commitment> later = view.ledger().entries().stream()
                    .filter(entry -> !entry.claims().isEmpty()
                            && entry.claims().stream()
                                    .allMatch(claim -> view.report(claim.report())
                                                    .orElseThrow()
                                                    .number()
                                            > since))
                    .toList();
            assertThat(view.index().page(found, LedgerSort.DATE, true, 0, found.total()))
                    .as("since %d", since)
                    .containsExactlyInAnyOrderElementsOf(later);
        }
        assertThat(view.index().select(since(0)).total()).isPositive();
        List<JournalEntry> twice = new ArrayList<>(entries);
        for (JournalEntry entry : entries) {
            Extraction reading = ((JournalEntry.Read) entry).extraction();
            twice.add(new JournalEntry.Read(new Extraction(
                    reading.document(),
                    new ExtractionVersion("tranche-reader/99"),
                    reading.published(),
                    reading.facts(),
                    reading.refused(),
                    reading.story(),
                    reading.problems())));
        }
        BookView again = view(WITH_RECORD, twice);
        assertThat(again.reports()).allMatch(report -> report.number() > entries.size());
        assertThat(again.index().select(since(entries.size())).total()).isZero();
        assertThat(again.index().select(since(0)).total())
                .isEqualTo(view.index().select(since(0)).total());
    }

    private static LedgerQuery since(long state) {
        return new LedgerQuery(
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(state),
                "");
    }

    @Test
    void pagesOfEveryOrderHoldEachEntryOnce() {
        Selection all = view.index().select(LedgerQuery.ALL);
        for (LedgerSort sort : LedgerSort.values()) {
            for (boolean falling : new boolean[] {true, false}) {
                List<Commitment> seen = new ArrayList<>();
                for (int skipped = 0; skipped < all.total(); skipped += 7) {
                    seen.addAll(view.index().page(all, sort, falling, skipped, 7));
                }
                assertThat(seen).as(sort.slug()).hasSize(all.total()).doesNotHaveDuplicates();
                assertThat(seen).isSortedAccordingTo(sort.order(falling));
                boolean gone = false;
                for (Commitment entry : seen) {
                    gone |= sort.isMissing(entry);
                    assertThat(sort.isMissing(entry))
                            .as("missing values come last")
                            .isEqualTo(gone);
                }
            }
        }
    }

    @Test
    void monthsComeToTheSumsOfDatedLeaves() {
        Selection all = view.index().select(LedgerQuery.ALL);
        Map<String, BigDecimal> sums = new TreeMap<>();
        all.months()
                .forEach(month -> month.sums()
                        .byCurrency()
                        .forEach((currency, sum) -> sums.merge(currency, sum, BigDecimal::add)));
        List<Commitment> dated = view.ledger().entries().stream()
                .filter(entry -> LedgerSort.day(entry).isPresent())
                .filter(LedgerQuery.ALL.counted())
                .toList();
        assertThat(sums).isNotEmpty().isEqualTo(Sums.of(dated).byCurrency());
        assertThat(all.months()).isSortedAccordingTo(Comparator.comparing(MonthSums::month));
    }

    @Test
    void wordsAreFoundInPartiesItemsTitlesAndQuotes() {
        for (String words : List.of("ukraine", "PATRIOT", "himars", "harbour wire", "US-UA")) {
            LedgerQuery query = LedgerQuery.ALL.withWords(words);
            assertThat(view.index().select(query).total()).as(words).isPositive();
        }
        LedgerQuery nothing = LedgerQuery.ALL.withWords("ukraine zzzz");
        assertThat(view.index().select(nothing).total()).isZero();
    }

    @Test
    void totalsOfTheRecordLieOverItsRows() {
        TotalSeries series = view.totals().choices().stream()
                .filter(one -> one.source() == SourceClass.RECORD && one.since().equals(Optional.of("2022-02-24")))
                .findFirst()
                .orElseThrow();
        List<TotalsView.Step> line = view.totals().line(series);
        BigDecimal sum = BigDecimal.ZERO;
        for (TotalsView.Step step : line) {
            sum = sum.add(step.amount());
            assertThat(step.sum()).isEqualByComparingTo(sum);
            assertThat(step.date()).isAfterOrEqualTo(LocalDate.of(2022, 2, 24));
        }
        List<TotalPoint> points = view.totals().points(series);
        assertThat(points).hasSize(series.points()).isSortedAccordingTo(Comparator.comparing(TotalPoint::date));
        assertThat(points).anyMatch(point -> point.equation().isPresent());
        for (TotalPoint point : points) {
            BigDecimal own = line.stream()
                    .filter(step -> !step.date().isAfter(point.date()))
                    .map(TotalsView.Step::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(point.own()).isEqualByComparingTo(own);
            assertThat(point.difference()).isEqualByComparingTo(point.stated().subtract(own));
        }
    }

    @Test
    void everySeriesOfReportsHasItsTotals() {
        List<TotalSeries> told = view.totals().choices().stream()
                .filter(one -> one.source() == SourceClass.REPORT)
                .toList();
        assertThat(told).isNotEmpty();
        for (TotalSeries series : told) {
            assertThat(view.totals().points(series))
                    .hasSize(series.points())
                    .allMatch(
                            point -> !point.reports().isEmpty() && point.quote().isPresent());
        }
    }

    @Test
    void theMapAddsNoCurrencies() {
        for (String currency : view.index().counts(Facet.CURRENCY).keySet()) {
            WorldMap map = WorldMap.of(view.ledger().entries(), currency);
            BigDecimal expected = view.ledger().entries().stream()
                    .filter(entry -> entry.leaf()
                            && entry.standing() == Standing.BOOKED
                            && entry.amount().currency().equals(currency)
                            && (entry.stage() == Stage.ANNOUNCED || entry.stage() == Stage.DELIVERED)
                            && entry.donors().size() == 1
                            && entry.recipients().size() == 1)
                    .map(entry -> entry.amount().value())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal flows = map.flows().stream().map(WorldMap.Flow::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(flows).as(currency).isEqualByComparingTo(expected);
            assertThat(map.rates()).isEmpty();
        }
        WorldMap converted = WorldMap.of(view.ledger().entries(), WorldMap.CONVERTED);
        assertThat(converted.rates())
                .hasValueSatisfying(words -> assertThat(words).contains("approximate"));
        assertThat(converted.flows()).anyMatch(flow -> flow.donor().equals("DK"));
    }

    @Test
    void theDeskIsInOrderOfWorthAndTheSameEachTime() {
        assertThat(view.tasks())
                .isNotEmpty()
                .isSortedAccordingTo(Comparator.comparing(Task::worth).reversed());
        assertThat(view.tasks().stream().map(Task::id)).doesNotHaveDuplicates();
        assertThat(view(WITH_RECORD, entries).tasks()).isEqualTo(view.tasks());
        assertThat(view.tasks().stream().map(Task::kind))
                .contains(TaskKind.RESIDUAL, TaskKind.CONTRADICTION, TaskKind.RULE);
        assertThat(view.tasks().stream().filter(task -> task.kind() == TaskKind.RESIDUAL))
                .allMatch(task -> !task.equation().orElseThrow().holds());
    }

    @Test
    void whatAPersonAcceptedLeavesTheDesk() {
        Task task = view.tasks().stream()
                .filter(one -> one.kind() == TaskKind.RULE)
                .findFirst()
                .orElseThrow();
        Commitment entry = view.index().find(task.entries().getFirst()).orElseThrow();
        BookView after = decided(new Action.Accept(ClaimMark.of(entry.claims()), entry.cells()));
        assertThat(after.tasks().stream().map(Task::id)).doesNotContain(task.id());
        Commitment accepted = after.index().find(entry.id()).orElseThrow();
        assertThat(after.decisionsOf(accepted)).hasSize(1);
        LedgerQuery reviewed = new LedgerQuery(
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(true),
                Optional.empty(),
                "");
        assertThat(after.index().select(reviewed).total()).isEqualTo(1);
    }

    @Test
    void whatAPersonSplitIsNotProposedForJoiningAgain() {
        Commitment entry = view.ledger().entries().stream()
                .filter(one -> one.claims().size() > 2 && one.type() == AidType.MILITARY)
                .findFirst()
                .orElseThrow();
        List<Claim> claims = entry.claims();
        BookView after = decided(
                new Action.Split(ClaimMark.of(claims.subList(0, 1)), ClaimMark.of(claims.subList(1, claims.size()))));
        List<String> halves = after.decisions().rulings().getFirst().entries();
        assertThat(halves).hasSize(2);
        assertThat(after.tasks())
                .noneMatch(task -> task.kind() == TaskKind.DOUBLE && new HashSet<>(task.entries()).containsAll(halves));
    }

    @Test
    void aDecisionAboutNothingDangles() {
        BookView after = decided(new Action.Withdraw("no such report"));
        assertThat(after.tasks())
                .anyMatch(task ->
                        task.kind() == TaskKind.DECISION && task.ruling().isPresent());
    }

    @Test
    void aWithdrawnReportIsListedAndTellsNothing() {
        String key = view.reports().stream()
                .filter(line -> !view.index().ofReport(line.key()).isEmpty())
                .findFirst()
                .orElseThrow()
                .key();
        BookView after = decided(new Action.Withdraw(key));
        ReportLine line = after.report(key).orElseThrow();
        assertThat(line.withdrawn()).isTrue();
        assertThat(after.index().ofReport(key)).isEmpty();
        assertThat(after.claimsOf(key)).isEmpty();
        assertThat(after.reports()).hasSameSizeAs(view.reports());
    }

    @Test
    void cellsNameTheClaimsThatSayEachValue() {
        int differing = 0;
        for (Commitment entry : view.ledger().entries()) {
            for (Cell cell : EntryCells.of(entry, view::entryOfClaim, WORDING)) {
                List<Integer> places = cell.said().stream()
                        .flatMap(said -> said.claims().stream())
                        .toList();
                assertThat(places).doesNotHaveDuplicates();
                assertThat(places)
                        .allMatch(place -> place >= 0 && place < entry.claims().size());
                if (cell.field() == Field.AMOUNT) {
                    assertThat(places).hasSize(entry.claims().size());
                    differing += cell.said().size() > 1 ? 1 : 0;
                }
            }
        }
        assertThat(differing).isPositive();
    }

    @Test
    void aPackageIsWholeWhicheverNodeIsAsked() {
        List<Commitment> wholes =
                view.ledger().entries().stream().filter(entry -> !entry.leaf()).toList();
        assertThat(wholes).isNotEmpty();
        int trees = 0;
        for (Commitment whole : wholes) {
            List<Commitment> nodes = view.packageOf(whole);
            trees += nodes.size() > 1 ? 1 : 0;
            for (Commitment node : nodes) {
                assertThat(view.packageOf(node)).isEqualTo(nodes);
            }
        }
        assertThat(trees).isPositive();
    }

    @Test
    void entriesThatMayBeOneNameEachOther() {
        BookView doubles = view(
                new BookSettings(OfficialRecord.EMPTY, false),
                List.of(
                        read(dated("one", "2024-03-01")),
                        read(dated("two", "2024-03-11")),
                        read(dated("far", "2025-09-11"))));
        assertThat(doubles.ledger().entries()).hasSize(3);
        for (Commitment entry : doubles.ledger().entries()) {
            for (Commitment other : doubles.doublesOf(entry)) {
                assertThat(doubles.doublesOf(other)).contains(entry);
            }
        }
        assertThat(doubles.tasks().stream().filter(task -> task.kind() == TaskKind.DOUBLE))
                .hasSize(1);
    }

    /** A sum in a headline is news: ten days later it may be the next package, or the same one again. */
    private static Document dated(String id, String day) {
        return Document.of(id, "Norway announces $300 million in military aid for Ukraine", "The words of " + id + ".")
                .with(Optional.of(id), Optional.empty(), Optional.of(day), Optional.empty());
    }

    @Test
    void namesOfAllReportsMeetUnderTheirIds() {
        List<NameBook.Entry> names = view.names().names();
        assertThat(names)
                .isSortedAccordingTo(Comparator.comparingInt(
                        (NameBook.Entry name) -> -name.reports().size()));
        assertThat(names.stream().map(name -> name.kind() + name.id())).doesNotHaveDuplicates();
        assertThat(names).allMatch(name -> !name.spellings().contains(name.name()));
        assertThat(view.names().find(Optional.empty(), "UKRAINE")).isNotEmpty();
    }

    @Test
    void precisionsAreOfRulesAndNeverCertain() {
        RulePrecision precision = RulePrecision.shipped();
        assertThat(precision
                        .of(new dev.tranche.fact.RuleId("aid.noun.receiver"))
                        .read())
                .isPositive();
        assertThat(precision.of(new dev.tranche.fact.RuleId("aid.unheard")).expected())
                .isEqualByComparingTo("0.5");
    }
}
