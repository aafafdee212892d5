package dev.tranche.dist;

import java.nio.file.Path;

/** Where the build puts its results. */
final class Made {

    /** The version of the program. */
    static final String VERSION = required("tranche.version");

    /** The folder of the build. */
    static final Path TARGET = Path.of(required("tranche.dist"));

    /** The release files. */
    static final Path RELEASE = TARGET.resolve("release");

    /** Manual pages and completions. */
    static final Path SHARE = TARGET.resolve("share");

    private Made() {}

    private static String required(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException(property + " is not set: run these tests by mvn verify -pl dist -am.");
        }
        return value;
    }
}
