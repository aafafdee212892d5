package dev.tranche.shard;

import dev.tranche.bundle.BundleException;
import dev.tranche.extract.Extraction;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.store.EntryFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** Reads what {@link ShardWriter} wrote. */
public final class ShardReader {

    private static final int BUFFER = 1 << 16;

    private ShardReader() {}

    /** Receives readings. */
    @FunctionalInterface
    public interface Taker {

        /** Receives one reading. */
        void take(Extraction extraction) throws IOException;
    }

    /** Are these exactly the bytes described by a note? Reads the stream to its end. */
    public static boolean isSound(ShardNote note, InputStream file) throws IOException {
        MessageDigest digest = ShardWriter.sha256();
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        for (int count = file.read(buffer); count >= 0; count = file.read(buffer)) {
            digest.update(buffer, 0, count);
            bytes += count;
        }
        return bytes == note.bytes()
                && HexFormat.of().formatHex(digest.digest()).equals(note.sha256());
    }

    /**
     * Passes on the readings of a shard in order.
     *
     * @param place its name, for the message of the {@link BundleException} raised for lines in another format
     */
    public static void read(String place, InputStream file, Taker taker) throws IOException {
        BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(file, BUFFER), StandardCharsets.UTF_8), BUFFER);
        int number = 1;
        for (String report = lines.readLine(); report != null; report = lines.readLine()) {
            String where = place + ", line " + number;
            String reading = lines.readLine();
            if (reading == null) {
                throw new BundleException(where + ": the report is not followed by what was read from it.");
            }
            if (!(EntryFormat.read(where, report + "\n" + reading) instanceof JournalEntry.Read read)) {
                throw new BundleException(where + ": this is not a reading of a report.");
            }
            taker.take(read.extraction());
            number += 2;
        }
    }
}
