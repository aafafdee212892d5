package dev.tranche.cli;

import dev.tranche.ingest.fetch.Answer;
import dev.tranche.ingest.fetch.FetchException;
import dev.tranche.ingest.fetch.Fetcher;
import dev.tranche.ingest.fetch.Resolver;
import dev.tranche.pipeline.Input;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.function.Function;

/** Turns web addresses on the command line into inputs. Only addresses that the user names are fetched. */
final class Addresses {

    private Addresses() {}

    /** Returns a fetcher with the usual limits. */
    static Fetcher fetcher(boolean ownNetwork) {
        Fetcher.Limits limits = ownNetwork ? Fetcher.Limits.USUAL.withOwnNetwork() : Fetcher.Limits.USUAL;
        return Fetcher.of(Resolver.ofSystem(), limits);
    }

    /**
     * Returns a function that fetches an address as an input; an address that cannot be fetched becomes an input that
     * says why.
     */
    static Function<String, Input> fetching(boolean ownNetwork) {
        Fetcher fetcher = fetcher(ownNetwork);
        return address -> {
            try {
                Answer answer = fetcher.get(address);
                if (answer.status() < 200 || answer.status() > 299) {
                    return failed(address, "the server answered with status " + answer.status());
                }
                return Input.fetched(answer.address(), answer.encoding(), answer.body());
            } catch (FetchException broken) {
                return failed(
                        address, String.valueOf(broken.getMessage()).replaceFirst("^\\Q" + address + "\\E: ", ""));
            }
        };
    }

    private static Input failed(String address, String why) {
        return new Input(address, OptionalLong.empty(), () -> {
            throw new IOException(why);
        });
    }
}
