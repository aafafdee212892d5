package dev.tranche.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import dev.tranche.export.BookExport;
import dev.tranche.export.Cover;
import dev.tranche.export.Exported;
import dev.tranche.export.Format;
import dev.tranche.export.Selected;
import dev.tranche.export.StreamParts;
import dev.tranche.ledger.Commitment;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.record.OfficialRecord;
import dev.tranche.store.Access;
import dev.tranche.store.BookAddress;
import dev.tranche.store.Store;
import dev.tranche.view.BookSettings;
import dev.tranche.view.BookView;
import dev.tranche.view.GrowingBook;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.jspecify.annotations.Nullable;

/**
 * How long it takes to export a long book, and whether the heap suffices: generates the book, opens it as {@code tranche
 * export} does, and writes each format to a file.
 *
 * <p>Prints what the open book takes of the heap, and for each format the seconds that passed, those that the processor
 * spent on it (which say more on a busy machine), the most that any collection of garbage left in the heap, and the size
 * of its file. Start it with the heap in question, such as {@code -Xmx1g}, which is what the launchers set. Arguments in
 * this order, all optional: entries (200000), reports (as many), file of the book (kept, and used again when it is there;
 * default: a temporary file), formats separated by commas (all), folder for the files (removed otherwise).
 */
public final class ExportRun {

    private static final double MEGABYTE = 1e6;

    private ExportRun() {}

    /** Generates, opens, exports and prints. */
    public static void main(String[] args) throws IOException {
        int entries = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
        int reports = args.length > 1 ? Integer.parseInt(args[1]) : entries;
        boolean isKept = args.length > 4;
        Path folder = isKept ? Files.createDirectories(Path.of(args[4])) : Files.createTempDirectory("tranche-export");
        Path book = args.length > 2 ? Path.of(args[2]) : folder.resolve("long.db");
        List<String> formats = args.length > 3
                ? List.of(args[3].split(","))
                : Format.all().stream().map(Format::slug).toList();
        ServerLoad.generate(book, entries, reports);
        Exported export = open(book);
        Collections collections = Collections.watched();
        System.out.printf(Locale.ROOT, "%-12s %8s %8s %10s %10s%n", "format", "s", "s of CPU", "heap, MB", "file, MB");
        for (String format : formats) {
            Path file = folder.resolve(format);
            write(export, Format.find(format).orElseThrow(), file, collections);
            if (!isKept) {
                Files.delete(file);
            }
        }
    }

    private static Exported open(Path book) {
        long start = System.nanoTime();
        long busy = busy();
        GrowingBook growing =
                new GrowingBook(new BookSettings(OfficialRecord.EMPTY, false), Lexicon.standard()::nameOf);
        try (Store store = Store.open(BookAddress.parse(book.toString()), Access.READ, InstantSource.system())) {
            store.follow(growing, number -> {});
        }
        BookView view = growing.last();
        Selected whole = Selected.NOTHING
                .withEntries(view.ledger().entries(), true, Commitment::counted)
                .withEncounters(view.timeline().timeline().events())
                .withStatements(view, Optional.empty(), Optional.empty());
        Exported export = BookExport.of(
                view,
                Lexicon.standard(),
                whole,
                new BookExport.Made(
                        "bench", InstantSource.system().instant(), Cover.USUAL_LICENCE, Cover.Publisher.UNREGISTERED));
        double seconds = (System.nanoTime() - start) / 1e9;
        double ofProcessor = (busy() - busy) / 1e9;
        System.gc();
        Runtime heap = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "%,d reports, %,d entries opened in %.1f s (%.1f s of CPU); they take %.0f of %.0f MB of heap%n",
                view.reports().size(),
                view.ledger().entries().size(),
                seconds,
                ofProcessor,
                (heap.totalMemory() - heap.freeMemory()) / MEGABYTE,
                heap.maxMemory() / MEGABYTE);
        return export;
    }

    /** Returns the nanoseconds that the processor has spent on this thread. */
    private static long busy() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Watches what collections of garbage leave in the heap. */
    private static final class Collections implements NotificationListener {
        private final AtomicLong most = new AtomicLong();

        static Collections watched() {
            Collections collections = new Collections();
            for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
                ((NotificationEmitter) collector).addNotificationListener(collections, null, null);
            }
            return collections;
        }

        @Override
        public void handleNotification(Notification notification, @Nullable Object handback) {
            if (notification.getUserData() instanceof CompositeData data) {
                long left =
                        GarbageCollectionNotificationInfo.from(data)
                                .getGcInfo()
                                .getMemoryUsageAfterGc()
                                .entrySet()
                                .stream()
                                .filter(pool -> pool.getKey().startsWith("G1"))
                                .mapToLong(pool -> pool.getValue().getUsed())
                                .sum();
                most.accumulateAndGet(left, Math::max);
            }
        }

        /** Returns the most bytes that any collection since the last call left. */
        long most() {
            return most.getAndSet(0);
        }
    }

    private static void write(Exported export, Format format, Path file, Collections collections) throws IOException {
        long start = System.nanoTime();
        long busy = busy();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            StreamParts.write(format, export, out);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double ofProcessor = (busy() - busy) / 1e9;
        System.gc();
        System.out.printf(
                Locale.ROOT,
                "%-12s %8.1f %8.1f %10.0f %10.1f%n",
                format.slug(),
                seconds,
                ofProcessor,
                collections.most() / MEGABYTE,
                Files.size(file) / MEGABYTE);
    }
}
