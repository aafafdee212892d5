package dev.tranche.books;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.extract.Extraction;
import dev.tranche.extract.ExtractionVersion;
import dev.tranche.extract.Extractor;
import dev.tranche.fact.AidType;
import dev.tranche.fact.Fact;
import dev.tranche.fact.RuleId;
import dev.tranche.fact.Stage;
import dev.tranche.fact.Terms;
import dev.tranche.law.RandomDecisions;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.DecisionBook;
import dev.tranche.ledger.FoldedBook;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.ledger.Ledger;
import dev.tranche.ledger.Review;
import dev.tranche.mention.Bound;
import dev.tranche.mention.StatedAmount;
import dev.tranche.resolve.Claim;
import dev.tranche.review.Action;
import dev.tranche.review.ClaimMark;
import dev.tranche.review.Decision;
import dev.tranche.text.Evidence;
import dev.tranche.text.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Laws of decisions over random streams of reports; {@code -Dseed=} replays one. */
class DecisionLawTest {

    private static final long SEED = Long.getLong("seed", 20240506L);
    private static final int STREAMS = 40;

    private static final RuleId RULE = new RuleId("total.later");
    private static final Terms TOTAL = new Terms(
            StatedAmount.of(BigDecimal.TEN, "JPY", Bound.EXACTLY),
            List.of("JP"),
            List.of("UA"),
            AidType.UNKNOWN,
            Stage.ANNOUNCED,
            Optional.empty());

    /** Reports with what people decided about them. */
    private record Stream(List<Extraction> reports, List<JournalEntry> entries, List<Decision> decisions) {}

    @SuppressWarnings("NullAway.Init")
    private static List<Stream> streams;

    @BeforeAll
    static void makeRandomStreams() {
        Extractor extractor = Extractor.standard();
        streams = new ArrayList<>();
        for (int s = 0; s < STREAMS; s++) {
            Random random = new Random(SEED + s);
            List<Extraction> reports = new ArrayList<>();
            int size = 2 + random.nextInt(18);
            for (int i = 0; i < size; i++) {
                // Some ids are those of two texts.
                String id = "r" + (random.nextInt(12) == 0 ? random.nextInt(size) : i);
                reports.add(extractor.extract(LedgerLawTest.report(id, random)));
            }
            RandomDecisions decisions = new RandomDecisions(random);
            List<JournalEntry> entries = new ArrayList<>();
            reports.forEach(report -> entries.add(new JournalEntry.Read(report)));
            FoldedBook book = book(entries);
            for (int i = 0; i < 1 + random.nextInt(12); i++) {
                JournalEntry decided = decisions.next(book.ledger(), reports);
                entries.add(decided);
                book.add(decided);
            }
            streams.add(new Stream(reports, entries, decisions.made()));
        }
        assertThat(streams).allMatch(stream -> !stream.decisions().isEmpty());
    }

    private static FoldedBook book(List<JournalEntry> entries) {
        FoldedBook book = new FoldedBook();
        entries.forEach(book::add);
        return book;
    }

    @Test
    void whatPeopleDecideHasEffects() {
        Set<Class<?>> effective = new HashSet<>();
        for (Stream stream : streams) {
            FoldedBook book = book(stream.entries());
            for (Decision decision : stream.decisions()) {
                List<JournalEntry> without = new ArrayList<>(stream.entries());
                without.remove(new JournalEntry.Decided(decision));
                if (!book(without).ledger().equals(book.ledger())) {
                    effective.add(decision.action().getClass());
                }
            }
        }
        assertThat(effective).hasSize(11);
    }

    /** Actions taken as one decision have the same result as one after another. */
    @Test
    void actionsAsOneDecisionComeToTheSameAsOneByOne() {
        int tried = 0;
        for (Stream stream : streams) {
            List<JournalEntry> apart = new ArrayList<>();
            for (JournalEntry entry : stream.entries()) {
                if (entry instanceof JournalEntry.Decided(Decision made)
                        && made.parts().size() > 1) {
                    tried++;
                    for (Decision part : made.parts()) {
                        apart.add(new JournalEntry.Decided(part));
                    }
                } else {
                    apart.add(entry);
                }
            }
            assertThat(book(apart).ledger())
                    .as("seed %d", SEED)
                    .isEqualTo(book(stream.entries()).ledger());
        }
        assertThat(tried).isPositive();
    }

    /** The order of decisions is that of the journal and means something; that of all else does not. */
    private static List<JournalEntry> shuffled(List<JournalEntry> entries, Random random) {
        List<JournalEntry> shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, random);
        Iterator<JournalEntry> decisions =
                entries.stream().filter(JournalEntry.Decided.class::isInstance).iterator();
        shuffled.replaceAll(entry -> entry instanceof JournalEntry.Decided ? decisions.next() : entry);
        return shuffled;
    }

    /** The clock of the machine that decides may be wrong, or that of another one. */
    @Test
    void timesOfDecisionsChangeNothing() {
        for (Stream stream : streams) {
            boolean hasUndo = stream.decisions().stream().anyMatch(made -> made.action() instanceof Action.Undo);
            if (hasUndo) {
                // An undo refers to the time of another decision, which this changes.
                continue;
            }
            List<JournalEntry> back = new ArrayList<>();
            Instant[] clock = {Instant.parse("2024-05-06T07:00:00Z")};
            for (JournalEntry entry : stream.entries()) {
                clock[0] = clock[0].minusSeconds(5);
                back.add(
                        entry instanceof JournalEntry.Decided(Decision made)
                                ? new JournalEntry.Decided(
                                        new Decision(clock[0], made.author(), made.reason(), made.action()))
                                : entry);
            }
            Ledger straight = book(stream.entries()).ledger();
            Ledger turned = book(back).ledger();
            assertThat(turned.entries()).as("seed %d", SEED).hasSameSizeAs(straight.entries());
            for (int i = 0; i < turned.entries().size(); i++) {
                assertThat(turned.entries().get(i).cells())
                        .as("seed %d", SEED)
                        .isEqualTo(straight.entries().get(i).cells());
            }
        }
    }

    @Test
    void laterDecisionOfAClockSetBackCounts() {
        Stream stream = streams.getFirst();
        List<JournalEntry> entries = new ArrayList<>();
        stream.reports().forEach(report -> entries.add(new JournalEntry.Read(report)));
        int all = live(entries);
        String report = stream.reports().getFirst().document().id().value();
        Instant now = Instant.parse("2024-05-06T07:00:00Z");
        Decision out = new Decision(now, "anna", "a hoax", new Action.Withdraw(report));
        entries.add(new JournalEntry.Decided(out));
        int fewer = live(entries);
        assertThat(fewer).isLessThan(all);
        entries.add(new JournalEntry.Decided(
                new Decision(now.minusSeconds(5), "anna", "no hoax", new Action.Restore(report))));
        assertThat(live(entries)).isEqualTo(all);
        entries.removeLast();
        entries.add(new JournalEntry.Decided(
                new Decision(now.minusSeconds(5), "anna", "no hoax", new Action.Undo(out.id()))));
        assertThat(live(entries)).isEqualTo(all);
    }

    private static int live(List<JournalEntry> entries) {
        return (int) book(entries).reports().stream()
                .filter(report -> !report.claims().isEmpty())
                .count();
    }

    @Test
    void orderAndRepetitionChangeNothing() {
        Random random = new Random(SEED);
        for (Stream stream : streams) {
            FoldedBook once = book(stream.entries());
            List<JournalEntry> shuffled = new ArrayList<>(stream.entries());
            shuffled.addAll(stream.entries().subList(0, stream.entries().size() / 2));
            FoldedBook other = book(shuffled(shuffled, random));
            assertThat(other.ledger()).as("seed %d", SEED).isEqualTo(once.ledger());
            assertThat(other.decisions()).as("seed %d", SEED).isEqualTo(once.decisions());
        }
    }

    /** However often the ledger was asked for in between, it equals a fold from scratch. */
    @Test
    void foldingStepByStepGivesTheFoldFromNothing() {
        for (Stream stream : streams) {
            Random random = new Random(SEED);
            List<JournalEntry> entries = shuffled(stream.entries(), random);
            FoldedBook book = new FoldedBook();
            for (int i = 0; i < entries.size(); i++) {
                book.add(entries.get(i));
                if (random.nextInt(3) > 0) {
                    FoldedBook fresh = book(entries.subList(0, i + 1));
                    assertThat(book.ledger()).as("seed %d", SEED).isEqualTo(fresh.ledger());
                    assertThat(book.decisions()).as("seed %d", SEED).isEqualTo(fresh.decisions());
                    assertThat(book.reports()).as("seed %d", SEED).isEqualTo(fresh.reports());
                }
            }
        }
    }

    @Test
    void anUndoneDecisionWasNeverMade() {
        Random random = new Random(SEED);
        int tried = 0;
        for (Stream stream : streams) {
            Set<String> undone = new HashSet<>();
            for (Decision decision : stream.decisions()) {
                if (decision.action() instanceof Action.Undo undo) {
                    undone.add(undo.decision());
                }
            }
            Decision decision =
                    stream.decisions().get(random.nextInt(stream.decisions().size()));
            if (undone.contains(decision.id())) {
                continue;
            }
            tried++;
            Decision undo = new Decision(decision.at().plusSeconds(60), "zoe", "no", new Action.Undo(decision.id()));
            List<JournalEntry> with = new ArrayList<>(stream.entries());
            with.add(new JournalEntry.Decided(undo));
            List<JournalEntry> without = new ArrayList<>(stream.entries());
            without.remove(new JournalEntry.Decided(decision));
            FoldedBook taken = book(with);
            assertThat(taken.ledger())
                    .as("seed %d", SEED)
                    .isEqualTo(book(without).ledger());
            DecisionBook.Ruling ruling = taken.decisions().find(decision.id()).orElseThrow();
            assertThat(ruling.undoneBy()).contains(undo.id());
            with.add(new JournalEntry.Decided(
                    new Decision(undo.at().plusSeconds(1), "zoe", "yes", new Action.Undo(undo.id()))));
            assertThat(book(with).ledger())
                    .as("seed %d", SEED)
                    .isEqualTo(book(stream.entries()).ledger());
        }
        assertThat(tried).isGreaterThan(STREAMS / 3);
    }

    @Test
    void mergingAndSplittingGivesTheFirstEntriesBack() {
        int tried = 0;
        for (Stream stream : streams) {
            List<JournalEntry> entries = new ArrayList<>();
            stream.reports().forEach(report -> entries.add(new JournalEntry.Read(report)));
            Ledger first = book(entries).ledger();
            List<Commitment> told = first.entries().stream()
                    .filter(entry -> !entry.claims().isEmpty())
                    .toList();
            if (told.size() < 2) {
                continue;
            }
            tried++;
            RandomDecisions decisions = new RandomDecisions(new Random(SEED));
            List<ClaimMark> one = ClaimMark.of(told.getFirst().claims());
            List<ClaimMark> two = ClaimMark.of(told.getLast().claims());
            entries.add(decisions.decide(new Action.Merge(List.of(one, two))));
            Ledger merged = book(entries).ledger();
            assertThat(groups(merged)).as("seed %d", SEED).isNotEqualTo(groups(first));
            assertThat(merged.find(told.getFirst().id()).orElseThrow().claims())
                    .containsAll(told.getLast().claims());
            entries.add(decisions.decide(new Action.Split(two, one)));
            Ledger split = book(entries).ledger();
            assertThat(groups(split)).as("seed %d", SEED).isEqualTo(groups(first));
            assertThat(split.entries())
                    .extracting(Commitment::id)
                    .isEqualTo(first.entries().stream().map(Commitment::id).toList());
        }
        assertThat(tried).isGreaterThan(STREAMS / 2);
    }

    private static Set<List<String>> groups(Ledger ledger) {
        Set<List<String>> groups = new HashSet<>();
        ledger.entries()
                .forEach(entry ->
                        groups.add(entry.claims().stream().map(Claim::id).toList()));
        return groups;
    }

    /**
     * A later version reads the same sums in other places of its list and with a little more or less of their words.
     */
    @Test
    void decisionsOutliveAReadingByALaterVersion() {
        Random random = new Random(SEED);
        for (Stream stream : streams) {
            List<JournalEntry> read = new ArrayList<>();
            for (JournalEntry entry : stream.entries()) {
                read.add(
                        entry instanceof JournalEntry.Read report
                                ? new JournalEntry.Read(again(report.extraction(), random))
                                : entry);
            }
            List<JournalEntry> both = new ArrayList<>(stream.entries());
            both.addAll(read);
            FoldedBook before = book(stream.entries());
            FoldedBook after = book(shuffled(both, random));
            assertThat(shown(after)).as("seed %d", SEED).isEqualTo(shown(before));
            assertThat(after.decisions().rulings())
                    .as("seed %d", SEED)
                    .isEqualTo(before.decisions().rulings());
        }
    }

    private static Extraction again(Extraction reading, Random random) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact.Total(
                TOTAL, OptionalInt.empty(), Optional.empty(), reading.document().evidence(new Span(0, 1)), RULE));
        for (Fact fact : reading.facts()) {
            Span span = fact.evidence().span();
            int start = Math.max(0, span.start() - random.nextInt(2));
            int end = Math.min(reading.document().text().length(), span.end() + random.nextInt(3));
            Evidence evidence = reading.document().evidence(new Span(start, end));
            facts.add(
                    switch (moved(fact)) {
                        case Fact.Aid aid ->
                            new Fact.Aid(
                                    aid.terms(),
                                    aid.partOf(),
                                    aid.ordinal(),
                                    aid.announcer(),
                                    aid.items(),
                                    evidence,
                                    aid.rule(),
                                    aid.date());
                        case Fact.Total total ->
                            new Fact.Total(
                                    total.terms(), total.partOf(), total.since(), evidence, total.rule(), total.date());
                    });
        }
        return new Extraction(
                reading.document(),
                new ExtractionVersion("tranche-reader/2"),
                reading.published(),
                facts,
                reading.problems());
    }

    /** A running total that only the later version reads comes first, so that every sum has another place. */
    private static Fact moved(Fact fact) {
        return fact.partOf().isPresent() ? fact.partOf(fact.partOf().getAsInt() + 1) : fact;
    }

    private static List<String> shown(FoldedBook book) {
        List<String> shown = new ArrayList<>();
        for (Commitment entry : book.ledger().entries()) {
            shown.add(entry.id() + " " + entry.cells() + " " + entry.flags() + " " + entry.reports() + " "
                    + entry.reviewed().map(Review.State::slug) + " "
                    + entry.review().decisions());
        }
        return shown;
    }

    @Test
    void filteredSumsComeToTheEntries() {
        for (Stream stream : streams) {
            MoneyLaw.check(book(stream.entries()).ledger().entries(), "seed " + SEED);
        }
    }

    @Test
    void everyClaimStandsInOneEntryAndEntriesHaveNamesOfTheirOwn() {
        for (Stream stream : streams) {
            FoldedBook book = book(stream.entries());
            Set<String> ids = new HashSet<>();
            Set<String> claims = new HashSet<>();
            for (Commitment entry : book.ledger().entries()) {
                assertThat(ids.add(entry.id())).as(entry.id()).isTrue();
                entry.claims()
                        .forEach(claim -> assertThat(claims.add(claim.id()))
                                .as(claim.id())
                                .isTrue());
                Set<String> above = new HashSet<>();
                Optional<Commitment> up = Optional.of(entry);
                while (up.isPresent()) {
                    assertThat(above.add(up.get().id())).as(entry.id()).isTrue();
                    up = up.get().parent().map(id -> book.ledger().find(id).orElseThrow());
                }
            }
            Set<String> live = new HashSet<>();
            book.reports()
                    .forEach(report -> report.claims().stream()
                            .filter(claim -> claim.fact().kind().equals("aid"))
                            .forEach(claim -> live.add(claim.id())));
            assertThat(claims).as("seed %d", SEED).isEqualTo(live);
        }
    }
}
