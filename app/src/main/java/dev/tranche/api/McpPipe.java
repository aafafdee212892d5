package dev.tranche.api;

import dev.tranche.account.Caller;
import dev.tranche.account.Client;
import dev.tranche.account.Door;
import dev.tranche.account.DoorSettings;
import dev.tranche.account.Role;
import dev.tranche.extract.Extraction;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.source.Incoming;
import dev.tranche.store.Access;
import dev.tranche.store.BookAddress;
import dev.tranche.view.BookSettings;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * The Model Context Protocol over standard input and output: one message per line, for an assistant that starts the
 * program itself.
 */
public final class McpPipe implements AutoCloseable {

    /** The longest message, in bytes; a text to be read takes a small part of it. */
    static final int MOST_BYTES = 1 << 20;

    private static final Client CLIENT = new Client("standard input", "");

    private final Books books;
    private final Stores stores;
    private final McpTools tools;
    private final Optional<Key> key;

    private McpPipe(Books books, Stores stores, McpTools tools, Optional<Key> key) {
        this.books = books;
        this.stores = stores;
        this.tools = tools;
        this.key = key;
    }

    /** A token does not belong to the book, or is no longer valid; the message says so without its secret. */
    public static final class TokenException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TokenException(String message) {
            super(message);
        }
    }

    /**
     * For whom the assistant acts.
     *
     * @param door says whether the token is still valid
     * @param secret of the token
     */
    private record Key(Door door, String secret) {

        Optional<Caller> caller() {
            return door.token(secret, CLIENT);
        }
    }

    /**
     * Reads a book; what other programs add to it later is shown as well.
     *
     * @param settings which record to show the book with
     * @param reader reads a text
     * @param version of the program
     * @param token the secret of a token of the book; with the role reviewer, decisions may be made in the name of its
     *     owner as long as it is valid. Empty for an assistant that only reads
     * @param err receives what the person who runs it should know
     * @throws dev.tranche.store.StoreException for a book that cannot be read
     * @throws TokenException for a token that the book does not know, or that is no longer valid
     */
    public static McpPipe open(
            BookAddress book,
            BookSettings settings,
            Lexicon lexicon,
            Function<Incoming.Report, Extraction> reader,
            String version,
            Optional<String> token,
            PrintStream err) {
        ServerLog log = new ServerLog(err, InstantSource.system());
        Optional<Key> key = token.map(secret -> key(book, secret, log));
        try {
            return over(Books.open(book, settings, lexicon::nameOf, log), book, lexicon, reader, version, key, log);
        } catch (RuntimeException | Error failed) {
            key.ifPresent(one -> one.door().close());
            throw failed;
        }
    }

    private static McpPipe over(
            Books books,
            BookAddress book,
            Lexicon lexicon,
            Function<Incoming.Report, Extraction> reader,
            String version,
            Optional<Key> key,
            ServerLog log) {
        try {
            Stores stores = new Stores(book, InstantSource.system(), books::check);
            Deciding deciding = new Deciding(() -> lexicon, stores, books, InstantSource.system());
            return new McpPipe(books, stores, McpTools.over(books, deciding, lexicon, reader, 1, version, log), key);
        } catch (RuntimeException | Error failed) {
            books.close();
            throw failed;
        }
    }

    private static Key key(BookAddress book, String secret, ServerLog log) {
        Door door = Door.open(book, Access.CHANGE, DoorSettings.USUAL, InstantSource.system(), new SecureRandom());
        Key key = new Key(door, secret);
        Optional<Caller> caller = key.caller();
        if (caller.isEmpty()) {
            door.close();
            throw new TokenException(
                    "the token is not one of " + book + ", or it has expired, or its owner is disabled");
        }
        if (!caller.get().role().covers(Role.REVIEWER)) {
            log.say("the token has the role " + caller.get().role().slug()
                    + ": the assistant may only read. Deciding needs the role reviewer.");
        }
        return key;
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
                    : tools.answer(line.get().text(), key.flatMap(Key::caller));
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

    /** Returns the next line; the rest of one that is too long is discarded. */
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

    /** Closes the book. */
    @Override
    public void close() {
        books.close();
        stores.close();
        key.ifPresent(one -> one.door().close());
    }
}
