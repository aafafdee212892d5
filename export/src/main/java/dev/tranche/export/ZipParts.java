package dev.tranche.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files in a ZIP archive written to a stream; equal files give equal bytes. */
public final class ZipParts implements Parts, AutoCloseable {

    /** The time of every file, so that the archive does not reveal when it was made; ZIP times start in 1980. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;

    /** Writes to a stream, which {@link #close} completes but does not close. */
    public ZipParts(OutputStream to) {
        this.zip = new ZipOutputStream(to);
    }

    @Override
    public OutputStream open(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        return new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int start, int length) throws IOException {
                zip.write(bytes, start, length);
            }

            @Override
            public void flush() {
                // The archive is flushed at its end.
            }

            @Override
            public void close() throws IOException {
                zip.closeEntry();
            }
        };
    }

    /** Ends the archive. */
    @Override
    public void close() throws IOException {
        zip.finish();
        zip.flush();
    }
}
