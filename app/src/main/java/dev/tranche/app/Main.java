package dev.tranche.app;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The entry point of the command line: refuses every command until one exists and answers {@code --version}. */
public final class Main {
    private Main() {}

    /** Runs one command and exits with its status: 0 for the version, 2 for anything else. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (args.length == 1 && args[0].equals("--version")) {
            String version = Main.class.getPackage().getImplementationVersion();
            out.println("tranche " + (version == null ? "(unpackaged)" : version));
            return;
        }
        System.err.println(
                "tranche: no command named '" + String.join(" ", args) + "' exists in this build. Try --version.");
        System.exit(2);
    }
}
