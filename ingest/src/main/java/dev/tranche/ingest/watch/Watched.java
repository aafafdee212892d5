package dev.tranche.ingest.watch;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A feed or page that is watched, and how it is doing.
 *
 * @param address where it is; changes when the server says that it has moved for good
 * @param title its title, possibly empty
 * @param paused whether it is left alone for now
 * @param etag the ETag of the last answer, possibly empty
 * @param lastModified the server's time of the last answer, possibly empty
 * @param tried when it was last fetched
 * @param succeeded when it last answered
 * @param due when it is due next; empty for at once
 * @param failures how many times in a row it has failed
 * @param error the last failure, possibly empty
 * @param reports how many reports it has brought
 * @param fresh how many of them came with the last answer that brought any
 * @param brought when that answer came
 * @param seen marks of the reports that it brought, see {@link Seen}, the latest last; at most {@value #MOST_SEEN}
 */
public record Watched(
        String address,
        String title,
        boolean paused,
        String etag,
        String lastModified,
        Optional<Instant> tried,
        Optional<Instant> succeeded,
        Optional<Instant> due,
        int failures,
        String error,
        int reports,
        int fresh,
        Optional<Instant> brought,
        List<String> seen) {

    /** The most ids of reports that are kept for one feed. */
    public static final int MOST_SEEN = 5000;

    /** How a feed or page is doing. */
    public enum State {
        /** It was never fetched. */
        NEW,
        /** The last fetch was answered. */
        WELL,
        /** The last fetch failed. */
        FAILING,
        /** It is left alone. */
        PAUSED;

        /** Returns its word in lists and in the interface. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Copies the list and forgets the oldest ids over the limit. */
    public Watched {
        seen = List.copyOf(seen.size() > MOST_SEEN ? seen.subList(seen.size() - MOST_SEEN, seen.size()) : seen);
    }

    /** Returns a feed or page that was never fetched. */
    public static Watched of(String address, String title) {
        return new Watched(
                address,
                title,
                false,
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                "",
                0,
                0,
                Optional.empty(),
                List.of());
    }

    /** Copies this as paused or not; one that is resumed is due at once. */
    public Watched paused(boolean pause) {
        return with(pause, Optional.empty(), 0);
    }

    /** Copies this as paused or not, and due as it was. */
    Watched kept(boolean pause) {
        return with(pause, due, failures);
    }

    private Watched with(boolean pause, Optional<Instant> next, int failed) {
        return new Watched(
                address,
                title,
                pause,
                etag,
                lastModified,
                tried,
                succeeded,
                next,
                failed,
                error,
                reports,
                fresh,
                brought,
                seen);
    }

    /** Returns how it is doing. */
    public State state() {
        if (paused) {
            return State.PAUSED;
        }
        if (!error.isEmpty()) {
            return State.FAILING;
        }
        return succeeded.isPresent() ? State.WELL : State.NEW;
    }

    /** Is it due at this moment? */
    public boolean isDue(Instant now) {
        return !paused && due.map(moment -> !moment.isAfter(now)).orElse(true);
    }
}
