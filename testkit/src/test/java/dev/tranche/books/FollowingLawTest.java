package dev.tranche.books;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.extract.Extraction;
import dev.tranche.extract.Extractor;
import dev.tranche.law.RandomDecisions;
import dev.tranche.ledger.Gist;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.ledger.Ties;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.record.OfficialRecord;
import dev.tranche.text.Delivery;
import dev.tranche.text.Document;
import dev.tranche.view.BookSettings;
import dev.tranche.view.BookView;
import dev.tranche.view.GrowingBook;
import dev.tranche.view.LeanFormat;
import dev.tranche.view.LeanReading;
import dev.tranche.view.LedgerQuery;
import dev.tranche.view.StatementIndex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * A book that is looked at after every few entries shows the same as a book that has read them all at once; {@code
 * -Dseed=} replays.
 */
class FollowingLawTest {

    private static final long SEED = Long.getLong("seed", 20310107L);
    private static final int ROUNDS = 8;
    private static final int STEPS = 60;
    private static final LocalDate FIRST = LocalDate.of(2031, 3, 3);
    private static final List<String> LEADERS = List.of(
            "President Ada Berg of Norway",
            "Prime Minister Bo Lind of Sweden",
            "Danish Foreign Minister Cai Holm",
            "Foreign Minister Kai Holm",
            "Poland's Defence Minister Jan Kowal",
            "Minister Yan Koval",
            "Lind",
            "Holm");
    private static final List<String> BODIES = List.of(
            "The Norwegian government", "The Swedish foreign ministry", "Poland's Defence Ministry", "The Kremlin");
    private static final List<String> WHOSE = List.of("Norwegian", "Swedish", "Polish", "Russian");
    private static final List<String> TOWNS = List.of("Oslo", "Warsaw", "Stockholm", "Chisinau", "Vilnius");
    private static final List<String> THINGS = List.of(
            "the harbour bridges near Narvik were shelled during the winter storm",
            "winter ambulances for the river clinics would arrive before the snow",
            "Warsaw had closed the northern railway crossing to freight wagons",
            "the generators stored beside the Vistula reservoir had been stolen");
    private static final List<String> COUNTED = List.of("people were killed", "houses were destroyed", "soldiers died");
    private static final List<String> SUMS = List.of("$100 million", "$250 million", "€40 million", "$1.2 billion");

    private final Map<String, Extraction> known = new HashMap<>();

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static String sentence(Random random) {
        String leader = pick(LEADERS, random);
        String town = pick(TOWNS, random);
        return switch (random.nextInt(12)) {
            case 0 -> leader + " visited " + town + " on Tuesday.";
            case 1 -> leader + " met " + pick(LEADERS, random) + " in " + town + ".";
            case 2 -> leader + " will arrive in " + town + " by the end of the week.";
            case 3 -> leader + " said that " + pick(THINGS, random) + ".";
            case 4 -> pick(BODIES, random) + " said that " + pick(THINGS, random) + ".";
            case 5, 10 ->
                pick(BODIES, random) + " denied " + pick(WHOSE, random) + " claims that " + pick(THINGS, random) + ".";
            case 6 ->
                "At least " + (2 + random.nextInt(9)) + " " + pick(COUNTED, random) + " near " + town
                        + " in Moldova after the heavy shelling of the market quarter, police said.";
            case 7 ->
                "It was his " + pick(List.of("second", "third", "fifth"), random) + " visit to " + town
                        + " since January 2031, said " + leader + ".";
            case 8 -> leader + " has visited " + town + ".";
            case 9 -> leader + " plans to visit " + town + ".";
            default -> "Norway announced " + pick(SUMS, random) + " in military aid to Moldova.";
        };
    }

    private Extraction report(int number, Random random) {
        // Some ids are those of other texts, some texts occur twice, some in a longer version.
        String id = "r" + (random.nextInt(8) == 0 ? random.nextInt(1 + number) : number * 7919 % 1000);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= random.nextInt(4); i++) {
            text.append(sentence(random)).append(' ');
        }
        Optional<String> published = random.nextInt(9) == 0
                ? Optional.empty()
                : Optional.of(FIRST.plusDays(random.nextInt(25)).toString());
        Document document = Document.of(id, "", text.toString().strip())
                .with(Optional.of("outlet " + random.nextInt(3)), Optional.empty(), published, Optional.empty())
                .with(
                        random.nextInt(3) == 0
                                ? new Delivery(Optional.of("feed " + random.nextInt(2)), random.nextInt(3))
                                : Delivery.NONE);
        return known.computeIfAbsent(
                document.id() + "\n" + document.text() + published + document.delivery(),
                key -> Extractor.standard().extract(document));
    }

    private static JournalEntry withdrawal(List<Extraction> reports, Random random) {
        Document document = pick(reports, random).document();
        String id = document.id().value();
        return document.delivery()
                .origin()
                .<JournalEntry>map(origin -> new JournalEntry.Recalled(id, origin, "canceled"))
                .orElseGet(() -> new JournalEntry.Withdrawn(id, "to see what is left"));
    }

    /** Everything that the pages show, part by part. */
    private static Map<String, Object> shown(BookView view) {
        Map<String, Object> parts = new HashMap<>();
        parts.put("reports", view.reports());
        parts.put("events", view.timeline().timeline().events());
        parts.put("gaps", view.timeline().timeline().gaps());
        parts.put("claims", view.claims().claims());
        parts.put(
                "denials",
                view.claims().claims().stream()
                        .flatMap(claim -> claim.denials().stream())
                        .toList());
        parts.put("lines", view.statements().lines());
        parts.put("figures", view.figures().things());
        parts.put("names", view.names().names());
        parts.put("entries", view.ledger().entries());
        parts.put("index", view.index().entries());
        parts.put("totals", view.ledger().totals());
        parts.put("contradictions", view.ledger().contradictions());
        parts.put("equations", view.equations());
        parts.put("tasks", view.tasks());
        parts.put("choices", view.totals().choices());
        parts.put("decisions", view.decisions().rulings());
        view.reports().forEach(line -> parts.put("claims of " + line.key(), view.claimsOf(line.key())));
        view.reports().forEach(line -> parts.put("line of " + line.id(), view.report(line.id())));
        parts.put(
                "found", view.timeline().find(Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), "oslo"));
        parts.put("named", view.names().find(Optional.empty(), "holm"));
        parts.put(
                "said",
                view.statements()
                        .find(new StatementIndex.Question(
                                "lind",
                                Set.of(),
                                Optional.empty(),
                                Optional.empty(),
                                "winter",
                                Optional.empty(),
                                Optional.empty())));
        return parts;
    }

    private static GrowingBook book(boolean recorded) {
        return new GrowingBook(
                new BookSettings(recorded ? OfficialRecord.shipped() : OfficialRecord.EMPTY, recorded),
                Lexicon.standard()::nameOf);
    }

    /** Adds an entry, a reading also as it comes from its bytes, most of which is decoded later. */
    private static void add(GrowingBook followed, long number, JournalEntry entry, Random random) {
        if (entry instanceof JournalEntry.Read read && random.nextBoolean()) {
            byte[] bytes = LeanFormat.write(LeanReading.of(read.extraction()));
            followed.add(number, LeanFormat.read(bytes).orElseThrow());
            return;
        }
        followed.add(number, entry);
    }

    /** Looks at a book at once, or at its ledger first while another thread waits for the rest. */
    private static BookView looked(GrowingBook followed, Random random) {
        if (random.nextInt(3) == 0) {
            return followed.view();
        }
        BookView begun = followed.begin();
        if (random.nextBoolean()) {
            List<Object> early = ledger(begun);
            CompletableFuture<Map<String, Object>> waiting = CompletableFuture.supplyAsync(() -> shown(begun));
            followed.complete();
            assertThat(waiting.join()).isEqualTo(shown(begun));
            assertThat(early).isEqualTo(ledger(followed.view()));
        } else {
            // What is begun is completed by whoever looks next.
            followed.view();
        }
        return begun;
    }

    /** What is shown of the ledger, which nobody waits for. */
    private static List<Object> ledger(BookView view) {
        return List.of(
                view.ledger(),
                view.index().entries(),
                view.equations(),
                view.tasks(),
                view.reports(),
                view.decisions());
    }

    /** The entries on which the ledger depends: what it needs, what is tied to that, and so on. */
    private static List<Integer> needed(List<JournalEntry> journal) {
        Set<Integer> needed = new TreeSet<>();
        Set<Long> ties = new HashSet<>();
        for (int i = 0; i < journal.size(); i++) {
            if (!(journal.get(i) instanceof JournalEntry.Read read) || Ties.needs(Gist.of(read.extraction()))) {
                needed.add(i);
                ties.addAll(Ties.of(journal.get(i)));
            }
        }
        for (int before = -1; before < needed.size(); ) {
            before = needed.size();
            for (int i = 0; i < journal.size(); i++) {
                if (Ties.of(journal.get(i)).stream().anyMatch(ties::contains) && needed.add(i)) {
                    ties.addAll(Ties.of(journal.get(i)));
                }
            }
        }
        return List.copyOf(needed);
    }

    /** What is shown of the ledger alone, with what is shown of its reports. */
    private static Map<String, Object> ofLedger(BookView view) {
        Map<String, Object> parts = new HashMap<>();
        parts.put("ledger", view.ledger());
        parts.put("equations", view.equations());
        parts.put("tasks", view.tasks());
        parts.put("choices", view.totals().choices());
        parts.put("decisions", view.decisions().rulings());
        parts.put("facets", view.index().counts(LedgerQuery.ALL));
        view.index().entries().forEach(entry -> {
            parts.put("name of " + entry.id(), view.shortName(entry.id()));
            parts.put("added of " + entry.id(), view.index().added(entry));
            parts.put("equations of " + entry.id(), view.equationsOf(entry));
            parts.put("doubles of " + entry.id(), view.doublesOf(entry));
            entry.claims().forEach(claim -> {
                parts.put("line of " + claim.report(), view.report(claim.report()));
                parts.put("claims of " + claim.report(), view.claimsOf(claim.report()));
            });
        });
        return parts;
    }

    /** The ledger of the entries that it needs is the ledger of all of them, and does not depend on the others. */
    private static int leftOut(List<JournalEntry> journal, boolean recorded, BookView whole, String as) {
        List<Integer> needed = needed(journal);
        GrowingBook part = book(recorded);
        needed.forEach(i -> part.add(i + 1L, journal.get(i)));
        CompletableFuture<BookView> rest = new CompletableFuture<>();
        BookView first = part.ledgerOf(journal.size(), rest);
        assertThat(ofLedger(first)).as(as).isEqualTo(ofLedger(whole));
        assertThat(first.head()).isEqualTo(whole.head());
        rest.complete(whole);
        assertThat(shown(first)).as(as).isEqualTo(shown(whole));
        return journal.size() - needed.size();
    }

    @Test
    void whatIsFollowedIsWhatIsReadAtOnce() {
        Map<String, Integer> told = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(SEED + round);
            boolean recorded = round % 4 == 3;
            GrowingBook followed = book(recorded);
            RandomDecisions decisions = new RandomDecisions(random);
            List<JournalEntry> journal = new ArrayList<>();
            List<Extraction> reports = new ArrayList<>();
            for (int step = 0; step < STEPS; step++) {
                for (int i = 0; i <= random.nextInt(3); i++) {
                    JournalEntry next = next(followed, decisions, reports, random);
                    journal.add(next);
                    add(followed, journal.size(), next, random);
                }
                Map<String, Object> now = shown(looked(followed, random));
                if (step % 3 == 0 || step == STEPS - 1) {
                    GrowingBook fresh = book(recorded);
                    for (int i = 0; i < journal.size(); i++) {
                        fresh.add(i + 1L, journal.get(i));
                    }
                    BookView whole = fresh.view();
                    Map<String, Object> once = shown(whole);
                    told.merge(
                            "left out",
                            leftOut(journal, recorded, whole, "seed " + (SEED + round) + ", step " + step),
                            Integer::sum);
                    assertThat(now.keySet())
                            .as("seed %d, step %d", SEED + round, step)
                            .isEqualTo(once.keySet());
                    for (Map.Entry<String, Object> part : once.entrySet()) {
                        assertThat(now.get(part.getKey()))
                                .as("%s, seed %d, step %d", part.getKey(), SEED + round, step)
                                .isEqualTo(part.getValue());
                    }
                    once.forEach((part, value) ->
                            told.merge(part, value instanceof List<?> list ? list.size() : 0, Integer::sum));
                }
            }
        }
        // Books without content would prove nothing.
        assertThat(told.get("denials")).isGreaterThan(300);
        assertThat(told.get("events")).isGreaterThan(2_000);
        assertThat(told.get("claims")).isGreaterThan(2_000);
        assertThat(told.get("figures")).isGreaterThan(500);
        assertThat(told.get("names")).isGreaterThan(1_000);
        assertThat(told.get("entries")).isGreaterThan(500);
        assertThat(told.get("left out")).isGreaterThan(500);
    }

    private JournalEntry next(
            GrowingBook followed, RandomDecisions decisions, List<Extraction> reports, Random random) {
        int what = random.nextInt(10);
        if (reports.size() > 5 && what == 0) {
            return withdrawal(reports, random);
        }
        if (reports.size() > 5 && what < 3) {
            return decisions.next(followed.view().ledger(), reports);
        }
        Extraction report = report(reports.size(), random);
        reports.add(report);
        return new JournalEntry.Read(report);
    }
}
