package dev.tranche.ingest.watch;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A watched feed or page, and its state.
 *
 * @param address its address; changes if the server says that it has moved permanently
 * @param origin the address that the user named, to which its reports belong wherever it has moved
 * @param title its title, possibly empty
 * @param paused whether it is paused for now
 * @param etag the ETag of the last response, possibly empty
 * @param lastModified the server's time of the last response, possibly empty
 * @param tried when it was last fetched
 * @param succeeded when it last responded
 * @param due when it is next due; empty for immediately
 * @param failures number of consecutive failures
 * @param error the last failure, possibly empty
 * @param reports number of reports it has delivered
 * @param fresh number of these in the last response that delivered any
 * @param brought time of that response
 * @param seen marks of the reports it delivered, see {@link Seen}, latest last; at most {@value #MOST_SEEN}
 */
public record Watched(
        String address,
        String origin,
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

    /** The most ids of reports kept for one feed. */
    public static final int MOST_SEEN = 5000;

    /** The state of a feed or page. */
    public enum State {
        /** It was never fetched. */
        NEW,
        /** The last fetch succeeded. */
        WELL,
        /** The last fetch failed. */
        FAILING,
        /** It is paused. */
        PAUSED;

        /** Returns the word used for it in lists and in the interface. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Copies the list and drops the oldest ids over the limit. */
    public Watched {
        seen = List.copyOf(seen.size() > MOST_SEEN ? seen.subList(seen.size() - MOST_SEEN, seen.size()) : seen);
    }

    /** Returns a feed or page that was never fetched. */
    public static Watched of(String address, String title) {
        return new Watched(
                address,
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

    /** Copies this as paused or not; one that is resumed is due immediately. */
    public Watched paused(boolean pause) {
        return with(pause, Optional.empty(), 0);
    }

    /** Copies this as paused or not, and due as before. */
    Watched kept(boolean pause) {
        return with(pause, due, failures);
    }

    private Watched with(boolean pause, Optional<Instant> next, int failed) {
        return new Watched(
                address,
                origin,
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

    /** Returns its state. */
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
