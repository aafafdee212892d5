package dev.tranche.api;

import dev.tranche.ingest.fetch.FetchException;
import dev.tranche.ingest.fetch.Fetcher;
import dev.tranche.ingest.fetch.Resolver;
import dev.tranche.pipeline.Addresses;
import dev.tranche.pipeline.Input;
import dev.tranche.view.BookView;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * {@code POST /fetches}: fetches one page or feed and reads it into the book, as {@code tranche add https://…} does.
 */
final class FetchResource {

    private static final int LONGEST_ADDRESS = 2000;

    /** How many fetches hold a thread and the memory of their answers at once. */
    private static final int MOST_FETCHES = 2;

    private final ServerSettings settings;
    private final UploadResource upload;
    private final Fetcher fetcher;
    private final Semaphore places = new Semaphore(MOST_FETCHES);

    FetchResource(ServerSettings settings, UploadResource upload) {
        this.settings = settings;
        this.upload = upload;
        this.fetcher = Fetcher.of(Resolver.ofSystem(), limits(settings));
    }

    /** An answer may be as large as an upload. */
    private static Fetcher.Limits limits(ServerSettings settings) {
        Fetcher.Limits usual = Fetcher.Limits.USUAL;
        return new Fetcher.Limits(
                Math.min(usual.mostBytes(), UploadResource.MOST_BYTES),
                usual.longest(),
                usual.mostRedirections(),
                settings.network().ownNetwork());
    }

    /** Fetches, reads, and answers when the book shows it. */
    Answer fetch(Context ctx, BookView before) {
        Query.of(ctx).check();
        Body body = Body.of(ctx);
        Optional<String> address = body.needed("address", body.text("address", 1, LONGEST_ADDRESS));
        body.check();
        refuseOffline(settings);
        if (!places.tryAcquire()) {
            throw ApiProblem.of(
                    503, "busy", "Too many at once", "Too many addresses are being fetched; try again in a moment.");
        }
        Input input;
        try {
            input = fetched(address.orElseThrow().strip());
        } finally {
            places.release();
        }
        return upload.read(input);
    }

    private Input fetched(String address) {
        try {
            return Addresses.fetch(fetcher, address);
        } catch (FetchException refused) {
            boolean never = refused.reason() == FetchException.Reason.REFUSED;
            throw ApiProblem.of(never ? 400 : 502, "not-fetched", "Not fetched", refused.getMessage() + ".");
        } catch (IOException failed) {
            throw ApiProblem.of(502, "not-fetched", "Not fetched", failed.getMessage() + ".");
        }
    }

    /** Refuses what would need the network on a server that must not use it. */
    static void refuseOffline(ServerSettings settings) {
        if (!settings.network().fetches()) {
            throw ApiProblem.of(
                    403,
                    "offline",
                    "This server does not fetch addresses",
                    "This server was started without permission to use the network (--offline). Add the page as a file"
                            + " instead, or use 'tranche add ADDRESS' on a machine that may.");
        }
    }
}
