package dev.tranche.ingest.archive;

import dev.tranche.ingest.Content;
import dev.tranche.ingest.Guard;
import dev.tranche.ingest.Sink;
import dev.tranche.ingest.Source;
import dev.tranche.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.apache.commons.compress.archivers.sevenz.SevenZMethodConfiguration;
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
        try (SevenZFile file = open(bytes.get())) {
            read(file, bytes.get(), new Entries(content, sink));
        } catch (PasswordRequiredException locked) {
            sink.refuse(content.name(), ProblemCode.NOT_READ, "This is an encrypted 7z archive; not read.");
        } catch (MemoryLimitException large) {
            sink.refuse(
                    content.name(),
                    ProblemCode.TOO_LARGE,
                    "Unpacking this 7z archive takes more than " + (MOST_KIBIBYTES >> 10)
                            + " MiB of memory; not read.");
        }
    }

    private static SevenZFile open(byte[] bytes) throws IOException {
        try {
            return SevenZFile.builder()
                    .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                    .setMaxMemoryLimitKiB(MOST_KIBIBYTES)
                    .get();
        } catch (PasswordRequiredException | MemoryLimitException known) {
            throw known;
        } catch (IOException broken) {
            throw new IOException("the 7z archive is cut off or damaged, and its list of files cannot be read", broken);
        }
    }

    private static void read(SevenZFile file, byte[] bytes, Entries entries) throws IOException {
        Guard guard = Guard.over(new ByteArrayInputStream(bytes));
        guard.packed().readNBytes(bytes.length);
        for (SevenZArchiveEntry entry = file.getNextEntry(); entry != null; entry = file.getNextEntry()) {
            if (entry.isDirectory() || !entry.hasStream()) {
                continue;
            }
            String name = entry.getName() == null ? "file" : entry.getName();
            if (isEncrypted(entry)) {
                throw new PasswordRequiredException(name);
            }
            InputStream inner = guard.watch(stream(file));
            if (!entries.read(name, inner)) {
                return;
            }
            drain(inner);
        }
    }

    /** What is left of a file is unpacked in any case to reach the next one; here it counts. */
    private static void drain(InputStream inner) throws Guard.Bomb {
        try {
            inner.transferTo(OutputStream.nullOutputStream());
        } catch (Guard.Bomb bomb) {
            throw bomb;
        } catch (IOException broken) {
            // The file has been refused for it, and the next one may be whole.
        }
    }

    private static boolean isEncrypted(SevenZArchiveEntry entry) {
        for (SevenZMethodConfiguration method : entry.getContentMethods()) {
            if (method.getMethod() == SevenZMethod.AES256SHA256) {
                return true;
            }
        }
        return false;
    }

    private static InputStream stream(SevenZFile file) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return file.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return length == 0 ? 0 : file.read(target, offset, length);
            }
        };
    }
}
