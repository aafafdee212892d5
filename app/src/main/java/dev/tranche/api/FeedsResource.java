package dev.tranche.api;

import dev.tranche.ingest.watch.WatchList;
import dev.tranche.ingest.watch.Watched;
import dev.tranche.pipeline.WatchFiles;
import dev.tranche.print.WatchedJson;
import dev.tranche.view.BookView;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code /feeds}: the watched feeds and pages of the book and how they are doing, as {@code tranche watch list} has it.
 */
final class FeedsResource {

    private static final int LONGEST_ADDRESS = 2000;
    private static final int MOST_OPML = 1_000_000;
    private static final int MOST_TOLD = 100;

    private final ServerSettings settings;
    private final WatchFiles files;
    private final ServerLog log;
    private final Runnable wake;

    /**
     * Builds it.
     *
     * @param wake lets the polling look at the list at once
     */
    FeedsResource(ServerSettings settings, WatchFiles files, ServerLog log, Runnable wake) {
        this.settings = settings;
        this.files = files;
        this.log = log;
        this.wake = wake;
    }

    /** Answers with all that is watched, in the order of adding. */
    Answer feeds(Context ctx, BookView view) {
        Query.of(ctx).check();
        List<Watched> all = read().all();
        return Answer.json(json -> {
            json.writeBooleanProperty("fetches", settings.network().fetches());
            json.writeBooleanProperty("polls", settings.network().polls());
            Json.objects(json, "items", all, WatchedJson::members);
        });
    }

    /** Answers with the list as OPML. */
    Answer opml(Context ctx, BookView view) {
        Query.of(ctx).check();
        return Answer.text("text/x-opml; charset=utf-8", read().opml());
    }

    /** Watches an address or the feeds of an OPML list. */
    Answer add(Context ctx, BookView view) {
        Query.of(ctx).check();
        Body body = Body.of(ctx);
        Optional<String> address = body.text("address", 1, LONGEST_ADDRESS);
        Optional<String> opml = body.text("opml", 1, MOST_OPML);
        if (address.isPresent() == opml.isPresent()) {
            body.refuse("address", "give either an address or the text of an OPML list as opml.");
        }
        body.check();
        FetchResource.refuseOffline(settings);
        opml.ifPresent(FeedsResource::refuseOther);
        WatchList.Added added = change(list -> {
            List<WatchList.Added> parts = new ArrayList<>();
            address.ifPresent(one -> parts.add(list.add(List.of(one))));
            opml.ifPresent(text -> parts.add(list.addOpml(text)));
            return parts.getFirst();
        });
        if (address.isPresent() && !added.refused().isEmpty()) {
            throw ApiProblem.wrong("address", added.refused().getFirst());
        }
        wake.run();
        return Answer.created(json -> {
            json.writeNumberProperty("added", added.added());
            json.writeNumberProperty("known", added.known());
            Json.texts(
                    json, "refused", added.refused().stream().limit(MOST_TOLD).toList());
        });
    }

    private static void refuseOther(String opml) {
        try {
            WatchList.refuseOther(opml);
        } catch (IllegalArgumentException other) {
            throw ApiProblem.wrong("opml", other.getMessage() + ".");
        }
    }

    /** Pauses or resumes; one that is resumed is due at once. */
    Answer change(Context ctx, BookView view) {
        String address = address(ctx);
        Body body = Body.of(ctx);
        Optional<Boolean> paused = body.needed("paused", body.truth("paused"));
        body.check();
        Watched now = change(list -> {
            Watched one = list.find(address).orElseThrow(() -> unknown(address));
            list.replace(address, one.paused(paused.orElseThrow()));
            return list.find(address).orElseThrow();
        });
        wake.run();
        return Answer.json(json -> WatchedJson.members(json, now));
    }

    /** Stops watching an address; its reports stay in the book. */
    Answer remove(Context ctx, BookView view) {
        String address = address(ctx);
        boolean removed = change(list -> list.remove(address));
        if (!removed) {
            throw unknown(address);
        }
        return Answer.nothing();
    }

    private static String address(Context ctx) {
        Query query = Query.of(ctx);
        Optional<String> address = query.text("address", LONGEST_ADDRESS);
        if (address.isEmpty()) {
            query.refuse("address", "is missing: the address of a watched feed or page.");
        }
        query.check();
        return address.orElseThrow();
    }

    private static ApiProblem unknown(String address) {
        return ApiProblem.unknown("unknown-feed", address + " is not watched.");
    }

    private WatchList read() {
        try {
            return WatchList.open(files.list());
        } catch (IOException broken) {
            throw unusable(broken);
        }
    }

    private <T> T change(WatchList.Change<T> change) {
        try {
            return WatchList.change(files.list(), change);
        } catch (IOException broken) {
            throw unusable(broken);
        }
    }

    /** The location of the list is for the person who runs the server. */
    private ApiProblem unusable(IOException broken) {
        log.note("watch-list", "the list of feeds cannot be used: " + broken.getMessage());
        return ApiProblem.of(
                500,
                "watch-list",
                "The list of feeds cannot be used",
                "The list of feeds beside the book cannot be read or written: its file is damaged, or its folder is"
                        + " read-only.");
    }
}
