package dev.tranche.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files in a folder. They appear under their names only when all are complete; otherwise nothing is left behind. */
public final class FolderParts implements Parts, AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final Map<Path, Path> unfinished = new LinkedHashMap<>();

    /** Writes into a folder, which is created if it does not exist. */
    public FolderParts(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    @Override
    public OutputStream open(String name) throws IOException {
        Path file = folder.resolve(name);
        Path part = folder.resolve(name + ".part");
        unfinished.put(part, file);
        return new BufferedOutputStream(Files.newOutputStream(part), BUFFER);
    }

    /** Gives the files their names. */
    public void complete() throws IOException {
        for (Map.Entry<Path, Path> one : unfinished.entrySet()) {
            Files.move(one.getKey(), one.getValue(), StandardCopyOption.REPLACE_EXISTING);
        }
        unfinished.clear();
    }

    /** Removes what was not completed. */
    @Override
    public void close() throws IOException {
        for (Path part : unfinished.keySet()) {
            Files.deleteIfExists(part);
        }
    }
}
