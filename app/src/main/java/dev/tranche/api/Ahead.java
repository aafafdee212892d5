package dev.tranche.api;

import dev.tranche.record.OfficialRecord;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.MimeTypes;

/** Begins what a server needs whatever it serves, while the command line is still being read. */
public final class Ahead {

    /** The slowest parts of a start that depend on nothing: Jetty goes through all locales of the JVM. */
    private static final List<Runnable> PARTS =
            List.of(() -> MimeTypes.isKnownLocale(Locale.ROOT), OfficialRecord::shipped);

    private Ahead() {}

    /** Begins on another thread; whoever needs a part meanwhile waits for it or makes it. */
    public static void begin() {
        Thread.ofPlatform().name("ahead").daemon().start(() -> PARTS.forEach(Runnable::run));
    }
}
