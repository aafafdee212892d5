package dev.tranche.cli;

import dev.tranche.pipeline.Input;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The sample reports that are packed with the program. */
public final class Samples {

    private static final String FOLDER = "dev/tranche/samples/";

    private Samples() {}

    /** Returns the samples in the order of their names. */
    static List<Input> inputs() {
        try {
            List<Input> inputs = new ArrayList<>();
            for (String name : names()) {
                try (InputStream in = Samples.class.getResourceAsStream("/" + FOLDER + name)) {
                    if (in != null) {
                        inputs.add(Input.of(name, in.readAllBytes()));
                    }
                }
            }
            return inputs;
        } catch (IOException | URISyntaxException broken) {
            throw CommandException.outside("the samples cannot be read: " + broken.getMessage() + ".");
        }
    }

    /** Copies the samples into a folder. */
    public static void copyTo(Path folder) throws IOException {
        try {
            for (String name : names()) {
                try (InputStream in = Samples.class.getResourceAsStream("/" + FOLDER + name)) {
                    if (in != null) {
                        Files.copy(in, folder.resolve(name));
                    }
                }
            }
        } catch (URISyntaxException broken) {
            throw new IOException("the samples cannot be found", broken);
        }
    }

    /** Resources have no listing of their own; the program's jar or its folder of classes has. */
    private static List<String> names() throws IOException, URISyntaxException {
        Path home = Path.of(Samples.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(home)) {
            try (Stream<Path> files = Files.list(home.resolve(FOLDER))) {
                files.forEach(file -> names.add(String.valueOf(file.getFileName())));
            }
        } else {
            try (JarFile jar = new JarFile(home.toFile())) {
                jar.stream()
                        .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(FOLDER))
                        .forEach(entry -> names.add(entry.getName().substring(FOLDER.length())));
            }
        }
        Collections.sort(names);
        return names;
    }
}
