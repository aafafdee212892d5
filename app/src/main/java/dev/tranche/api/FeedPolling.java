package dev.tranche.api;

import dev.tranche.extract.Extraction;
import dev.tranche.ingest.watch.Watcher;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.pipeline.Addresses;
import dev.tranche.pipeline.Outcome;
import dev.tranche.pipeline.Polling;
import dev.tranche.pipeline.WatchFiles;
import dev.tranche.source.Incoming;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What a server does with the reports of the feeds that it polls. */
final class FeedPolling implements Polling.Told {

    private final ServerSettings settings;
    private final Stores stores;
    private final ServerLog log;

    private FeedPolling(ServerSettings settings, Stores stores, ServerLog log) {
        this.settings = settings;
        this.stores = stores;
        this.log = log;
    }

    /** Returns the polling of a server; empty when it was not asked for. */
    static Optional<Polling> of(ServerSettings settings, WatchFiles files, Stores stores, ServerLog log) {
        if (!settings.network().polls()) {
            return Optional.empty();
        }
        return Optional.of(new Polling(
                files,
                Addresses.fetcher(settings.network().ownNetwork()),
                new FeedPolling(settings, stores, log),
                InstantSource.system()));
    }

    /** A report that the reader fails on is left out, so that the rest of the feed is read. */
    @Override
    public void take(Incoming.Report report) {
        Extraction extraction;
        try {
            extraction = settings.reader().apply(report);
        } catch (RuntimeException bug) {
            log.bug("reading " + report.place(), bug);
            return;
        }
        int _ = stores.change(store -> store.appendAll(List.of(new JournalEntry.Read(extraction))));
    }

    @Override
    public void refused(Incoming.Refused refused) {
        log.note(
                "feed-" + refused.problem().code().slug(),
                refused.place() + ": " + refused.problem().message());
        Outcome.Refused.of(refused).change().ifPresent(recalled -> {
            int _ = stores.change(store -> store.appendAll(List.of(recalled)));
        });
    }

    @Override
    public void round(Watcher.Round round) {
        log.note("feeds", round.sentence());
    }

    @Override
    public void trouble(String sentence) {
        log.say(sentence);
    }
}
