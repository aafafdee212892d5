package dev.tranche.ingest.watch;

import dev.tranche.ingest.fetch.Answer;
import dev.tranche.ingest.fetch.FetchException;
import dev.tranche.ingest.fetch.Fetcher;
import dev.tranche.ingest.fetch.Redirections;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Fetches many addresses without a person choosing each: only those that the robots.txt of their site allows, with a
 * pause between two of the same host.
 *
 * <p>The pause is the one that robots.txt asks for, of 1 to 30 seconds. Not safe for several threads.
 */
public final class Crawl {

    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    private final Web web;
    private final InstantSource clock;
    private final Robots robots;
    private final Map<String, Instant> asked = new HashMap<>();

    /** Builds a crawl; nothing is fetched yet. */
    public Crawl(Web web, InstantSource clock) {
        this.web = web;
        this.clock = clock;
        this.robots = new Robots(web);
    }

    /**
     * Fetches an address and what it redirects to; each address on the way must be allowed.
     *
     * @param headers more headers of the requests
     * @throws FetchException if nothing could or may be fetched; an error status is a response, not an exception
     * @throws InterruptedException if the program is to end before the response arrives
     */
    public Answer get(String address, Map<String, String> headers) throws FetchException, InterruptedException {
        return Redirections.follow(address, Redirections.MOST, next -> {
            Optional<String> refusal = Fetcher.refusal(next);
            if (refusal.isPresent()) {
                throw FetchException.refused(refusal.get());
            }
            Optional<String> barred = robots.refusal(next, clock.instant());
            if (barred.isPresent()) {
                throw FetchException.barred(
                        next.equals(address) ? barred.get() : "it redirects to " + next + ": " + barred.get());
            }
            return ask(next, headers);
        });
    }

    private Answer ask(String address, Map<String, String> headers) throws FetchException, InterruptedException {
        String host = Fetcher.uri(address).getRawAuthority();
        Instant now = clock.instant();
        Instant last = asked.get(host);
        Duration delay = robots.delay(address, now);
        Duration rest = delay.compareTo(REST) < 0 ? REST : delay.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : delay;
        if (last != null && last.plus(rest).isAfter(now)) {
            web.rest(Duration.between(now, last.plus(rest)));
        }
        try {
            return web.get(address, headers);
        } finally {
            asked.put(host, clock.instant());
        }
    }
}
