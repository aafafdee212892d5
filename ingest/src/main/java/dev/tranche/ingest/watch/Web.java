package dev.tranche.ingest.watch;

import dev.tranche.ingest.fetch.Answer;
import dev.tranche.ingest.fetch.FetchException;
import java.time.Duration;
import java.util.Map;

/** The web as a watcher sees it: responses, and the time between two requests. */
public interface Web {

    /**
     * Fetches one address with some headers; a redirection is returned, not followed.
     *
     * @throws InterruptedException if the program is to end before the response arrives
     */
    Answer get(String address, Map<String, String> headers) throws FetchException, InterruptedException;

    /** Waits before the next request to the same host; does nothing if time is simulated. */
    void rest(Duration length) throws InterruptedException;
}
