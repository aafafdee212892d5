package dev.tranche.bench;

import dev.tranche.Tranche;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.record.OfficialRecord;
import dev.tranche.review.Action;
import dev.tranche.review.ClaimMark;
import dev.tranche.review.Decision;
import dev.tranche.store.Access;
import dev.tranche.store.BookAddress;
import dev.tranche.store.Store;
import dev.tranche.text.Document;
import dev.tranche.view.BookSettings;
import dev.tranche.view.BookView;
import dev.tranche.view.GrowingBook;
import dev.tranche.view.LedgerQuery;
import dev.tranche.view.LedgerSort;
import dev.tranche.view.Selection;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How long a book takes to follow its feed: to open cold, to show one more report, to show a decision, and what memory it
 * holds; for books of growing size, with the exponent by which each figure grows from one to the next.
 *
 * <p>Give it the heap that {@code ./tranche} gives. Each argument is a book, the smallest first; a book is only read.
 * What is added stays in memory. One run measures one process, so that only the first book is opened cold; for cold
 * figures run it once for each book.
 */
public final class FollowRun {

    private static final int ROUNDS = 15;

    private record Measured(
            long reports, double openSeconds, double firstPageSeconds, double report, double decision, double heapMib) {

        double[] figures() {
            return new double[] {openSeconds, firstPageSeconds, report, decision, heapMib};
        }
    }

    private FollowRun() {}

    /** Measures and prints; see the class. */
    public static void main(String[] args) {
        System.out.printf(
                Locale.ROOT,
                "heap %d MiB%n%10s %10s %12s %14s %14s %10s%n",
                Runtime.getRuntime().maxMemory() >> 20,
                "reports",
                "open s",
                "1st page s",
                "+report ms",
                "+decision ms",
                "heap MiB");
        List<Measured> all = new ArrayList<>();
        for (String book : args) {
            Measured one = measure(BookAddress.parse(book));
            System.out.printf(
                    Locale.ROOT,
                    "%10d %10.2f %12.2f %14.0f %14.0f %10.0f%n",
                    one.reports(),
                    one.openSeconds(),
                    one.firstPageSeconds(),
                    one.report(),
                    one.decision(),
                    one.heapMib());
            if (!all.isEmpty()) {
                grown(all.getLast(), one);
            }
            all.add(one);
        }
    }

    private static void grown(Measured from, Measured to) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%10s", "exponent"));
        double times = Math.log((double) to.reports() / from.reports());
        int[] widths = {10, 12, 14, 14, 10};
        for (int i = 0; i < widths.length; i++) {
            double ratio = to.figures()[i] / Math.max(1e-9, from.figures()[i]);
            line.append(String.format(Locale.ROOT, " %" + widths[i] + ".2f", Math.log(ratio) / times));
        }
        System.out.println(line);
    }

    private static Measured measure(BookAddress book) {
        long start = System.nanoTime();
        GrowingBook growing =
                new GrowingBook(new BookSettings(OfficialRecord.EMPTY, false), Lexicon.standard()::nameOf);
        try (Store store = Store.open(book, Access.READ, InstantSource.system())) {
            store.forEachAfter(0, one -> growing.add(one.number(), one.entry()));
        }
        double open = seconds(start);
        BookView view = growing.view();
        page(view);
        double first = seconds(start);
        double[] reports = new double[ROUNDS];
        double[] decisions = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            JournalEntry read = new JournalEntry.Read(Tranche.read(report(i)));
            start = System.nanoTime();
            growing.add(growing.head() + 1, read);
            page(growing.view());
            reports[i] = 1e3 * seconds(start);
        }
        for (int i = 0; i < ROUNDS; i++) {
            JournalEntry made = decision(growing.view(), i);
            start = System.nanoTime();
            growing.add(growing.head() + 1, made);
            page(growing.view());
            decisions[i] = 1e3 * seconds(start);
        }
        BookView last = growing.view();
        System.gc();
        double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
        return new Measured(last.reports().size() - ROUNDS, open, first, median(reports), median(decisions), heap);
    }

    /** A report as a feed brings it: somebody says something, somebody meets somebody, some give. */
    private static Document report(int number) {
        String title = "Norway to give Moldova $" + (310 + number) + " million in medical aid";
        String text = "Foreign Minister Ida Holm said in Chisinau on Tuesday that Oslo would send " + (20 + number)
                + " ambulances. \"The winter clinics along the river need them before the snow\", Holm said after she"
                + " met President Radu Munteanu.";
        return Document.of("follow-" + number, title, text)
                .with(
                        Optional.of("example.org"),
                        Optional.of("https://example.org/follow/" + number),
                        Optional.of("2022-07-" + (10 + number)),
                        Optional.of("en"));
    }

    private static JournalEntry decision(BookView view, int number) {
        List<Commitment> entries = view.index().entries().stream()
                .filter(entry -> !entry.claims().isEmpty())
                .toList();
        Commitment entry = entries.get((number * 7) % entries.size());
        return new JournalEntry.Decided(new Decision(
                Instant.EPOCH.plusSeconds(number),
                "anna",
                "to measure",
                new Action.Accept(ClaimMark.of(entry.claims()), entry.cells())));
    }

    private static void page(BookView view) {
        Selection all = view.index().select(LedgerQuery.ALL);
        view.index().page(all, LedgerSort.DATE, true, 0, 50);
        view.timeline().timeline().events().stream().limit(50).toList();
        view.statements().lines().stream().limit(50).toList();
    }

    private static double median(double[] all) {
        double[] sorted = all.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
