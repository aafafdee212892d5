package dev.tranche.api;

import dev.tranche.extract.Extraction;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.source.Incoming;
import dev.tranche.store.BookAddress;
import dev.tranche.view.BookSettings;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * The Model Context Protocol over standard input and output: one message a line, for an assistant that starts the program
 * itself.
 */
public final class McpPipe implements AutoCloseable {

    /** The longest message, in bytes; a text to be read takes a small part of it. */
    static final int MOST_BYTES = 1 << 20;

    private final Books books;
    private final McpExchange exchange;

    private McpPipe(Books books, McpExchange exchange) {
        this.books = books;
        this.exchange = exchange;
    }

    /**
     * Reads a book; what other programs add to it later is shown as well.
     *
     * @param settings beside which record the book is shown
     * @param reader reads a text
     * @param version of the program
     * @param err for what the person who runs it should know
     * @throws dev.tranche.store.StoreException for a book that cannot be read
     */
    public static McpPipe open(
            BookAddress book,
            BookSettings settings,
            Lexicon lexicon,
            Function<Incoming.Report, Extraction> reader,
            String version,
            PrintStream err) {
        ServerLog log = new ServerLog(err, InstantSource.system());
        Books books = Books.open(book, settings, lexicon::nameOf, log);
        try {
            return new McpPipe(books, McpTools.over(books, lexicon, reader, 1, version, log));
        } catch (RuntimeException | Error failed) {
            books.close();
            throw failed;
        }
    }

    /** Answers messages until the input ends. */
    public void answer(InputStream in, OutputStream out) throws IOException {
        InputStream buffered = new BufferedInputStream(in);
        for (Optional<Line> line = line(buffered); line.isPresent(); line = line(buffered)) {
            if (line.get().text().isBlank()) {
                continue;
            }
            McpExchange.Reply reply = line.get().isTooLong()
                    ? McpExchange.tooLong(MOST_BYTES)
                    : exchange.answer(line.get().text());
            Optional<String> answer = reply.message();
            if (answer.isPresent()) {
                // JSON has line ends only between its tokens, and none is written there.
                out.write((answer.get() + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        }
    }

    /** A line, or the beginning of one that is too long. */
    private record Line(String text, boolean isTooLong) {}

    /** Returns the next line; of one that is too long the rest is read away. */
    private static Optional<Line> line(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean isTooLong = false;
        int each = in.read();
        if (each < 0) {
            return Optional.empty();
        }
        for (; each >= 0 && each != '\n'; each = in.read()) {
            if (bytes.size() < MOST_BYTES) {
                bytes.write(each);
            } else {
                isTooLong = true;
            }
        }
        return Optional.of(new Line(bytes.toString(StandardCharsets.UTF_8), isTooLong));
    }

    /** Lets go of the book. */
    @Override
    public void close() {
        books.close();
    }
}
