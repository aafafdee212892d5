package dev.tranche.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the Java sources of every module. */
final class Sources {
    private static final List<String> MODULES =
            List.of("core", "app", "testkit", "bench", "store", "ingest", "export", "library", "spark", "dist");

    private Sources() {}

    /** The root of the repository: the property {@code tranche.root}, or the nearest folder upwards with a LICENSE. */
    static Path root() {
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

    /** All Java files of the modules that exist under {@code root}, main and test, in order of their paths. */
    static List<Path> java(Path root) {
        return MODULES.stream()
                .map(name -> root.resolve(name, "src"))
                .filter(Files::isDirectory)
                .flatMap(folder -> below(folder).stream())
                .toList();
    }

    /** The Java files at or below {@code start}, in order of their paths. */
    static List<Path> below(Path start) {
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot list the sources below " + start, e);
        }
    }
}
