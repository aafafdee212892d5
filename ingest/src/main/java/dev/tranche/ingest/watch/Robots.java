package dev.tranche.ingest.watch;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import dev.tranche.ingest.fetch.Answer;
import dev.tranche.ingest.fetch.FetchException;
import dev.tranche.ingest.fetch.Fetcher;
import dev.tranche.ingest.fetch.Redirections;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What hosts allow this program, by their robots.txt; fetched once a day for each host. Not safe for several threads.
 */
final class Robots {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final List<String> NAMES = List.of("tranche");
    private static final int MOST_HOSTS = 10_000;
    private static final int SERVER_ERROR = 500;

    /** After this time a failed server is asked for its rules again. */
    private static final Duration KEPT_FAILED = Duration.ofHours(1);

    private final Web web;
    private final Map<String, Rules> rules = new HashMap<>();

    private record Rules(SimpleRobotRules allowed, Optional<FetchException> failure, Instant until) {
        SimpleRobotRules orThrow() throws FetchException {
            if (failure.isPresent()) {
                throw failure.get();
            }
            return allowed;
        }
    }

    Robots(Web web) {
        this.web = web;
    }

    /**
     * Returns why an address must not be fetched, as a sentence without its full stop; empty if it may be. A host
     * without rules allows everything, one whose server fails allows nothing for now.
     *
     * @throws FetchException if the host cannot be reached, so that its rules are unknown
     */
    Optional<String> refusal(String address, Instant now) throws FetchException, InterruptedException {
        SimpleRobotRules known = of(address, now);
        if (known.isAllowed(address)) {
            return Optional.empty();
        }
        return Optional.of(
                known.isDeferVisits()
                        ? "the site's robots.txt cannot be fetched because of an error of the server, so nothing there"
                                + " is fetched for now"
                        : "the site's robots.txt does not allow it");
    }

    /** Returns the delay that the host requests between two requests; zero if it does not state one. */
    Duration delay(String address, Instant now) throws FetchException, InterruptedException {
        long millis = of(address, now).getCrawlDelay();
        return millis > 0 ? Duration.ofMillis(millis) : Duration.ZERO;
    }

    private SimpleRobotRules of(String address, Instant now) throws FetchException, InterruptedException {
        URI uri = Fetcher.uri(address);
        String host = uri.getScheme() + "://" + uri.getRawAuthority();
        Rules known = rules.get(host);
        if (known != null && known.until().isAfter(now)) {
            return known.orThrow();
        }
        if (rules.size() >= MOST_HOSTS) {
            rules.clear();
        }
        Rules asked = ask(host + "/robots.txt", now);
        rules.put(host, asked);
        return asked.orThrow();
    }

    private Rules ask(String address, Instant now) throws InterruptedException {
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
        try {
            // RFC 9309: rules that a host keeps elsewhere, even on another host, are its own.
            Answer answer = Redirections.follow(address, Redirections.MOST, next -> web.get(next, Map.of()));
            if (answer.status() >= 200 && answer.status() < 300) {
                return new Rules(
                        parser.parseContent(address, answer.body(), "text/plain", NAMES),
                        Optional.empty(),
                        now.plus(KEPT));
            }
            Duration kept = answer.status() < SERVER_ERROR ? KEPT : KEPT_FAILED;
            return new Rules(parser.failedFetch(answer.status()), Optional.empty(), now.plus(kept));
        } catch (FetchException failed) {
            return new Rules(parser.failedFetch(SERVER_ERROR), Optional.of(failed), now.plus(KEPT_FAILED));
        }
    }
}
