package dev.tranche.store;

import dev.tranche.bundle.BundleException;
import dev.tranche.ledger.JournalEntry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads the journal of JSON lines in which books were formerly kept, one canonical entry after another.
 *
 * <p>An unterminated last line, as left by an interrupted program, and a report without its reading at the end are left
 * out.
 */
public final class OldJournal {

    private OldJournal() {}

    /** Does a file start like such a journal? */
    public static boolean isOne(Path file) {
        try (var bytes = Files.newInputStream(file)) {
            return bytes.read() == '{';
        } catch (IOException unreadable) {
            return false;
        }
    }

    /**
     * Passes on all entries in order.
     *
     * <p>Throws {@link BundleException} with file and line for a line not in the format and
     * {@link UncheckedIOException} if the file cannot be read.
     */
    public static void read(Path file, Consumer<JournalEntry> sink) {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Optional<String> report = Optional.empty();
            int number = 0;
            for (Optional<String> line = line(reader); line.isPresent(); line = line(reader)) {
                number++;
                String place = file + ", line " + number;
                if (report.isEmpty() && EntryFormat.isReport(place, line.get())) {
                    report = line;
                    continue;
                }
                sink.accept(
                        EntryFormat.read(place, report.isPresent() ? report.get() + "\n" + line.get() : line.get()));
                report = Optional.empty();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(file.toString(), broken);
        }
    }

    /** Returns the next terminated line. */
    private static Optional<String> line(BufferedReader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            if (c == '\n') {
                return Optional.of(line.toString());
            }
            line.append((char) c);
        }
        return Optional.empty();
    }
}
