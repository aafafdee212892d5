package dev.tranche.books;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.extract.Extraction;
import dev.tranche.extract.ExtractionVersion;
import dev.tranche.extract.Extractor;
import dev.tranche.fact.Fact;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Doubt;
import dev.tranche.ledger.EntryChange;
import dev.tranche.ledger.FoldedBook;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.ledger.Ledger;
import dev.tranche.ledger.LedgerDiff;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.standing.Judge;
import dev.tranche.text.Document;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An earlier ledger and the difference give the later ledger, cell by cell; {@code -Dseed=} replays. */
class LedgerDiffLawTest {

    private static final long SEED = Long.getLong("seed", 20240514L);
    private static final int ROUNDS = 30;
    private static final int REPORTS = 40;
    private static final LocalDate FIRST = LocalDate.of(2024, 3, 4);
    private static final List<String> GIVERS =
            List.of("Norway", "The Riverbank Council", "The United States", "Japan", "Officials");
    private static final List<String> SUMS = List.of("$100 million", "$105 million", "$400 million", "€40 million");
    private static final List<String> TYPES = List.of("military aid", "humanitarian aid", "loans", "assistance");
    private static final List<String> RECEIVERS = List.of("Moldova", "Ukraine", "the Hillside Republic");

    private static final Extractor SHIPPED = Extractor.standard();
    private static final Extractor OWN =
            Extractor.of(Lexicon.standardWith(List.of(new LexiconFile("bodies.csv", """
                id,name,kind,acts_for,aliases
                no-river,Riverbank Council,government,NO,
                md-hill,Hillside Republic,government,MD,
                """))));
    private static final LedgerDiff.Readers NO_READERS = new LedgerDiff.Readers(Map.of(), Map.of(), Map.of());

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static Document report(int number, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= random.nextInt(3); i++) {
            text.append(pick(GIVERS, random) + " announced " + pick(SUMS, random) + " in " + pick(TYPES, random)
                    + " for " + pick(RECEIVERS, random) + " on Monday. ");
        }
        return Document.of("r" + number, "", text.toString().strip())
                .with(
                        Optional.of("outlet " + random.nextInt(4)),
                        Optional.empty(),
                        Optional.of(FIRST.plusDays(random.nextInt(30)).toString()),
                        Optional.empty());
    }

    /** Returns a later reading: by a user's lexicon, without one of its sums, or the same. */
    private static Extraction later(Extraction reading, Random random) {
        ExtractionVersion as = ExtractionVersion.CURRENT.revised(1);
        return switch (random.nextInt(3)) {
            case 0 -> OWN.again(reading, as);
            case 1 -> {
                List<Fact> facts = new ArrayList<>(reading.facts());
                boolean parted = facts.stream().anyMatch(fact -> fact.partOf().isPresent());
                if (!facts.isEmpty() && !parted) {
                    facts.remove(random.nextInt(facts.size()));
                }
                yield new Extraction(reading.document(), as, reading.published(), facts, reading.problems());
            }
            default -> reading.by(as);
        };
    }

    private static Map<String, String> cells(Commitment entry) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("id", entry.id());
        entry.cells().forEach(cell -> cells.put(cell.field().slug(), cell.value()));
        cells.put("standing", entry.standing().slug());
        cells.put("counted", Boolean.toString(entry.counted()));
        cells.put(
                "doubts",
                String.join(
                        "+",
                        entry.judgement().doubts().stream().map(Doubt::code).toList()));
        cells.put("sources", Integer.toString(entry.claims().size()));
        return cells;
    }

    private static Set<Map<String, String>> cells(Ledger ledger) {
        Set<Map<String, String>> all = new HashSet<>();
        ledger.entries().forEach(entry -> all.add(cells(entry)));
        assertThat(all).hasSameSizeAs(ledger.entries());
        return all;
    }

    /** Applies a difference to the entries of an earlier ledger. */
    private static Set<Map<String, String>> applied(Ledger before, LedgerDiff diff) {
        Map<String, Map<String, String>> entries = new HashMap<>();
        before.entries().forEach(entry -> entries.put(entry.id(), cells(entry)));
        Set<Map<String, String>> after = new HashSet<>();
        for (EntryChange change : diff.entries()) {
            String earlier = change.cells().stream()
                    .filter(cell -> cell.name().equals("id"))
                    .map(EntryChange.CellChange::before)
                    .findFirst()
                    .orElse(change.id());
            Map<String, String> cells = new LinkedHashMap<>();
            if (change.kind() != EntryChange.Kind.ADDED) {
                cells.putAll(Optional.ofNullable(entries.remove(earlier)).orElseThrow());
            }
            change.cells().forEach(cell -> {
                assertThat(cell.before()).isEqualTo(cells.getOrDefault(cell.name(), ""));
                cells.put(cell.name(), cell.after());
            });
            cells.put("id", change.id());
            if (change.kind() != EntryChange.Kind.REMOVED) {
                List.of("donor", "recipient", "authority", "date", "ordinal", "parent", "doubts")
                        .forEach(name -> cells.putIfAbsent(name, ""));
                after.add(cells);
            }
        }
        after.addAll(entries.values());
        return after;
    }

    private static BigDecimal counted(Ledger ledger, String currency) {
        return ledger.entries().stream()
                .filter(entry -> entry.counted() && entry.amount().currency().equals(currency))
                .map(entry -> entry.amount().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void anEarlierLedgerAndTheDifferenceGiveTheLaterLedger() {
        Map<EntryChange.Kind, Integer> met = new HashMap<>();
        int renamed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(SEED + round);
            List<Extraction> readings = new ArrayList<>();
            for (int i = 0; i < REPORTS; i++) {
                readings.add(SHIPPED.extract(report(i, random)));
            }
            FoldedBook book = new FoldedBook();
            readings.forEach(reading -> book.add(new JournalEntry.Read(reading)));
            Ledger before = Judge.judge(book.ledger());
            assertThat(LedgerDiff.between(before, before, NO_READERS).entries()).isEmpty();
            for (Extraction reading : readings) {
                if (random.nextInt(4) == 0) {
                    book.add(new JournalEntry.Read(later(reading, random)));
                }
            }
            if (random.nextBoolean()) {
                book.add(new JournalEntry.Withdrawn("r" + random.nextInt(REPORTS), "to see what is left"));
                book.add(new JournalEntry.Read(SHIPPED.extract(report(REPORTS, random))));
            }
            Ledger after = Judge.judge(book.ledger());
            LedgerDiff diff = LedgerDiff.between(before, after, NO_READERS);
            assertThat(applied(before, diff)).as("seed %d", SEED + round).isEqualTo(cells(after));
            for (String currency : List.of("USD", "EUR")) {
                BigDecimal one = counted(before, currency);
                BigDecimal two = counted(after, currency);
                assertThat(Optional.ofNullable(diff.sums().get(currency)))
                        .isEqualTo(
                                one.compareTo(two) == 0 ? Optional.empty() : Optional.of(new LedgerDiff.Sum(one, two)));
            }
            for (EntryChange change : diff.entries()) {
                met.merge(change.kind(), 1, Integer::sum);
                renamed += change.cells().stream().anyMatch(cell -> cell.name().equals("id")) ? 1 : 0;
            }
        }
        assertThat(met).containsOnlyKeys(EntryChange.Kind.values());
        assertThat(renamed).as("entries that received another name").isPositive();
    }
}
