package dev.tranche.ingest.archive;

import dev.tranche.ingest.Content;
import dev.tranche.ingest.Sink;
import dev.tranche.ingest.Source;
import dev.tranche.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Reads a web archive that is compressed record by record, the whole of it or the records that begin in a range of its
 * bytes.
 *
 * <p>Ranges that cover a file together yield what the whole yields, in the same order. After a damaged record
 * reading continues with the next one that can be opened.
 */
public final class WarcMembers implements Source {

    private static final String FIRST = "WARC/";
    private static final int START_BYTES = 16;

    /** Builds a reader of whole archives. */
    public WarcMembers() {}

    /**
     * The result of reading a range.
     *
     * @param first offset of the first record that begins in the range; the range's end if none does
     * @param next offset of the first record after those read, with which another range must begin; the length of the
     *     file if there is none
     * @param records number of records, including those about the crawl
     * @param malformed number of records that could not be understood
     * @param damaged number of ranges of bytes that could not be unpacked
     */
    public record Part(long first, long next, long records, long malformed, long damaged) {}

    /** Do these first bytes of a file, a few thousand, begin such an archive? */
    public static boolean begins(byte[] start) {
        Inflater inflater = new Inflater(true);
        try {
            return isRecord(GzipMember.open(new RawBytes(new ByteArrayInputStream(start), 0), inflater));
        } catch (IOException other) {
            return false;
        } finally {
            inflater.end();
        }
    }

    @Override
    public void read(Content content, Sink sink) throws IOException {
        readRange(content, 0, Long.MAX_VALUE, sink);
    }

    /**
     * Reads the records that begin in a range of bytes.
     *
     * @param content named as if unpacked; its bytes begin at {@code start} of the file
     * @param start offset of the first byte
     * @param end offset after the last byte in which a record of this range may begin; the last one may extend beyond
     * @param sink receives reports and refusals
     * @throws IOException if the bytes cannot be read, as opposed to being damaged
     */
    public static Part readRange(Content content, long start, long end, Sink sink) throws IOException {
        Inflater inflater = new Inflater(true);
        try {
            return new Reading(content, new RawBytes(content.bytes(), start), inflater, sink).read(end);
        } finally {
            inflater.end();
        }
    }

    private static boolean isRecord(GzipMember member) throws IOException {
        return new String(member.peek(START_BYTES), StandardCharsets.ISO_8859_1)
                .stripLeading()
                .startsWith(FIRST);
    }

    /** One run over a range. */
    private static final class Reading {
        private final Content content;
        private final RawBytes raw;
        private final Inflater inflater;
        private final Sink sink;
        private final WarcRecords records;
        private long damaged;
        private long firstDamage;

        Reading(Content content, RawBytes raw, Inflater inflater, Sink sink) {
            this.content = content;
            this.raw = raw;
            this.inflater = inflater;
            this.sink = sink;
            this.records = new WarcRecords(content, sink);
        }

        Part read(long end) throws IOException {
            // Bytes before the first record belong to the previous range.
            Optional<GzipMember> member = find();
            long first = Math.min(end, start);
            while (member.isPresent() && start < end) {
                member = after(member.get());
            }
            if (damaged > 0) {
                sink.refuse(
                        content.name(),
                        ProblemCode.UNREADABLE,
                        (damaged == 1 ? "A part of the archive is" : damaged + " parts of the archive are")
                                + " damaged or cut off, " + (damaged == 1 ? "" : "the first ") + "at byte "
                                + firstDamage + "; the rest was read.");
            }
            records.complete();
            return new Part(first, start, records.count(), records.malformed(), damaged);
        }

        private long start;

        /** Reads a member and returns the next. */
        private Optional<GzipMember> after(GzipMember member) throws IOException {
            long own = start;
            try {
                records.read(member);
                member.drain();
            } catch (RawBytes.Failed failed) {
                throw failed;
            } catch (IOException broken) {
                note(own);
                raw.seek(own + 1);
                return find();
            }
            long end = raw.position();
            Optional<GzipMember> next = find();
            if (start > end) {
                note(end);
            }
            return next;
        }

        private void note(long offset) {
            firstDamage = damaged == 0 ? offset : firstDamage;
            damaged++;
        }

        /** Returns the first member from the next byte on that begins with a record, and sets where it starts. */
        private Optional<GzipMember> find() throws IOException {
            while (true) {
                raw.mark();
                start = raw.position();
                int one = raw.read();
                if (one < 0) {
                    return Optional.empty();
                }
                if (one != 0x1F) {
                    continue;
                }
                raw.seek(start);
                GzipMember found = open();
                if (found != null) {
                    return Optional.of(found);
                }
                raw.seek(start + 1);
            }
        }

        private @Nullable GzipMember open() throws IOException {
            try {
                GzipMember member = GzipMember.open(raw, inflater);
                return isRecord(member) ? member : null;
            } catch (RawBytes.Failed failed) {
                throw failed;
            } catch (IOException other) {
                return null;
            }
        }
    }
}
