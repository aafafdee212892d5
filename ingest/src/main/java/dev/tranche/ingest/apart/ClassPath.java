package dev.tranche.ingest.apart;

import dev.tranche.ingest.Ingest;
import dev.tranche.text.Document;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;

/**
 * The files from which another process can load this program, whether it runs from a class path, as modules or from a
 * runtime image that has some of it.
 */
final class ClassPath {

    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

    private ClassPath() {}

    /**
     * Returns the class path of this program.
     *
     * @throws IOException if it was loaded from something that no other process can read, such as a jar inside a jar;
     *     the message is a sentence without its full stop
     */
    static String ofThisProgram() throws IOException {
        Set<String> files = new LinkedHashSet<>();
        // Before others of the class path: a cluster may have older ones of its own.
        for (Class<?> one : List.of(Ingest.class, Document.class, Loader.class)) {
            file(one).ifPresent(files::add);
        }
        files.addAll(named(System.getProperty("java.class.path", "")));
        for (String module : named(System.getProperty("jdk.module.path", ""))) {
            files.addAll(ofModules(Path.of(module)));
        }
        return String.join(File.pathSeparator, files);
    }

    /** Returns the file of a class; empty if the runtime image has it, which the other process then has, too. */
    static Optional<String> file(Class<?> loaded) throws IOException {
        CodeSource source = loaded.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            throw new IOException("it is not known from which file " + loaded.getName() + " was loaded");
        }
        return file(source.getLocation().toString());
    }

    /** Returns the file at a place from which classes were loaded. */
    static Optional<String> file(String location) throws IOException {
        if (location.startsWith("jrt:")) {
            return Optional.empty();
        }
        try {
            if (location.startsWith("file:")) {
                // Some class loaders leave a space as it is.
                return Optional.of(
                        Path.of(URI.create(location.replace(" ", "%20"))).toString());
            }
        } catch (IllegalArgumentException odd) {
            // The message below says so.
        }
        throw new IOException("this program was loaded from " + location
                + ", which is not a file of its own; run it with its jars on the class path or the module path");
    }

    /** Nothing between two separators would be the current folder, which is no part of the program. */
    private static List<String> named(String path) {
        return SEPARATOR.splitAsStream(path).filter(each -> !each.isBlank()).toList();
    }

    /** An entry of a module path is a jar, a folder of classes, or a folder of such. */
    static List<String> ofModules(Path entry) throws IOException {
        if (!Files.isDirectory(entry) || isModule(entry)) {
            return List.of(entry.toString());
        }
        try (Stream<Path> inside = Files.list(entry)) {
            return inside.filter(each -> each.toString().endsWith(".jar") || isModule(each))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isModule(Path folder) {
        return Files.exists(folder.resolve("module-info.class"));
    }
}
