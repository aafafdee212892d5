package dev.tranche.ingest.watch;

import dev.tranche.ingest.Content;
import dev.tranche.ingest.Ingest;
import dev.tranche.ingest.Sink;
import dev.tranche.ingest.feed.Feed;
import dev.tranche.ingest.fetch.Answer;
import dev.tranche.ingest.fetch.FetchException;
import dev.tranche.ingest.page.PageEncoding;
import dev.tranche.source.Format;
import dev.tranche.source.Incoming;
import dev.tranche.text.Delivery;
import dev.tranche.text.Document;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Polls the watched feeds and pages and passes on each report once.
 *
 * <p>One request at a time, as {@link Crawl} makes them; a response that has not changed is not sent again; a server
 * that fails is asked less and less often. Each response is archived. Not safe for several threads.
 */
public final class Watcher {

    /** The interval at which a responding feed is fetched. */
    public static final Duration USUAL = Duration.ofMinutes(30);

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 10;
    private static final int MOST_ARTICLES = 200;
    private static final int LONGEST_ERROR = 300;

    /** Formats with many reports, each with its own id. */
    private static final Set<Format> LISTS =
            Set.of(Format.FEED, Format.JSON, Format.JSON_LINES, Format.TABLE, Format.NEWSML);

    /** A feed item with more text than this is taken as complete. */
    private static final int WHOLE_CHARACTERS = 1500;

    private final Path list;
    private final Archive archive;
    private final InstantSource clock;
    private final Crawl crawl;

    /**
     * Builds a watcher.
     *
     * @param list the file of the list, which others may change meanwhile
     */
    public Watcher(Path list, Web web, Archive archive, InstantSource clock) {
        this.list = list;
        this.archive = archive;
        this.clock = clock;
        this.crawl = new Crawl(web, clock);
    }

    /**
     * The result of one round.
     *
     * @param asked number of feeds and pages fetched
     * @param failed number of these that failed
     * @param reports number of new reports they delivered
     */
    public record Round(int asked, int failed, int reports) {

        /** Returns this as a sentence, such as "2 addresses fetched, 1 failed, 1 new report." */
        public String sentence() {
            return asked + (asked == 1 ? " address" : " addresses") + " fetched, " + failed + " failed, " + reports
                    + (reports == 1 ? " new report." : " new reports.");
        }
    }

    /**
     * Fetches everything that is due, and saves the list after each.
     *
     * @param sink receives the new reports, and refusals of what is not a report
     */
    public Round run(Sink sink) throws IOException, InterruptedException {
        int count = 0;
        int failed = 0;
        int reports = 0;
        for (Watched one : WatchList.open(list).all()) {
            if (!one.isDue(clock.instant())) {
                continue;
            }
            count++;
            Watched now = poll(one, sink);
            failed += now.failures() > 0 ? 1 : 0;
            reports += now.reports() - one.reports();
            keep(one, now);
        }
        return new Round(count, failed, reports);
    }

    /** What was removed meanwhile stays removed, and what was paused stays paused. */
    private void keep(Watched before, Watched now) throws IOException {
        WatchList.change(list, changed -> {
            Optional<Watched> stored = changed.find(before.address());
            stored.ifPresent(one -> changed.replace(before.address(), now.kept(now.paused() || one.paused())));
            return stored.isPresent();
        });
    }

    /** Returns when the next feed or page is due; empty if none is watched. */
    public Optional<Instant> next() throws IOException {
        return WatchList.open(list).all().stream()
                .filter(one -> !one.paused())
                .map(one -> one.due().orElse(Instant.MIN))
                .min(Instant::compareTo);
    }

    private Watched poll(Watched one, Sink sink) throws IOException, InterruptedException {
        Instant now = clock.instant();
        Map<String, String> conditions = new HashMap<>();
        if (!one.etag().isEmpty()) {
            conditions.put("If-None-Match", one.etag());
        }
        if (!one.lastModified().isEmpty()) {
            conditions.put("If-Modified-Since", one.lastModified());
        }
        Answer answer;
        try {
            answer = crawl.get(one.address(), conditions);
        } catch (FetchException broken) {
            return failed(one, now, String.valueOf(broken.getMessage()), Optional.empty(), false);
        }
        if (answer.status() == 304) {
            return succeeded(one, answer, now, one.seen(), 0, one.title());
        }
        if (answer.status() < 200 || answer.status() > 299) {
            boolean gone = answer.status() == 410;
            return failed(
                    one, now, "the server answered with status " + answer.status(), retryAfter(answer, now), gone);
        }
        archive.add(answer, now);
        return read(one, answer, now, sink);
    }

    private Watched read(Watched one, Answer answer, Instant now, Sink sink) throws IOException, InterruptedException {
        Format format = Ingest.format(answer.body(), answer.address());
        boolean feed = LISTS.contains(format);
        String title = one.title();
        if (format == Format.FEED) {
            Feed parsed =
                    Feed.parse(PageEncoding.decode(answer.body(), answer.encoding()), Optional.of(answer.address()));
            title = title.isEmpty() ? parsed.title().replaceAll("<[^>]*>", "").strip() : title;
        }
        Seen seen = new Seen(one.seen(), feed);
        int fresh = 0;
        List<Incoming> found = new ArrayList<>();
        Ingest.read(content(answer).from(new Content.Sender.Feed(one.origin())), found::add);
        for (Incoming incoming : found) {
            if (!(incoming instanceof Incoming.Report report)) {
                sink.accept(incoming);
                continue;
            }
            Seen.Found was = seen.find(report.document());
            if (was == Seen.Found.KNOWN) {
                continue;
            }
            if (feed && fresh >= MOST_ARTICLES) {
                break;
            }
            Document whole = feed
                    ? whole(report.document(), answer.address(), now)
                    : report.document().withId(Content.id(answer.address()));
            if (!seen.note(report.document(), whole)) {
                continue;
            }
            fresh++;
            long version = was == Seen.Found.CHANGED ? now.getEpochSecond() : 0;
            sink.accept(new Incoming.Report(
                    report.place(), whole.with(later(whole.delivery(), version)), report.problems()));
        }
        return succeeded(one, answer, now, seen.marks(), fresh, title);
    }

    /** What has changed is later than what came before, unless its agency numbers its versions itself. */
    private static Delivery later(Delivery stated, long version) {
        return stated.version() > 0 ? stated : new Delivery(stated.origin(), version);
    }

    private static Content content(Answer answer) {
        return Content.of(answer.address(), new ByteArrayInputStream(answer.body()))
                .at(Optional.of(answer.address()), answer.encoding())
                .from(new Content.Sender.Anybody());
    }

    /**
     * The linked article in full, under the id of the item; the item itself if the article cannot be fetched or says
     * less, or if there is no address.
     */
    private Document whole(Document item, String feed, Instant now) throws InterruptedException {
        Optional<String> address = item.address().filter(each -> !each.equals(feed));
        if (address.isEmpty() || item.body().length() > WHOLE_CHARACTERS) {
            return item;
        }
        try {
            Answer answer = crawl.get(address.get(), Map.of());
            if (answer.status() != 200) {
                return item;
            }
            archive.add(answer, now);
            List<Incoming> found = new ArrayList<>();
            Ingest.read(content(answer), found::add);
            for (Incoming incoming : found) {
                if (incoming instanceof Incoming.Report report
                        && report.document().body().length() > item.body().length()) {
                    return joined(item, report.document());
                }
            }
            return item;
        } catch (IOException broken) {
            return item;
        }
    }

    private static Document joined(Document item, Document article) {
        return article.withId(item.id().value())
                .with(
                        item.outlet().or(article::outlet),
                        item.address(),
                        item.published(),
                        item.language().or(article::language))
                .with(item.delivery())
                .with(article.markup()
                        .with(item.markup().categories(), item.markup().enclosures()));
    }

    private static Watched succeeded(
            Watched one, Answer answer, Instant now, List<String> seen, int fresh, String title) {
        boolean unchanged = answer.status() == 304;
        return new Watched(
                answer.moved().orElse(one.address()),
                one.origin(),
                title,
                one.paused(),
                answer.header("etag").orElse(unchanged ? one.etag() : ""),
                answer.header("last-modified").orElse(unchanged ? one.lastModified() : ""),
                Optional.of(now),
                Optional.of(now),
                Optional.of(now.plus(USUAL).plus(jitter(one, USUAL))),
                0,
                "",
                one.reports() + fresh,
                fresh == 0 ? one.fresh() : fresh,
                fresh == 0 ? one.brought() : Optional.of(now),
                seen);
    }

    private static Watched failed(Watched one, Instant now, String why, Optional<Duration> asked, boolean gone) {
        int failures = one.failures() + 1;
        Duration doubled = USUAL.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        Duration backOff = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        Duration wait = asked.filter(longer -> longer.compareTo(backOff) > 0).orElse(backOff);
        String error = why.length() > LONGEST_ERROR ? why.substring(0, LONGEST_ERROR) : why;
        return new Watched(
                one.address(),
                one.origin(),
                one.title(),
                one.paused() || gone,
                one.etag(),
                one.lastModified(),
                Optional.of(now),
                one.succeeded(),
                Optional.of(now.plus(wait).plus(jitter(one, wait))),
                failures,
                gone ? error + " (gone for good; paused)" : error,
                one.reports(),
                one.fresh(),
                one.brought(),
                one.seen());
    }

    /** Up to a tenth of the wait, different for each address and round, so that feeds are not all due at once. */
    private static Duration jitter(Watched one, Duration wait) {
        int turn = 31 * one.address().hashCode() + one.failures() + one.reports();
        return wait.multipliedBy(Math.floorMod(turn * 0x9E3779B9, 1000)).dividedBy(10_000);
    }

    private static Optional<Duration> retryAfter(Answer answer, Instant now) {
        String written = answer.header("retry-after").orElse("").strip();
        if (written.matches("\\d{1,6}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(written)));
        }
        try {
            Instant until = ZonedDateTime.parse(written, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return until.isAfter(now) ? Optional.of(Duration.between(now, until)) : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
