package dev.tranche.cli;

import dev.tranche.bundle.ExtractionWriter;
import dev.tranche.extract.ExtractionVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParentCommand;

/** {@code tranche version}: prints the versions of the program, of its reader and of Java. */
@Command(name = "version", header = "Print the versions of the program, its reader, its format and Java.")
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
            "reader " + ExtractionVersion.CURRENT.value(),
            "format " + ExtractionWriter.FORMAT,
            "java " + Runtime.version()
        };
    }

    /** Returns the version of the program. */
    static String version() {
        Properties properties = new Properties();
        try (InputStream in = VersionCommand.class.getResourceAsStream("version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return properties.getProperty("version", "unknown");
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
