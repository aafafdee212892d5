package dev.tranche.pipeline;

import dev.tranche.ingest.Content;
import dev.tranche.ingest.fetch.Answer;
import dev.tranche.ingest.fetch.FetchException;
import dev.tranche.ingest.fetch.Fetcher;
import dev.tranche.ingest.fetch.Resolver;
import dev.tranche.ingest.watch.Crawl;
import dev.tranche.ingest.watch.Web;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Turns web addresses into inputs. Only addresses that a user names are fetched. */
public final class Addresses {

    private Addresses() {}

    /** Returns a fetcher with the usual limits. */
    public static Fetcher fetcher(boolean ownNetwork) {
        Fetcher.Limits limits = ownNetwork ? Fetcher.Limits.USUAL.withOwnNetwork() : Fetcher.Limits.USUAL;
        return Fetcher.of(Resolver.ofSystem(), limits);
    }

    /**
     * Fetches an address as an input.
     *
     * @throws IOException if nothing could be fetched; the message is a sentence without its full stop
     */
    public static Input fetch(Fetcher fetcher, String address) throws IOException {
        return whole(address, fetcher.get(address));
    }

    private static Input whole(String address, Answer answer) throws IOException {
        if (answer.status() < 200 || answer.status() > 299) {
            throw new IOException(address + ": the server answered with status " + answer.status());
        }
        return Input.fetched(answer.address(), answer.encoding(), answer.body());
    }

    /** Returns why an address was not fetched, without the address itself. */
    public static String reason(String address, IOException broken) {
        String message = String.valueOf(broken.getMessage());
        return message.startsWith(address + ": ") ? message.substring(address.length() + 2) : message;
    }

    /**
     * Returns a function that fetches the addresses of one command as inputs; one that cannot be fetched becomes an
     * input that says why.
     *
     * <p>A single address that a person names is visited as with a browser. Several are a crawl: the robots.txt of each
     * site is obeyed, and requests to one host are at least a second apart.
     *
     * @param addresses all addresses of the command
     */
    public static Function<String, Input> fetching(List<String> addresses, boolean ownNetwork) {
        Fetcher fetcher = fetcher(ownNetwork);
        if (addresses.stream().distinct().count() <= 1) {
            return address -> input(address, () -> fetcher.get(address));
        }
        Crawl crawl = new Crawl(new Paced(fetcher), InstantSource.system());
        return address -> input(address, () -> crawled(crawl, address));
    }

    private static Answer crawled(Crawl crawl, String address) throws IOException {
        try {
            return crawl.get(address, Map.of());
        } catch (FetchException barred) {
            if (barred.reason() != FetchException.Reason.BARRED) {
                throw barred;
            }
            throw new IOException(
                    barred.getMessage() + "; a page that is named alone is fetched as by a browser", barred);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IOException("the program was asked to end", ended);
        }
    }

    private static Input input(String address, Fetching fetching) {
        try {
            return whole(address, fetching.fetch());
        } catch (IOException broken) {
            return failed(address, reason(address, broken));
        }
    }

    /** Fetches one address. */
    @FunctionalInterface
    private interface Fetching {
        Answer fetch() throws IOException;
    }

    /** The web of a command that has nothing else to do while it waits. */
    private record Paced(Fetcher fetcher) implements Web {

        @Override
        public Answer get(String address, Map<String, String> headers) throws FetchException {
            return fetcher.step(address, headers);
        }

        @Override
        public void rest(Duration length) throws InterruptedException {
            Thread.sleep(length);
        }
    }

    private static Input failed(String address, String why) {
        Input.Source none = () -> {
            throw new IOException(why);
        };
        return new Input(
                address, OptionalLong.empty(), none, Optional.of(address), Optional.empty(), Content.Options.NONE);
    }
}
