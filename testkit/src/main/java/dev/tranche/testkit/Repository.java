package dev.tranche.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the files of the repository are that tests read. */
public final class Repository {

    private Repository() {}

    /**
     * Returns the root of the repository: the property {@code tranche.root}, else the nearest folder upwards with a
     * {@code LICENSE}.
     */
    public static Path root() {
        String given = System.getProperty("tranche.root");
        if (given != null) {
            return Path.of(given).toAbsolutePath().normalize();
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("LICENSE"))) {
                return folder;
            }
        }
        throw new IllegalStateException("No LICENSE in this folder or above it: run this inside the repository.");
    }

    /** Returns a file or folder of {@code corpus}. */
    public static Path corpus(String name) {
        return root().resolve("corpus").resolve(name);
    }

    /** Returns a folder of the texts that may lie beside the repository; empty where they do not. */
    public static Optional<Path> shared(String name) {
        return Optional.of(root().resolveSibling("shared").resolve(name)).filter(Files::exists);
    }
}
