package dev.tranche.shard;

import dev.tranche.extract.Extraction;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.problem.Problem;
import dev.tranche.store.EntryFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * Writes the readings of one shard: two lines of JSON for each, the report and what was read from it, in the canonical
 * form of the journal, compressed with gzip. The same readings give the same bytes. Not safe for several threads.
 */
public final class ShardWriter implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final MessageDigest digest;
    private final Counted out;
    private final GZIPOutputStream packed;
    private final Map<String, Long> problems = new TreeMap<>();
    private final List<String> examples = new ArrayList<>();
    private long readings;
    private long facts;

    /** Builds a writer to a stream, which is closed with it. */
    public ShardWriter(OutputStream to) throws IOException {
        digest = sha256();
        out = new Counted(new DigestOutputStream(to, digest));
        packed = new GZIPOutputStream(out, BUFFER);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    /** Adds what was read from a report. */
    public void add(Extraction extraction) throws IOException {
        packed.write((EntryFormat.write(new JournalEntry.Read(extraction)) + "\n").getBytes(StandardCharsets.UTF_8));
        readings++;
        facts += extraction.facts().size();
        extraction.problems().forEach(this::note);
    }

    /** Counts a problem; the first ones are kept in words. */
    public void note(Problem problem) {
        problems.merge(problem.code().slug(), 1L, Long::sum);
        if (examples.size() < ShardCounts.MOST_EXAMPLES) {
            examples.add(problem.code().slug() + "  " + problem.message());
        }
    }

    /** Completes the file. */
    @Override
    public void close() throws IOException {
        packed.close();
    }

    /**
     * Returns the note about what was written; call it after closing.
     *
     * @param first see {@link ShardNote}
     * @param next see {@link ShardNote}
     */
    public ShardNote note(
            ShardPiece piece, ShardRules rules, long first, long next, long records, long malformed, long damaged) {
        ShardCounts counts = new ShardCounts(records, readings, facts, malformed, damaged, problems, examples);
        return new ShardNote(
                piece, first, next, rules, counts, out.bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private static final class Counted extends OutputStream {
        private final OutputStream to;
        private long bytes;

        Counted(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int one) throws IOException {
            to.write(one);
            bytes++;
        }

        @Override
        public void write(byte[] all, int offset, int length) throws IOException {
            to.write(all, offset, length);
            bytes += length;
        }

        @Override
        public void flush() throws IOException {
            to.flush();
        }

        @Override
        public void close() throws IOException {
            to.close();
        }
    }
}
