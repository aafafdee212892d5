package dev.tranche.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes an export to one stream: one file as it is, several as an archive. */
public final class StreamParts {

    private StreamParts() {}

    /** Writes to a stream, which stays open. */
    public static void write(Format format, Exported book, OutputStream to) throws IOException {
        if (format.about().isFolder()) {
            try (ZipParts parts = new ZipParts(to)) {
                format.write(book, parts);
            }
            return;
        }
        format.write(book, name -> new FilterOutputStream(to) {
            @Override
            public void write(byte[] bytes, int start, int length) throws IOException {
                to.write(bytes, start, length);
            }

            @Override
            public void close() throws IOException {
                to.flush();
            }
        });
    }
}
