package dev.tranche.ingest.apart;

import dev.tranche.ingest.Content;
import dev.tranche.source.Format;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;

/**
 * A document to be read by a process of its own, and its form between the two processes.
 *
 * @param format what it is: PDF, RTF, or ZIP for an office document or e-book
 * @param name its name for messages
 * @param columns the columns of a table, where the user named them
 * @param bytes the document; at most {@link Content#MOST_BYTES}
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and copying megabytes would gain nothing.
record Task(Format format, String name, Optional<String> columns, byte[] bytes) {

    /** Returns what the process that reads it takes. */
    Content content() {
        return Content.of(name, bytes).with(new Content.Options(columns));
    }

    void write(DataOutputStream out) throws IOException {
        out.writeByte(format.ordinal());
        Passing.text(out, name);
        Passing.optional(out, columns);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    /** Waits for a task; empty if there will be none. */
    static Optional<Task> read(DataInputStream in) throws IOException {
        int format = in.read();
        if (format < 0) {
            return Optional.empty();
        }
        String name = Passing.text(in);
        Optional<String> columns = Passing.optional(in);
        int length = in.readInt();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the task breaks off");
        }
        return Optional.of(new Task(Format.values()[format], name, columns, bytes));
    }
}
