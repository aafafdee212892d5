package dev.tranche.backfill;

import dev.tranche.bundle.BundleException;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.shard.Manifest;
import dev.tranche.shard.ShardNote;
import dev.tranche.shard.ShardReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;

/**
 * Imports the shards of a back-fill into a book, in the order of the manifest, so that the book equals one that read
 * the same files itself.
 *
 * <p>Readings are added in batches, each as a whole; what is already there changes nothing, so an import that was
 * stopped is simply run again. A shard that is missing or damaged is reported and skipped.
 */
public final class ShardImport {

    private static final int MOST_READINGS = 100;

    private final ToIntFunction<List<JournalEntry>> book;
    private final IntConsumer progress;
    private final List<JournalEntry> batch = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private long readings;
    private long added;

    /**
     * Builds an import.
     *
     * @param book adds entries that it does not have, all or none, and returns how many
     * @param progress receives the number of readings processed
     */
    public ShardImport(ToIntFunction<List<JournalEntry>> book, IntConsumer progress) {
        this.book = book;
        this.progress = progress;
    }

    /**
     * The outcome of an import.
     *
     * @param readings readings in the shards that could be read
     * @param added those that were not in the book before
     * @param faults a sentence for each part that is not in the book
     */
    public record Result(long readings, long added, List<String> faults) {

        /** Copies the list. */
        public Result {
            faults = List.copyOf(faults);
        }
    }

    /** Is it the folder of a back-fill, complete or not? */
    public static boolean isOne(Path folder) {
        return Files.exists(folder.resolve(Manifest.FILE)) || Files.isDirectory(folder.resolve(Manifest.SHARDS));
    }

    /**
     * Imports all shards.
     *
     * @throws IOException with a sentence if the manifest cannot be read; nothing was imported then
     */
    public Result run(Path folder) throws IOException {
        Manifest manifest = manifest(folder);
        for (Manifest.Shard shard : manifest.shards()) {
            switch (shard) {
                case Manifest.Shard.Written written -> take(folder, written.note());
                case Manifest.Shard.Missing lost ->
                    faults.add(lost.piece().input() + ", bytes " + lost.piece().start() + " to "
                            + lost.piece().end() + ", was not read by the back-fill: " + lost.why() + ".");
            }
        }
        flush();
        return new Result(readings, added, faults);
    }

    private static Manifest manifest(Path folder) throws IOException {
        Path file = folder.resolve(Manifest.FILE);
        if (!Files.exists(file)) {
            throw new IOException(folder + " has shards and no " + Manifest.FILE
                    + ": the back-fill did not finish. Run it again; it continues where it stopped.");
        }
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return Manifest.read(file.toString(), lines);
        } catch (BundleException damaged) {
            throw new IOException(damaged.getMessage() + " Run the back-fill again; it writes a new one.", damaged);
        }
    }

    private void take(Path folder, ShardNote note) {
        Path file = folder.resolve(Manifest.SHARDS).resolve(note.name() + ShardNote.READINGS);
        try {
            if (!isSound(note, file)) {
                fault(note, Files.exists(file) ? "is damaged" : "is missing");
                return;
            }
            try (InputStream in = Files.newInputStream(file)) {
                ShardReader.read(file.toString(), in, reading -> {
                    batch.add(new JournalEntry.Read(reading));
                    readings++;
                    if (batch.size() == MOST_READINGS) {
                        flush();
                    }
                });
            }
        } catch (BundleException wrong) {
            faults.add(wrong.getMessage() + " The rest of this shard was not imported.");
        } catch (IOException broken) {
            fault(note, "cannot be read (" + broken.getMessage() + ")");
        }
    }

    private static boolean isSound(ShardNote note, Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return ShardReader.isSound(note, in);
        }
    }

    private void fault(ShardNote note, String what) {
        faults.add("the shard " + note.name() + " " + what + "; its "
                + note.counts().readings()
                + " readings were not imported. Run the back-fill again: it reads only this part.");
    }

    private void flush() {
        if (!batch.isEmpty()) {
            added += book.applyAsInt(batch);
            progress.accept(batch.size());
            batch.clear();
        }
    }
}
