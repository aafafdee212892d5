package dev.tranche.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Where the results of a command go: standard output, or a file that appears only when it is complete.
 *
 * <p>A failure to write is an {@link UncheckedIOException}.
 */
final class Results implements AutoCloseable {

    private final OutputStream target;
    private final Optional<Path> file;
    private final boolean flushEach;

    private Results(OutputStream target, Optional<Path> file, boolean flushEach) {
        this.target = target;
        this.file = file;
        this.flushEach = flushEach;
    }

    /** Opens the results of a command. */
    static Results open(Terminal terminal, Optional<Path> file) {
        if (file.isEmpty()) {
            return new Results(
                    new BufferedOutputStream(terminal.out(), 1 << 16), Optional.empty(), terminal.isOutTerminal());
        }
        Path folder = file.get().toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw CommandException.outside(file.get() + ": the file cannot be written: its folder does not exist.");
        }
        try {
            return new Results(new BufferedOutputStream(Files.newOutputStream(part(file.get()))), file, false);
        } catch (IOException broken) {
            throw CommandException.outside(file.get() + ": the file cannot be written: " + broken.getMessage() + ".");
        }
    }

    /** Writes text as UTF-8. */
    void write(String text) {
        try {
            target.write(text.getBytes(StandardCharsets.UTF_8));
            if (flushEach) {
                target.flush();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Completes the results; a file now replaces an older one. */
    void complete() {
        try {
            target.flush();
            if (file.isPresent()) {
                target.close();
                Files.move(part(file.get()), file.get(), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Removes an incomplete file. */
    @Override
    public void close() {
        if (file.isEmpty()) {
            return;
        }
        try {
            target.close();
        } catch (IOException ignored) {
            // On a full disk closing fails too; the first failure is the one to report.
        }
        try {
            Files.deleteIfExists(part(file.get()));
        } catch (IOException ignored) {
            // See above.
        }
    }

    private static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }
}
