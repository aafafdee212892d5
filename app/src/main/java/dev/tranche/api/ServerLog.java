package dev.tranche.api;

import java.io.PrintStream;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a server reports to the person who runs it: lines of a time in UTC, a level and a sentence. Lines caused by
 * clients appear at most once per kind every {@value #QUIET_SECONDS} seconds, so that nobody can fill a disk with them;
 * bugs of the program keep their trace. Many threads may use it.
 */
final class ServerLog {

    static final int QUIET_SECONDS = 10;

    private final PrintStream out;
    private final InstantSource clock;
    private final Map<String, Kind> kinds = new HashMap<>();

    /** When a line of one kind was last written, and how many have been left out since. */
    private static final class Kind {
        private long writtenNanos;
        private long leftOut;
    }

    ServerLog(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    /** Writes a line on behalf of the program itself. */
    void say(String sentence) {
        line("INFO", sentence);
    }

    private void line(String level, String sentence) {
        out.println(clock.instant().truncatedTo(ChronoUnit.SECONDS) + " " + level + " " + clean(sentence));
    }

    /**
     * Writes a line that a client caused, unless one of its kind was written a moment ago.
     *
     * @param kind one of a few words, never a name or an address
     */
    void note(String kind, String sentence) {
        long leftOut;
        synchronized (kinds) {
            long now = System.nanoTime();
            Kind known = kinds.get(kind);
            if (known != null && now - known.writtenNanos < TimeUnit.SECONDS.toNanos(QUIET_SECONDS)) {
                known.leftOut++;
                return;
            }
            Kind written = known == null ? new Kind() : known;
            leftOut = written.leftOut;
            written.leftOut = 0;
            written.writtenNanos = now;
            kinds.put(kind, written);
        }
        line("WARN", sentence + (leftOut == 0 ? "" : " (" + leftOut + " more of this kind since the last line)"));
    }

    /** Writes that the program failed, with its trace. */
    void bug(String what, Throwable bug) {
        synchronized (out) {
            line("ERROR", "a bug in Tranche ended " + what + ": " + bug);
            bug.printStackTrace(out);
        }
    }

    /** Addresses and names come from outside: none may start a line or move the cursor. */
    private static String clean(String sentence) {
        StringBuilder clean = new StringBuilder(sentence.length());
        sentence.codePoints().forEach(c -> clean.appendCodePoint(isShown(c) ? c : '\uFFFD'));
        return clean.toString();
    }

    private static boolean isShown(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE;
    }
}
