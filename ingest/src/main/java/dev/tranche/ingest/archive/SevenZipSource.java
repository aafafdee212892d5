package dev.tranche.ingest.archive;

import dev.tranche.ingest.Content;
import dev.tranche.ingest.Guard;
import dev.tranche.ingest.Sink;
import dev.tranche.ingest.Source;
import dev.tranche.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Reads the files in a 7z archive, which must fit in memory: its list of files is at its end. */
public final class SevenZipSource implements Source {

    private static final int MOST_KIBIBYTES = 128 << 10;

    @Override
    public void read(Content content, Sink sink) throws IOException {
        Optional<byte[]> bytes = content.all();
        if (bytes.isEmpty()) {
            sink.refuse(
                    content.name(),
                    ProblemCode.TOO_LARGE,
                    "A 7z archive may be up to 64 MiB, and this one is larger; not read.");
            return;
        }
        try (SevenZFile file = SevenZFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes.get()))
                .setMaxMemoryLimitKiB(MOST_KIBIBYTES)
                .get()) {
            Entries entries = new Entries(content, sink);
            Guard guard = Guard.over(new ByteArrayInputStream(bytes.get()));
            guard.packed().readNBytes(bytes.get().length);
            for (SevenZArchiveEntry entry = file.getNextEntry(); entry != null; entry = file.getNextEntry()) {
                if (entry.isDirectory() || !entry.hasStream()) {
                    continue;
                }
                InputStream inner = new InputStream() {
                    @Override
                    public int read() throws IOException {
                        return file.read();
                    }

                    @Override
                    public int read(byte[] target, int offset, int length) throws IOException {
                        return length == 0 ? 0 : file.read(target, offset, length);
                    }
                };
                String name = entry.getName() == null ? "file" : entry.getName();
                if (!entries.read(name, guard.watch(inner))) {
                    return;
                }
            }
        } catch (PasswordRequiredException locked) {
            sink.refuse(content.name(), ProblemCode.NOT_READ, "This is an encrypted 7z archive; not read.");
        }
    }
}
