package dev.tranche.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * The state of a book's file at one moment. Two states are equal only if nobody wrote or replaced the file in between.
 *
 * @param key what identifies the file on disk, whatever its name; empty if the system does not support it
 * @param size its length in bytes
 * @param modified when it was last written
 * @param hasLog whether the log of a program using it is beside it
 */
record FileState(Optional<Object> key, long size, FileTime modified, boolean hasLog) {

    /** Returns the state of a file; empty if there is none. */
    static Optional<FileState> of(Path file) {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new FileState(
                    Optional.ofNullable(found.fileKey()), found.size(), found.lastModifiedTime(), hasLog(file)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.toString(), unreadable);
        }
    }

    /** Does a program have the file open, or did one end without closing it? */
    static boolean hasLog(Path file) {
        return Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
    }
}
