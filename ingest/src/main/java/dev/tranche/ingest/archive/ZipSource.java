package dev.tranche.ingest.archive;

import dev.tranche.ingest.Content;
import dev.tranche.ingest.Guard;
import dev.tranche.ingest.Sink;
import dev.tranche.ingest.Source;
import dev.tranche.ingest.apart.ApartSource;
import dev.tranche.ingest.paper.OfficeFile;
import dev.tranche.problem.ProblemCode;
import dev.tranche.source.Format;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/**
 * Reads the files in a ZIP archive; office documents and e-books, which are ZIP archives too, go to their own readers.
 */
public final class ZipSource implements Source {

    @Override
    public void read(Content content, Sink sink) throws IOException {
        byte[] start = content.bytes().readNBytes(Content.MOST_BYTES);
        int next = content.bytes().read();
        if (next < 0) {
            if (OfficeFile.open(start).isPresent()) {
                new ApartSource(Format.ZIP).read(content, start, sink);
                return;
            }
            if (OfficeFile.isCut(start)) {
                sink.refuse(
                        content.name(),
                        ProblemCode.UNREADABLE,
                        "This is an office document or book that is cut off; not read.");
                return;
            }
            readFiles(content, new ByteArrayInputStream(start), sink);
            return;
        }
        InputStream rest = new SequenceInputStream(new ByteArrayInputStream(new byte[] {(byte) next}), content.bytes());
        readFiles(content, new SequenceInputStream(new ByteArrayInputStream(start), rest), sink);
    }

    private static void readFiles(Content content, InputStream bytes, Sink sink) throws IOException {
        Guard guard = Guard.over(bytes);
        ZipArchiveInputStream zip = new ZipArchiveInputStream(guard.packed(), "UTF-8", true, true);
        Entries entries = new Entries(content, sink);
        for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.isDirectory() || entry.isUnixSymlink()) {
                continue;
            }
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                entries.refuse(entry.getName(), ProblemCode.NOT_READ, "This is encrypted; not read.");
                continue;
            }
            if (!zip.canReadEntryData(entry)) {
                entries.refuse(
                        entry.getName(), ProblemCode.NOT_READ, "This is compressed with an unknown method; not read.");
                continue;
            }
            InputStream inner = guard.watch(zip);
            if (!entries.read(entry.getName(), inner)) {
                return;
            }
            inner.transferTo(OutputStream.nullOutputStream());
        }
    }
}
