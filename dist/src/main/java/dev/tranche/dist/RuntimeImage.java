package dev.tranche.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** Links the Java runtime that comes with the program, from the JDK that runs this, with an archive of its own classes. */
public final class RuntimeImage {

    private RuntimeImage() {}

    /**
     * Links it; exits with a status other than 0 if that fails. Arguments: the folder, which is replaced, and the
     * modules.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
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
                // Writes its classes in an order that changes from run to run.
                "--disable-plugin",
                "generate-jli-classes",
                "--compress",
                "zip-6",
                "--output",
                folder.toString());
        if (status == 0) {
            status = dump(folder);
        }
        System.exit(status);
    }

    /**
     * Without the archive every start takes a third longer. Jlink makes two, one of them for heaps beyond 32 GB. The archive
     * keeps traces of the environment and of the folder it is made in, so that both are the same each time.
     */
    private static int dump(Path folder) throws IOException, InterruptedException {
        Path java = folder.toAbsolutePath().resolve("bin/java");
        ProcessBuilder builder = new ProcessBuilder(java.toString(), "-Xshare:dump", "-Xlog:disable", "-Xlog:all=error")
                .directory(java.getRoot().toFile())
                .inheritIO();
        builder.environment().clear();
        return builder.start().waitFor();
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
