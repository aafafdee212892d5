package dev.tranche.pipeline;

import dev.tranche.ingest.fetch.Answer;
import dev.tranche.ingest.fetch.Fetcher;
import dev.tranche.ingest.fetch.Resolver;
import java.io.IOException;
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
        Answer answer = fetcher.get(address);
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
     * Returns a function that fetches an address as an input; an address that cannot be fetched becomes an input that
     * says why.
     */
    public static Function<String, Input> fetching(boolean ownNetwork) {
        Fetcher fetcher = fetcher(ownNetwork);
        return address -> {
            try {
                return fetch(fetcher, address);
            } catch (IOException broken) {
                return failed(address, reason(address, broken));
            }
        };
    }

    private static Input failed(String address, String why) {
        return new Input(address, OptionalLong.empty(), () -> {
            throw new IOException(why);
        });
    }
}
