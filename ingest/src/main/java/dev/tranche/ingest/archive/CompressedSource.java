package dev.tranche.ingest.archive;

import dev.tranche.ingest.Content;
import dev.tranche.ingest.Guard;
import dev.tranche.ingest.Ingest;
import dev.tranche.ingest.Sink;
import dev.tranche.ingest.Source;
import dev.tranche.source.Format;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Opens a compressed file and reads what is in it. */
public final class CompressedSource implements Source {

    private static final int MOST_KIBIBYTES = 128 << 10;
    private static final int START_BYTES = 8192;

    private final Format format;

    /** Builds a source of gzip, bzip2 or xz. */
    public CompressedSource(Format format) {
        this.format = format;
    }

    @Override
    public void read(Content content, Sink sink) throws IOException {
        if (format == Format.GZIP && WarcMembers.begins(content.peek(START_BYTES))) {
            // Record by record, so that a damaged one does not affect the others.
            Ingest.read(content.opened(content.bytes(), ".gz"), Format.WARC, new WarcMembers(), sink);
            return;
        }
        Guard guard = Guard.over(content.bytes());
        InputStream inner = guard.watch(
                switch (format) {
                    case GZIP ->
                        GzipCompressorInputStream.builder()
                                .setInputStream(guard.packed())
                                .setDecompressConcatenated(true)
                                .get();
                    case BZIP2 -> new BZip2CompressorInputStream(guard.packed(), true);
                    case XZ ->
                        XZCompressorInputStream.builder()
                                .setInputStream(guard.packed())
                                .setDecompressConcatenated(true)
                                .setMemoryLimitKiB(MOST_KIBIBYTES)
                                .get();
                    default -> throw new IllegalArgumentException("not a compressed file: " + format);
                });
        String ending = switch (format) {
            case GZIP -> ".gz";
            case BZIP2 -> ".bz2";
            default -> ".xz";
        };
        Ingest.read(content.opened(inner, ending), sink);
    }
}
