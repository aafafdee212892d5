package dev.tranche.ingest.fetch;

import dev.tranche.ingest.fetch.FetchException.Reason;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Follows redirections from address to address.
 *
 * <p>Each address is fetched by a step of the caller, who can therefore judge it before anything is sent to it.
 */
public final class Redirections {

    /** The most redirections that are usually followed. */
    public static final int MOST = 5;

    private static final Set<Integer> PERMANENT = Set.of(301, 308);
    private static final Set<Integer> TEMPORARY = Set.of(302, 303, 307);

    private Redirections() {}

    /**
     * Fetches one address without following its redirection.
     *
     * @param <E> what else can end the fetch
     */
    @FunctionalInterface
    public interface Step<E extends Exception> {
        /** Returns the response of an address; throws if it must not be fetched. */
        Answer take(String address) throws FetchException, E;
    }

    /**
     * Follows an address to the response that redirects no further.
     *
     * @param most the most redirections, 0 or more
     * @throws FetchException if the addresses form a circle, are too many or are not addresses, or from the step
     */
    public static <E extends Exception> Answer follow(String address, int most, Step<E> step) throws FetchException, E {
        Set<String> seen = new HashSet<>();
        String next = address;
        boolean forGood = true;
        for (int count = 0; count <= most; count++) {
            if (!seen.add(next)) {
                throw new FetchException(Reason.LIMIT, next + " redirects in a circle");
            }
            Answer answer = step.take(next);
            boolean permanent = PERMANENT.contains(answer.status());
            Optional<String> target =
                    answer.header("location").filter(_ -> permanent || TEMPORARY.contains(answer.status()));
            if (target.isEmpty()) {
                return count > 0 && forGood ? answer.asMoved() : answer;
            }
            forGood &= permanent;
            next = resolve(answer.address(), target.get());
        }
        throw new FetchException(Reason.LIMIT, address + " redirects more than " + most + " times");
    }

    private static String resolve(String from, String target) throws FetchException {
        try {
            return URI.create(from).resolve(Fetcher.escaped(target)).toString();
        } catch (IllegalArgumentException wrong) {
            throw new FetchException(Reason.FAILED, from + " redirects to something that is not an address");
        }
    }
}
