package dev.tranche.books;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.extract.Extraction;
import dev.tranche.extract.Extractor;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.ledger.Ledger;
import dev.tranche.ledger.LedgerFold;
import dev.tranche.ledger.MemoryJournal;
import dev.tranche.text.Document;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Laws of the ledger over many small random streams of reports; {@code -Dseed=} replays one. */
class LedgerLawTest {

    private static final long SEED = Long.getLong("seed", 20221110L);
    private static final List<String> GIVERS = List.of("The United States", "Germany", "Britain", "The European Union");
    private static final List<String> TAKERS = List.of("Ukraine", "Moldova", "Ukraine and Moldova", "Ukraine");
    private static final List<String> SUMS = List.of(
            "$400 million", "$1.85 billion", "$1.8 billion", "about €500 million", "£2.3 billion", "$275 million");
    private static final List<String> VERBS = List.of(
            "announced %s in military aid for %s", "will send %s in weapons to %s", "plans to give %s in aid to %s");
    private static final List<String> MORE = List.of(
            "",
            " It includes $100 million under presidential drawdown.",
            " It brings the total of its military aid since February 24, 2022 to $18.2 billion.",
            " About $200 million of it would go to Moldova.");

    @SuppressWarnings("NullAway.Init")
    private static List<List<Extraction>> streams;

    @BeforeAll
    static void readRandomStreams() {
        Random random = new Random(SEED);
        Extractor extractor = Extractor.standard();
        streams = new ArrayList<>();
        for (int s = 0; s < 60; s++) {
            List<Extraction> stream = new ArrayList<>();
            int size = 1 + random.nextInt(25);
            for (int i = 0; i < size; i++) {
                stream.add(extractor.extract(report("r" + i, random)));
            }
            streams.add(stream);
        }
        assertThat(streams).anyMatch(stream -> ledger(stream).entries().size() > 3);
    }

    static Document report(String id, Random random) {
        String clause =
                String.format(java.util.Locale.ROOT, pick(VERBS, random), pick(SUMS, random), pick(TAKERS, random));
        String text = pick(GIVERS, random) + " " + clause + "." + pick(MORE, random);
        Optional<String> day = random.nextInt(8) == 0
                ? Optional.empty()
                : Optional.of(
                        LocalDate.of(2022, 11, 1).plusDays(random.nextInt(60)).toString());
        return Document.of(id, random.nextBoolean() ? text : "", random.nextBoolean() ? text : "News. " + text)
                .with(Optional.of("Outlet " + random.nextInt(5)), Optional.empty(), day, Optional.of("en"));
    }

    private static String pick(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static Ledger ledger(List<Extraction> stream) {
        MemoryJournal journal = new MemoryJournal();
        stream.forEach(extraction -> journal.append(new JournalEntry.Read(extraction)));
        return LedgerFold.of(journal);
    }

    @Test
    void orderAndRepetitionChangeNothing() {
        Random random = new Random(SEED + 1);
        for (List<Extraction> stream : streams) {
            Ledger ledger = ledger(stream);
            List<Extraction> shuffled = new ArrayList<>(stream);
            shuffled.addAll(stream.subList(0, stream.size() / 2));
            Collections.shuffle(shuffled, random);
            assertThat(ledger(shuffled)).as("seed %d", SEED).isEqualTo(ledger);
        }
    }

    @Test
    void everyClaimIsInOneEntryAndEntriesHaveNamesOfTheirOwn() {
        for (List<Extraction> stream : streams) {
            Ledger ledger = ledger(stream);
            Set<String> ids = new HashSet<>();
            Set<String> claims = new HashSet<>();
            for (Commitment entry : ledger.entries()) {
                assertThat(ids.add(entry.id())).as(entry.id()).isTrue();
                entry.claims()
                        .forEach(claim -> assertThat(claims.add(claim.id()))
                                .as(claim.id())
                                .isTrue());
            }
            long aid = stream.stream()
                    .flatMap(extraction -> extraction.facts().stream())
                    .filter(fact -> fact.kind().equals("aid"))
                    .count();
            assertThat(claims).as("seed %d", SEED).hasSize((int) aid);
        }
    }

    @Test
    void filteredSumsComeToTheEntries() {
        for (List<Extraction> stream : streams) {
            MoneyLaw.check(ledger(stream).entries(), "seed " + SEED);
        }
    }

    @Test
    void partsHangBelowWholesWithoutCircles() {
        for (List<Extraction> stream : streams) {
            Ledger ledger = ledger(stream);
            for (Commitment entry : ledger.entries()) {
                assertThat(entry.amount().value()).isPositive();
                Set<String> above = new HashSet<>();
                Optional<Commitment> up = Optional.of(entry);
                while (up.isPresent()) {
                    assertThat(above.add(up.get().id())).as(entry.id()).isTrue();
                    up = up.get().parent().map(id -> ledger.find(id).orElseThrow());
                    up.ifPresent(whole -> assertThat(whole.leaf()).isFalse());
                }
            }
        }
    }
}
