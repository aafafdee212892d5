package dev.tranche.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * The native library of SQLite, which the driver otherwise extracts from its jar and compares byte by byte at every
 * start.
 *
 * <p>The driver takes it from the folder named by the system property {@code org.sqlite.lib.path}, if it is there; it
 * must match the version of the driver.
 */
public final class NativeLibrary {

    private NativeLibrary() {}

    /** Copies it into a folder, created if necessary; does nothing if the driver has none for this machine. */
    public static void copyTo(Path folder) throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (InputStream code = NativeLibrary.class.getResourceAsStream(resource)) {
            if (code == null) {
                return;
            }
            Files.createDirectories(folder);
            // A program that starts meanwhile must not find a partial copy.
            Path part = Files.createTempFile(folder, name, null);
            Files.copy(code, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
