package dev.tranche.backfill;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the jar of the job that runs on the cluster. */
public final class JobJar {

    /** The name of the jar. */
    public static final String NAME = "tranche-spark-job.jar";

    private JobJar() {}

    /**
     * Returns the jar given, else the one beside the program, else the newest that was built in the checkout.
     *
     * @throws IOException with a sentence if there is none
     */
    public static Path find(Optional<Path> given) throws IOException {
        if (given.isPresent()) {
            if (Files.isRegularFile(given.get())) {
                return given.get().toAbsolutePath();
            }
            throw new IOException("there is no file " + given.get() + ".");
        }
        Optional<Path> newest = Optional.empty();
        for (Path place : places()) {
            if (Files.isRegularFile(place)
                    && (newest.isEmpty()
                            || Files.getLastModifiedTime(place).compareTo(Files.getLastModifiedTime(newest.get()))
                                    > 0)) {
                newest = Optional.of(place);
            }
        }
        return newest.orElseThrow(() -> new IOException(NAME + " was not found beside the program. In a checkout,"
                + " 'mvn -q -Dquick package -pl spark -am' builds it into spark/target/quick; elsewhere name it with"
                + " --job-jar."));
    }

    private static List<Path> places() {
        List<Path> places = new ArrayList<>();
        try {
            Path own = Path.of(JobJar.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            for (Path folder = own.getParent(); folder != null; folder = folder.getParent()) {
                places.add(folder.resolve(NAME));
                Path root = folder;
                if (Files.exists(root.resolve("spark/pom.xml"))) {
                    places.add(root.resolve("spark/target/quick").resolve(NAME));
                    places.add(root.resolve("spark/target").resolve(NAME));
                    break;
                }
            }
        } catch (URISyntaxException odd) {
            // Nowhere to look.
        }
        return places;
    }
}
