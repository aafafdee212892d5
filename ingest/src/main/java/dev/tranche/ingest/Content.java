package dev.tranche.ingest;

import dev.tranche.text.Delivery;
import dev.tranche.text.Document;
import dev.tranche.text.DocumentId;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * An input: its bytes and what is known about them from outside.
 *
 * @param name its path or another name for messages; a file in an archive has the archive's name and {@code !/} before
 *     its own
 * @param address where it was fetched from, if it was
 * @param encoding the encoding that its sender named, if any
 * @param sender who vouches for what its agencies say about earlier reports
 * @param bytes its bytes, read once; closed by whoever opened them
 * @param depth how many archives and emails it is nested in
 * @param options what the user specified along with it
 */
public record Content(
        String name,
        Optional<String> address,
        Optional<String> encoding,
        Sender sender,
        InputStream bytes,
        int depth,
        Options options) {

    /** The most bytes of one page, feed, mail part or document; a larger one is refused. */
    public static final int MOST_BYTES = 64 << 20;

    /**
     * What the user specifies along with the input.
     *
     * @param columns the columns of a table, such as {@code title=Headline,text=Body}; empty for those found by name
     * @param sumsOnly whether web pages without a sum of money are left out before they are parsed
     */
    public record Options(Optional<String> columns, boolean sumsOnly) {
        /** Nothing specified. */
        public static final Options NONE = new Options(Optional.empty());

        /** All pages are read. */
        public Options(Optional<String> columns) {
            this(columns, false);
        }
    }

    /** Who answers for what an input says about earlier reports: that one is withdrawn or corrected. */
    public sealed interface Sender {

        /** The user, who got the file from its agency: it can withdraw what the same agency sent as files. */
        record User() implements Sender {}

        /**
         * A feed or page that the user named: it can withdraw what came from it, whoever wrote that.
         *
         * @param address the address that the user named, from which it may have moved since
         */
        record Feed(String address) implements Sender {}

        /** Nobody: anybody sends mail, and crawls hold what anybody wrote. */
        record Anybody() implements Sender {}
    }

    /** Returns an input of a file or stream. */
    public static Content of(String name, InputStream bytes) {
        return new Content(name, Optional.empty(), Optional.empty(), new Sender.User(), bytes, 0, Options.NONE);
    }

    /** Returns an input of bytes in memory. */
    public static Content of(String name, byte[] bytes) {
        return of(name, new ByteArrayInputStream(bytes));
    }

    /** Returns the same input with an address. */
    public Content at(Optional<String> fetched, Optional<String> sent) {
        return new Content(name, fetched, sent, sender, bytes, depth, options);
    }

    /** Returns the same input with what the user specified. */
    public Content with(Options said) {
        return new Content(name, address, encoding, sender, bytes, depth, said);
    }

    /** Returns the same input, vouched for by another. */
    public Content from(Sender other) {
        return new Content(name, address, encoding, other, bytes, depth, options);
    }

    /**
     * Returns whose later word on a report of this input counts.
     *
     * @param agency the agency that the report names, possibly blank
     * @param version the version that it states, 0 for none
     */
    public Delivery delivery(String agency, long version) {
        return switch (sender) {
            case Sender.User() when agency.isBlank() -> Delivery.NONE;
            case Sender.User() -> Delivery.ofAgency(agency, version);
            case Sender.Feed(String feed) -> Delivery.ofFeed(feed, version);
            case Sender.Anybody() -> Delivery.NONE;
        };
    }

    /**
     * Returns what a report that names no agency counts as: what its site says itself, or a claim about another site,
     * which must not take the place of what that site says.
     */
    Delivery delivery(Document report) {
        Optional<String> claimed = report.address();
        return switch (sender) {
            case Sender.User() -> Delivery.NONE;
            case Sender.Feed(String feed) -> {
                boolean own = claimed.isEmpty() || Sites.isSame(feed, claimed.get()) || isFrom(claimed.get());
                yield own ? Delivery.watched(feed, 0) : Delivery.relayed(feed, 0);
            }
            case Sender.Anybody() when claimed.isEmpty() || isFrom(claimed.get()) -> Delivery.NONE;
            case Sender.Anybody() ->
                address.map(from -> Delivery.relayed(from, 0)).orElseGet(Delivery::mailed);
        };
    }

    /** Did the site of an address send this? */
    private boolean isFrom(String other) {
        return address.filter(from -> Sites.isSame(from, other)).isPresent();
    }

    /** Returns the same input with other bytes, under the same name without an extension. */
    public Content opened(InputStream inner, String ending) {
        boolean ends = name.toLowerCase(Locale.ROOT).endsWith(ending);
        String opened = ends ? name.substring(0, name.length() - ending.length()) : name;
        return new Content(opened, address, encoding, sender, inner, depth + 1, options);
    }

    /** Returns a file inside this one. */
    public Content inside(String inner, InputStream content) {
        return new Content(
                name + "!/" + inner, Optional.empty(), Optional.empty(), sender, content, depth + 1, options);
    }

    /** Returns the same input whose first bytes can be peeked at. */
    Content buffered() {
        return bytes instanceof BufferedInputStream
                ? this
                : new Content(name, address, encoding, sender, new BufferedInputStream(bytes, 1 << 16), depth, options);
    }

    /** Returns the first bytes without taking them, at most a few thousand; only for an input passed to a source. */
    public byte[] peek(int count) throws IOException {
        bytes.mark(count);
        byte[] start = bytes.readNBytes(count);
        bytes.reset();
        return start;
    }

    /** Returns all bytes; empty if there are more than {@link #MOST_BYTES}. */
    public Optional<byte[]> all() throws IOException {
        byte[] all = bytes.readNBytes(MOST_BYTES + 1);
        return all.length > MOST_BYTES ? Optional.empty() : Optional.of(all);
    }

    /** Returns the name without folders, archives and extension, as the id of a single report. */
    public String baseName() {
        String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String lower = file.toLowerCase(Locale.ROOT);
        String opened = lower.endsWith(".gz") ? file.substring(0, file.length() - 3) : file;
        int dot = opened.lastIndexOf('.');
        String base = dot > 0 ? opened.substring(0, dot) : opened;
        return base.isBlank() ? "report" : id(base);
    }

    /** Returns a stated id, cut to the maximum length of an id. */
    public static String id(String stated) {
        String bare = stated.strip();
        return bare.length() > DocumentId.MAX_LENGTH ? bare.substring(0, DocumentId.MAX_LENGTH) : bare;
    }
}
