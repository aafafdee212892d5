package dev.tranche.cli;

import dev.tranche.bundle.ExtractionWriter;
import dev.tranche.extract.ExtractionVersion;
import dev.tranche.lexicon.LexiconVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParentCommand;

/** {@code tranche version}: prints the versions of the program and its parts, the commit it was built from, and Java's. */
@Command(
        name = "version",
        header = "Print the versions of the program, its reader, lexicon and format, its commit, and Java's.")
public final class VersionCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    /** Prints the versions. */
    @Override
    public void run() {
        try (Results results = Results.open(program.terminal(), Optional.empty())) {
            results.write(String.join("\n", lines()) + "\n");
            results.complete();
        }
    }

    private static String[] lines() {
        return new String[] {
            "tranche " + version(),
            "commit " + property("commit.properties", "commit"),
            "reader " + ExtractionVersion.CURRENT.value(),
            "lexicon " + LexiconVersion.shipped().value(),
            "format " + ExtractionWriter.FORMAT,
            "java " + Runtime.version()
        };
    }

    /** Returns the version of the program. */
    static String version() {
        return property("version.properties", "version");
    }

    private static String property(String resource, String key) {
        Properties properties = new Properties();
        try (InputStream in = VersionCommand.class.getResourceAsStream(resource)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return properties.getProperty(key, "unknown");
    }

    /** Answers {@code --version}. */
    public static final class Provider implements IVersionProvider {

        /** Returns the lines to print. */
        @Override
        public String[] getVersion() {
            return lines();
        }
    }
}
