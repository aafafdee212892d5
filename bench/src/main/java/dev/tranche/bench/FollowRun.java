package dev.tranche.bench;

import com.sun.management.OperatingSystemMXBean;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How long a book takes to follow its feed: to open cold, to show one more report, to show a decision, and what memory it
 * holds; for books of growing size, with the exponent by which each figure grows from one to the next.
 *
 * <p>Times are those of the clock, with processor time in brackets, which says more on a shared machine. Run it with
 * the heap that {@code ./tranche} sets. Each argument is a book, the smallest first; a book is only read. What is added
 * stays in memory. One run measures one process, so that only the first book is opened cold; for cold figures run it
 * once for each book.
 */
public final class FollowRun {

    private static final int ROUNDS = 25;

    /** Time by the clock, and time of the processors. */
    private record Taken(double wall, double processors) {

        static Taken since(Taken start) {
            Taken now = now();
            return new Taken(now.wall - start.wall, now.processors - start.processors);
        }

        static Taken now() {
            return new Taken(System.nanoTime() / 1e9, MACHINE.getProcessCpuTime() / 1e9);
        }
    }

    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private record Measured(long reports, Taken open, Taken firstPage, Taken report, Taken decision, double heapMib) {

        double[] figures() {
            return new double[] {open.wall(), firstPage.wall(), 1e3 * report.wall(), 1e3 * decision.wall(), heapMib};
        }

        double[] work() {
            return new double[] {
                open.processors(),
                firstPage.processors(),
                1e3 * report.processors(),
                1e3 * decision.processors(),
                heapMib
            };
        }
    }

    private FollowRun() {}

    /** Measures and prints; see the class. */
    public static void main(String[] args) {
        System.out.printf(
                Locale.ROOT,
                "heap %d MiB%n%10s %15s %15s %15s %15s %10s%n",
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
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%10d", one.reports()));
            for (int i = 0; i < 4; i++) {
                String shown = i < 2 ? "%.2f (%.2f)" : "%.0f (%.0f)";
                line.append(String.format(
                        Locale.ROOT, " %15s", String.format(Locale.ROOT, shown, one.figures()[i], one.work()[i])));
            }
            System.out.println(line.append(String.format(Locale.ROOT, " %10.0f", one.heapMib())));
            if (!all.isEmpty()) {
                grown(all.getLast(), one);
            }
            all.add(one);
        }
    }

    private static void grown(Measured from, Measured to) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%10s", "exponent"));
        double times = Math.log((double) to.reports() / from.reports());
        for (int i = 0; i < to.figures().length; i++) {
            double wall = Math.log(to.figures()[i] / Math.max(1e-9, from.figures()[i])) / times;
            double work = Math.log(to.work()[i] / Math.max(1e-9, from.work()[i])) / times;
            line.append(String.format(Locale.ROOT, i < 4 ? " %8.2f (%4.2f)" : " %10.2f", wall, work));
        }
        System.out.println(line);
    }

    private static Measured measure(BookAddress book) {
        Taken start = Taken.now();
        GrowingBook growing =
                new GrowingBook(new BookSettings(OfficialRecord.EMPTY, false), Lexicon.standard()::nameOf);
        try (Store store = Store.open(book, Access.READ, InstantSource.system())) {
            store.follow(growing, number -> {});
        }
        Taken open = Taken.since(start);
        page(growing.view());
        Taken first = Taken.since(start);
        List<Taken> reports = new ArrayList<>();
        List<Taken> decisions = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            JournalEntry read = new JournalEntry.Read(Tranche.read(report(i)));
            reports.add(shown(growing, read));
        }
        for (int i = 0; i < ROUNDS; i++) {
            decisions.add(shown(growing, decision(growing.view(), i)));
        }
        BookView last = growing.view();
        System.gc();
        double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
        return new Measured(last.reports().size() - ROUNDS, open, first, median(reports), median(decisions), heap);
    }

    private static Taken shown(GrowingBook growing, JournalEntry entry) {
        Taken start = Taken.now();
        growing.add(growing.head() + 1, entry);
        page(growing.view());
        return Taken.since(start);
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

    private static Taken median(List<Taken> all) {
        return new Taken(
                all.stream().mapToDouble(Taken::wall).sorted().toArray()[all.size() / 2],
                all.stream().mapToDouble(Taken::processors).sorted().toArray()[all.size() / 2]);
    }
}
