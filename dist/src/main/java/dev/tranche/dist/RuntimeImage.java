package dev.tranche.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** Links the Java runtime that comes with the program, from the JDK that runs this. */
public final class RuntimeImage {

    private RuntimeImage() {}

    /** Links it. Arguments: the folder to make, which is replaced, and the modules separated by commas. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        remove(folder);
        Files.createDirectories(folder.getParent());
        ToolProvider jlink = ToolProvider.findFirst("jlink")
                .orElseThrow(() -> new IllegalStateException("This Java has no jlink: build with a full JDK 25."));
        int status = jlink.run(
                System.out,
                System.err,
                "--add-modules",
                arguments[1].replaceAll("\\s", ""),
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--compress",
                "zip-6",
                "--output",
                folder.toString());
        if (status != 0) {
            System.exit(status);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> walked = Files.walk(folder)) {
            files = walked.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
