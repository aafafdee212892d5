package dev.tranche.cli;

import dev.tranche.print.Ink;
import dev.tranche.print.ReportPrinter;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command is connected to.
 *
 * @param in standard input
 * @param out standard output, for results
 * @param err standard error, for everything else
 * @param environment the environment variables
 * @param isOutTerminal whether standard output is a terminal
 * @param isErrTerminal whether standard error is a terminal
 */
public record Terminal(
        InputStream in,
        OutputStream out,
        PrintStream err,
        Map<String, String> environment,
        boolean isOutTerminal,
        boolean isErrTerminal) {

    private static final int MOST_COLUMNS = 400;

    /** More columns than any line has, without the risk of overflow. */
    private static final int UNLIMITED = 1_000_000;

    /** Messages on standard error may contain words and names from outside. */
    public Terminal {
        err = SafeStream.over(err);
    }

    /** Returns the terminal or pipes that this process was started with. */
    public static Terminal ofProcess(InputStream in, OutputStream out, OutputStream err) {
        return new Terminal(
                in,
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                System.getenv(),
                isTerminal(1),
                isTerminal(2));
    }

    /** Returns the width in columns at which text is wrapped, from {@code COLUMNS}, else a usual one. */
    public int width() {
        String columns = environment.getOrDefault("COLUMNS", "");
        try {
            return Math.clamp(Integer.parseInt(columns.strip()), ReportPrinter.LEAST_WIDTH, MOST_COLUMNS);
        } catch (NumberFormatException unset) {
            return ReportPrinter.USUAL_WIDTH;
        }
    }

    /**
     * Returns how many columns a line of results may have: unlimited unless it goes to a terminal or {@code COLUMNS}
     * says otherwise, so that files and pipes get whole lines.
     */
    public int lineWidth() {
        boolean isUnlimited =
                !isOutTerminal && environment.getOrDefault("COLUMNS", "").isBlank();
        return isUnlimited ? UNLIMITED : width();
    }

    /** Returns how to paint results: as asked, else in colour on a terminal that supports it and does not refuse it. */
    public Ink ink(ColourMode mode) {
        return switch (mode) {
            case ALWAYS -> Ink.COLOUR;
            case NEVER -> Ink.PLAIN;
            case AUTO -> isOutTerminal && allowsColour() ? Ink.COLOUR : Ink.PLAIN;
        };
    }

    private boolean allowsColour() {
        boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return !refused && !environment.getOrDefault("TERM", "").equals("dumb");
    }

    /**
     * Linux says what a stream is connected to; elsewhere Java knows only whether both input and output are a terminal.
     */
    @SuppressWarnings("SystemConsoleNull") // Java 25 returns null again where there is none.
    private static boolean isTerminal(int stream) {
        Path link = Path.of("/proc/self/fd/" + stream);
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException unknown) {
            Console console = System.console();
            return console != null && console.isTerminal();
        }
    }
}
