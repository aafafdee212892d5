package dev.tranche.api;

import dev.tranche.bundle.ExtractionWriter;
import dev.tranche.extract.Extraction;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.print.Ink;
import dev.tranche.print.ReportPrinter;
import dev.tranche.source.Incoming;
import dev.tranche.text.Document;
import dev.tranche.view.BookView;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** {@code read_text}: what a text says, as {@code tranche read} shows it; nothing of it is kept. */
final class ReadTextTool implements McpTool {

    /** Far longer than any report of one event. */
    static final int MOST_TEXT = 50_000;

    private static final int MOST_WORD = 500;
    private static final int LINE = 240;

    /** Reading takes a processor; how long a caller waits while all are busy. */
    private static final int WAIT_SECONDS = 20;

    private final Lexicon lexicon;
    private final Function<Incoming.Report, Extraction> reader;
    private final Semaphore room;

    ReadTextTool(Lexicon lexicon, Function<Incoming.Report, Extraction> reader, int threads) {
        this.lexicon = lexicon;
        this.reader = reader;
        this.room = new Semaphore(threads, true);
    }

    @Override
    public String name() {
        return "read_text";
    }

    @Override
    public Answer call(Query query, BookView view) {
        String text = query.needed("text", MOST_TEXT);
        Optional<String> title = query.text("title", MOST_WORD);
        Optional<String> outlet = query.text("outlet", MOST_WORD);
        Optional<String> published = query.text("published", MOST_WORD);
        Optional<String> address = query.text("url", MOST_WORD);
        query.check();
        Document document =
                Document.of("text", title.orElse("").strip(), text).with(outlet, address, published, Optional.empty());
        Extraction read = read(new Incoming.Report("text", document, List.of()));
        return new Answer(
                Json.wellFormed(ExtractionWriter.line(read, true)),
                Json.wellFormed(
                        "Read but not stored. Sums, then encounters, statements and figures, each with its words.\n\n"
                                + new ReportPrinter(lexicon, Ink.PLAIN, LINE).print(read)));
    }

    private Extraction read(Incoming.Report report) {
        try {
            if (!room.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw ApiProblem.of(503, "busy", "Busy", "Other texts are being read; try again in a moment.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw ApiProblem.of(503, "busy", "Busy", "The server is shutting down.");
        }
        try {
            return reader.apply(report);
        } finally {
            room.release();
        }
    }
}
