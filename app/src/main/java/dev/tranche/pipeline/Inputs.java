package dev.tranche.pipeline;

import dev.tranche.ingest.fetch.Fetcher;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** Turns the paths of a command line into inputs: files as given, folders with all files below them, {@code -}. */
public final class Inputs {

    /** The path that stands for standard input. */
    public static final String STANDARD_INPUT = "-";

    private static final int DEEPEST_FOLDER = 64;

    private Inputs() {}

    /** Returns the paths that lead nowhere, in order. */
    public static List<String> missing(List<String> paths) {
        return paths.stream()
                .filter(path -> !Fetcher.isAddress(path))
                .filter(path -> path.isBlank() || (!path.equals(STANDARD_INPUT) && !Files.exists(Path.of(path))))
                .toList();
    }

    /** Returns the paths that are web addresses, in order. */
    public static List<String> addresses(List<String> paths) {
        return paths.stream().filter(Fetcher::isAddress).toList();
    }

    /**
     * Returns the inputs in the order of the paths; the files of a folder are sorted by their paths.
     *
     * <p>Hidden files and folders below a given folder are left out, links are followed. A file that cannot be opened
     * is still an input, so that reading it says why.
     */
    public static List<Input> of(List<String> paths, InputStream standardInput) {
        return of(
                paths,
                standardInput,
                address -> new Input(address, OptionalLong.empty(), () -> {
                    throw new IOException("addresses are not fetched here");
                }));
    }

    /**
     * Returns the inputs in the order of the paths, fetching those at web addresses.
     *
     * @param fetch fetches an address
     */
    public static List<Input> of(List<String> paths, InputStream standardInput, Function<String, Input> fetch) {
        List<Input> inputs = new ArrayList<>();
        for (String path : paths) {
            if (path.equals(STANDARD_INPUT)) {
                inputs.add(Input.of("stdin", standardInput));
                continue;
            }
            if (Fetcher.isAddress(path)) {
                inputs.add(fetch.apply(path));
                continue;
            }
            Path file = Path.of(path);
            if (Files.isDirectory(file)) {
                below(file).forEach(each -> inputs.add(Input.of(each)));
            } else {
                inputs.add(Input.of(file));
            }
        }
        return inputs;
    }

    private static List<Path> below(Path folder) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(
                    folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST_FOLDER, new Collector(folder, files));
        } catch (IOException broken) {
            throw new UncheckedIOException(folder.toString(), broken);
        }
        files.sort(
                Comparator.comparing(file -> folder.relativize(file).toString().replace('\\', '/')));
        return files;
    }

    private static final class Collector extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final List<Path> files;

        Collector(Path folder, List<Path> files) {
            this.folder = folder;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean hidden = !directory.equals(folder) && isHidden(directory);
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        /** Pipes and devices in a folder are not reports, and opening one could block without end. */
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!isHidden(file) && !attributes.isOther()) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        /** A closed folder, a dangling link or a circle of links: opening it will say so. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException why) {
            files.add(file);
            return FileVisitResult.CONTINUE;
        }

        private static boolean isHidden(Path path) {
            Path name = path.getFileName();
            return name != null && name.toString().startsWith(".");
        }
    }
}
