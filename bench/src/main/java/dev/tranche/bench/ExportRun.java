package dev.tranche.bench;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How long it takes to export a long book, and whether the heap suffices: generates the book, opens it as {@code tranche
 * export} does, and writes each format to a file.
 *
 * <p>Prints what the open book leaves of the heap, and for each format the seconds and the size of its file. Start it with
 * the heap in question, such as {@code -Xmx1g}, which is what the launchers set. Arguments in this order, all optional:
 * entries (200000), reports (as many), file of the book (kept, and used again when it is there; default: a temporary file),
 * formats separated by commas (all).
 */
public final class ExportRun {

    private static final double MEGABYTE = 1e6;

    private ExportRun() {}

    /** Generates, opens, exports and prints. */
    public static void main(String[] args) throws IOException {
        int entries = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
        int reports = args.length > 1 ? Integer.parseInt(args[1]) : entries;
        Path folder = Files.createTempDirectory("tranche-export");
        Path book = args.length > 2 ? Path.of(args[2]) : folder.resolve("long.db");
        List<String> formats = args.length > 3
                ? List.of(args[3].split(","))
                : Format.all().stream().map(Format::slug).toList();
        ServerLoad.generate(book, entries, reports);
        Exported export = open(book);
        System.out.printf(Locale.ROOT, "%-12s %8s %10s%n", "format", "s", "MB");
        for (String format : formats) {
            write(export, Format.find(format).orElseThrow(), folder.resolve(format));
        }
    }

    private static Exported open(Path book) {
        long start = System.nanoTime();
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
        System.gc();
        Runtime heap = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "%,d reports, %,d entries opened in %.1f s; they take %.0f of %.0f MB of heap%n",
                view.reports().size(),
                view.ledger().entries().size(),
                seconds,
                (heap.totalMemory() - heap.freeMemory()) / MEGABYTE,
                heap.maxMemory() / MEGABYTE);
        return export;
    }

    private static void write(Exported export, Format format, Path file) throws IOException {
        long start = System.nanoTime();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            StreamParts.write(format, export, out);
        }
        System.out.printf(
                Locale.ROOT,
                "%-12s %8.1f %10.1f%n",
                format.slug(),
                (System.nanoTime() - start) / 1e9,
                Files.size(file) / MEGABYTE);
        Files.delete(file);
    }
}
