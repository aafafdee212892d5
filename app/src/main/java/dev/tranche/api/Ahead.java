package dev.tranche.api;

import dev.tranche.record.OfficialRecord;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.MimeTypes;

/** Starts what every server needs while the command line is still being parsed. */
public final class Ahead {

    /** The slowest parts of a start that depend on nothing: Jetty goes through all locales of the JVM. */
    private static final List<Runnable> PARTS =
            List.of(() -> MimeTypes.isKnownLocale(Locale.ROOT), OfficialRecord::shipped);

    private Ahead() {}

    /** Begins on another thread; a caller that needs a part in the meantime waits for it or makes it. */
    public static void begin() {
        Thread.ofPlatform().name("ahead").daemon().start(() -> PARTS.forEach(Runnable::run));
    }
}
