package dev.tranche.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tranche.ingest.fetch.Answer;
import dev.tranche.ingest.fetch.FetchException;
import dev.tranche.ingest.fetch.Fetcher;
import dev.tranche.ingest.fetch.Resolver;
import dev.tranche.ingest.watch.Archive;
import dev.tranche.ingest.watch.WatchList;
import dev.tranche.ingest.watch.Watched;
import dev.tranche.ingest.watch.Watcher;
import dev.tranche.ingest.watch.Web;
import dev.tranche.source.Incoming;
import dev.tranche.testkit.Site;
import dev.tranche.text.Delivery;
import dev.tranche.text.Document;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Watching a site over simulated days: what is new comes once, and nobody is asked too often. */
@Timeout(120)
class WatcherTest {

    private static final String ARTICLE =
            "<html><head><title>%s</title></head><body><nav>Home</nav><article><p>The council of the harbour town"
                    + " bought three new pumps on Monday, after the floods of last winter.</p><p>They will stand at the"
                    + " north gate and at the mill, where the water came in.</p></article></body></html>";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Site site = Site.open();
    private final List<Document> brought = new ArrayList<>();
    private Instant now = Instant.parse("2024-05-14T06:00:00Z");
    private Duration rested = Duration.ZERO;

    @AfterEach
    void close() {
        site.close();
    }

    private Path file() {
        return folder.resolve("book.watch.json");
    }

    private WatchList list() throws IOException {
        return WatchList.open(file());
    }

    /** Runs rounds as a program that is started again for each of them. */
    private Watcher.Round round() throws IOException, InterruptedException {
        Fetcher fetcher = Fetcher.of(Resolver.ofSystem(), Fetcher.Limits.USUAL.withOwnNetwork());
        Web web = new Web() {
            @Override
            public Answer get(String address, Map<String, String> headers) throws FetchException {
                return fetcher.step(address, headers);
            }

            @Override
            public void rest(Duration length) {
                rested = rested.plus(length);
                now = now.plus(length);
            }
        };
        InstantSource clock = () -> now;
        return new Watcher(file(), web, new Archive(folder.resolve("archive")), clock).run(incoming -> {
            if (incoming instanceof Incoming.Report report) {
                brought.add(report.document());
            }
        });
    }

    private Watched only() throws IOException {
        assertThat(list().all()).hasSize(1);
        return list().all().getFirst();
    }

    private void watch(String path) throws IOException {
        assertThat(WatchList.<Boolean>change(file(), list -> list.add(site.at(path), "")))
                .isTrue();
    }

    private static String feed(String... items) {
        StringBuilder feed = new StringBuilder("<rss version=\"2.0\"><channel><title>Quay Wire</title>");
        for (String item : items) {
            feed.append("<item><guid isPermaLink=\"false\">")
                    .append(item)
                    .append("</guid><title>")
                    .append(item)
                    .append("</title><link>/")
                    .append(item)
                    .append(".html</link><description>Short.</description></item>");
        }
        return feed.append("</channel></rss>").toString();
    }

    @Test
    void itemsComeOnceWithTheirArticlesInFull() throws IOException, InterruptedException {
        site.set("/feed", "application/rss+xml", feed("one"))
                .set("/one.html", "text/html", ARTICLE.formatted("one"))
                .set("/two.html", "text/html", ARTICLE.formatted("two"));
        watch("/feed");
        assertThat(round()).isEqualTo(new Watcher.Round(1, 0, 1));
        assertThat(round().asked()).as("asked again at once").isZero();
        site.set("/feed", "application/rss+xml", feed("two", "one"));
        now = now.plus(Duration.ofHours(1));
        assertThat(round()).isEqualTo(new Watcher.Round(1, 0, 1));
        assertThat(brought).extracting(document -> document.id().value()).containsExactly("one", "two");
        assertThat(brought)
                .allSatisfy(document ->
                        assertThat(document.body()).contains("at the mill").doesNotContain("Home"));
        assertThat(rested).as("rest between requests to one host").isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(only().title()).isEqualTo("Quay Wire");
        assertThat(only().reports()).isEqualTo(2);
    }

    @Test
    void whatDidNotChangeIsNotSentAgain() throws IOException, InterruptedException {
        site.set("/feed", exchange -> {
            if ("\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            Site.send(exchange, 200, "application/rss+xml", feed("one"));
        });
        watch("/feed");
        for (int hour = 0; hour < 48; hour++) {
            round();
            now = now.plus(Duration.ofHours(1));
        }
        assertThat(brought).hasSize(1);
        assertThat(only().failures()).isZero();
        assertThat(only().etag()).isEqualTo("\"v1\"");
    }

    @Test
    void serversThatFailAreAskedEverMoreRarely() throws IOException, InterruptedException {
        site.set("/feed", exchange -> exchange.sendResponseHeaders(500, -1));
        watch("/feed");
        for (int quarter = 0; quarter < 4 * 24 * 7; quarter++) {
            round();
            now = now.plus(Duration.ofMinutes(15));
        }
        assertThat(site.asked("/feed")).isBetween(6L, 16L);
        assertThat(only().error()).contains("500");
        site.set("/feed", "application/rss+xml", feed("one"));
        now = now.plus(Duration.ofDays(2));
        round();
        assertThat(only().failures()).isZero();
        assertThat(brought).hasSize(1);
    }

    /** As many seconds, or until a time. */
    @ParameterizedTest
    @CsvSource({"429, 72000", "503, 'Wed, 15 May 2024 02:00:00 GMT'"})
    void aServerThatAsksForTimeGetsIt(int status, String after) throws IOException, InterruptedException {
        site.set("/feed", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", after);
            exchange.sendResponseHeaders(status, -1);
        });
        watch("/feed");
        round();
        now = now.plus(Duration.ofHours(19));
        assertThat(round().asked()).isZero();
        now = now.plus(Duration.ofHours(5));
        assertThat(round().asked()).isEqualTo(1);
    }

    @Test
    void robotsAreObeyed() throws IOException, InterruptedException {
        site.set("/robots.txt", "text/plain", "User-agent: *\nDisallow: /private\n")
                .set("/private/feed", "application/rss+xml", feed("one"));
        watch("/private/feed");
        round();
        assertThat(site.asked("/private/feed")).isZero();
        assertThat(only().error()).isEqualTo("the site's robots.txt does not allow it");
    }

    @Test
    void theDelayThatASiteAsksForIsKeptAndItsRulesAreFetchedOnceADay() throws IOException, InterruptedException {
        site.set("/robots.txt", "text/plain", "User-agent: *\nCrawl-delay: 20\nDisallow: /two\n")
                .set("/feed", "application/rss+xml", feed("one", "two"))
                .set("/one.html", "text/html", ARTICLE.formatted("one"))
                .set("/two.html", "text/html", ARTICLE.formatted("two"));
        watch("/feed");
        round();
        assertThat(rested).isGreaterThanOrEqualTo(Duration.ofSeconds(20));
        assertThat(site.asked("/robots.txt")).isEqualTo(1);
        // An item whose article must not be fetched is as the feed has it.
        assertThat(site.asked("/two.html")).isZero();
        assertThat(brought).extracting(Document::body).anyMatch("Short."::equals);
    }

    @Test
    void theTimeOfTheLastChangeIsSentBackEvenIfAnUnchangedAnswerDoesNotRepeatIt()
            throws IOException, InterruptedException {
        String time = "Tue, 14 May 2024 05:00:00 GMT";
        int[] unchanged = {0};
        site.set("/feed", exchange -> {
            if (time.equals(exchange.getRequestHeaders().getFirst("If-Modified-Since"))
                    && "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                unchanged[0]++;
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            exchange.getResponseHeaders().set("Last-Modified", time);
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            Site.send(exchange, 200, "application/rss+xml", feed("one"));
        });
        watch("/feed");
        for (int hour = 0; hour < 4; hour++) {
            round();
            now = now.plus(Duration.ofHours(1));
        }
        assertThat(unchanged[0]).isEqualTo(3);
    }

    @Test
    void aFeedBringsAtMostTwoHundredReportsInOneRoundAndTheOthersLater() throws IOException, InterruptedException {
        String[] items = java.util.stream.IntStream.range(0, 250)
                .mapToObj(number -> "item" + number)
                .toArray(String[]::new);
        site.set("/feed", "application/rss+xml", feed(items).replaceAll("<link>[^<]*</link>", ""));
        watch("/feed");
        assertThat(round().reports()).isEqualTo(200);
        now = now.plus(Duration.ofHours(1));
        assertThat(round().reports()).isEqualTo(50);
        assertThat(brought).extracting(document -> document.id().value()).doesNotHaveDuplicates();
    }

    @Test
    void aFeedThatMovedForGoodIsAskedThere() throws IOException, InterruptedException {
        site.set("/old", exchange -> Site.redirect(exchange, 301, "/new"))
                .set("/new", "application/rss+xml", feed("one"));
        watch("/old");
        round();
        assertThat(only().address()).isEqualTo(site.at("/new"));
        // It is the same feed: what it says later belongs to what it said before.
        site.set("/new", "application/rss+xml", feed("one").replace("Short", "Corrected"));
        now = now.plus(Duration.ofHours(1));
        round();
        assertThat(brought).hasSize(2);
        assertThat(brought)
                .extracting(one -> one.delivery().origin())
                .containsOnly(Delivery.watched(site.at("/old"), 0).origin());
        site.set("/new", exchange -> exchange.sendResponseHeaders(410, -1));
        now = now.plus(Duration.ofHours(2));
        round();
        assertThat(only().paused()).isTrue();
    }

    @Test
    void aFeedThatMovedToWhereAnotherIsWatchedIsWatchedOnce() throws IOException, InterruptedException {
        site.set("/old", exchange -> Site.redirect(exchange, 301, "/new"))
                .set("/new", "application/rss+xml", feed("one"));
        watch("/old");
        watch("/new");
        round();
        assertThat(only().origin()).isEqualTo(site.at("/new"));
        assertThat(only().reports()).isEqualTo(1);
    }

    @Test
    void aPageThatChangesComesAgain() throws IOException, InterruptedException {
        site.set("/page", "text/html", ARTICLE.formatted("Pumps"));
        watch("/page");
        round();
        now = now.plus(Duration.ofHours(1));
        round();
        assertThat(brought).hasSize(1);
        site.set("/page", "text/html", ARTICLE.formatted("Pumps").replace("three new pumps", "four new pumps"));
        now = now.plus(Duration.ofHours(1));
        round();
        assertThat(brought).hasSize(2);
    }

    @Test
    void anItemOrArticleThatChangesComesAgainAsALaterVersion() throws IOException, InterruptedException {
        site.set("/feed", "application/rss+xml", feed("one", "two"))
                .set("/one.html", "text/html", ARTICLE.formatted("one"))
                .set("/two.html", "text/html", ARTICLE.formatted("two"));
        watch("/feed");
        round();
        assertThat(brought).extracting(each -> each.delivery().version()).containsExactly(0L, 0L);
        now = now.plus(Duration.ofHours(1));
        site.set("/feed", "application/rss+xml", feed("one", "two").replaceFirst("Short", "Corrected"))
                .set("/one.html", "text/html", ARTICLE.formatted("one").replace("three new pumps", "four new pumps"));
        round();
        assertThat(brought).hasSize(3);
        Document again = brought.getLast();
        assertThat(again.id()).isEqualTo(brought.getFirst().id());
        assertThat(again.body()).contains("four new pumps");
        assertThat(again.delivery().origin())
                .isEqualTo(brought.getFirst().delivery().origin());
        assertThat(again.delivery().version()).isPositive();
        // Where only the summary changes, nothing new is said.
        now = now.plus(Duration.ofHours(1));
        site.set("/feed", "application/rss+xml", feed("one", "two").replaceFirst("Short", "Rewritten"));
        round();
        now = now.plus(Duration.ofHours(1));
        round();
        assertThat(brought).hasSize(3);
        assertThat(only().seen()).hasSize(2);
    }

    @Test
    void itemsKnownFromAListOfAnEarlierVersionAreNotReadAgain() throws IOException, InterruptedException {
        site.set("/feed", "application/rss+xml", feed("one"));
        watch("/feed");
        round();
        String lines = Files.readString(file());
        Files.writeString(file(), lines.replaceFirst("\"one\\\\t[^\"]*\"", "\"one\""));
        assertThat(only().seen()).containsExactly("one");
        now = now.plus(Duration.ofHours(1));
        round();
        assertThat(brought).hasSize(1);
    }

    @Test
    void answersAreKeptInAnArchiveThatCanBeRead() throws IOException, InterruptedException {
        site.set("/page", "text/html; charset=utf-8", ARTICLE.formatted("Pumps"));
        watch("/page");
        round();
        now = now.plus(Duration.ofDays(1));
        round();
        List<Path> files = new Archive(folder.resolve("archive")).files();
        assertThat(files).hasSize(2);
        List<Document> again = Read.documents(files.getFirst().toString(), Files.readAllBytes(files.getFirst()));
        assertThat(again).hasSize(1);
        assertThat(again.getFirst().id().value()).isEqualTo(site.at("/page"));
        assertThat(again.getFirst().body()).contains("at the mill");
    }

    @Test
    void listsGoOutAndInAsOpml() throws IOException {
        WatchList list = list();
        list.add("https://quay.example/feed?a=1&b=2", "Quay & Dyke");
        WatchList other = WatchList.open(folder.resolve("other.json"));
        assertThat(other.addOpml(list.opml())).isEqualTo(new WatchList.Added(1, 0, List.of()));
        assertThat(other.addOpml(list.opml())).isEqualTo(new WatchList.Added(0, 1, List.of()));
        assertThat(other.all().getFirst().address()).isEqualTo("https://quay.example/feed?a=1&b=2");
    }

    @Test
    void aListThatIsNotOneAndAddressesThatAreNotFetchedAreRefused() throws IOException {
        WatchList list = list();
        assertThatThrownBy(() -> list.addOpml("<html><p>Feeds</p></html>"))
                .isInstanceOf(IllegalArgumentException.class);
        String opml = "<opml><body><outline text='Quay' xmlurl='feed://quay.example/a'/>"
                + "<outline text='Local' xmlUrl='file:///etc/passwd'/><outline text='Folder'>"
                + "<outline text='Dyke' XMLURL='https://dyke.example/b c'/></outline></body></opml>";
        WatchList.Added added = list.addOpml(opml);
        assertThat(added.added()).isEqualTo(2);
        assertThat(added.refused()).singleElement().asString().contains("file:///etc/passwd");
        assertThat(list.all()).extracting(Watched::address).contains("https://quay.example/a");
    }

    @Test
    void whatOthersChangeDuringARoundStays() throws IOException, InterruptedException {
        site.set("/one", exchange -> {
            WatchList.change(file(), list -> {
                list.find(site.at("/one")).ifPresent(one -> list.replace(one.address(), one.paused(true)));
                list.remove(site.at("/two"));
                return list.add("https://quay.example/later", "");
            });
            Site.send(exchange, 200, "application/rss+xml", feed("one"));
        });
        site.set("/two", "application/rss+xml", feed("two"));
        watch("/one");
        watch("/two");
        round();
        assertThat(list().all())
                .extracting(Watched::address)
                .containsExactly(site.at("/one"), "https://quay.example/later");
        assertThat(list().all().getFirst().paused()).isTrue();
        assertThat(list().all().getFirst().reports()).isEqualTo(1);
    }

    @Test
    void articlesAreDecodedAsTheirServerSays() throws IOException, InterruptedException {
        site.set("/feed", "application/rss+xml", feed("one")).set("/one.html", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=windows-1251");
            byte[] page = ARTICLE.formatted("one")
                    .replace("at the mill", "at the \u043C\u043B\u0438\u043D")
                    .getBytes(Charset.forName("windows-1251"));
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        });
        watch("/feed");
        round();
        assertThat(brought)
                .singleElement()
                .satisfies(one -> assertThat(one.body()).contains("at the \u043C\u043B\u0438\u043D"));
    }

    @Test
    void itemsWithoutIdAndAddressAreKnownByTheirWords() throws IOException, InterruptedException {
        String start = "<rss version=\"2.0\"><channel><title>Quay Wire</title>";
        String old = "<item><description>The council bought three pumps.</description></item></channel></rss>";
        site.set("/feed", "application/rss+xml", start + old);
        watch("/feed");
        round();
        site.set("/feed", "application/rss+xml", start + "<item><description>A dyke broke.</description></item>" + old);
        now = now.plus(Duration.ofHours(1));
        assertThat(round()).isEqualTo(new Watcher.Round(1, 0, 1));
        assertThat(brought)
                .extracting(Document::body)
                .containsExactly("The council bought three pumps.", "A dyke broke.");
        assertThat(brought).extracting(document -> document.id().value()).doesNotHaveDuplicates();
    }

    @Test
    void aJsonFeedIsAListOfItems() throws IOException, InterruptedException {
        String item = "{\"id\": \"%s\", \"title\": \"%s\", \"content_text\": \"The council bought pumps.\"}";
        site.set(
                "/feed",
                "application/feed+json",
                "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Quay Wire\", \"items\": ["
                        + item.formatted("one", "One") + ", " + item.formatted("two", "Two") + "]}");
        watch("/feed");
        assertThat(round()).isEqualTo(new Watcher.Round(1, 0, 2));
        assertThat(brought).extracting(document -> document.id().value()).containsExactly("one", "two");
    }

    @Test
    void rulesThatCannotBeFetchedAllowNothingForAnHour() throws IOException, InterruptedException {
        site.set("/robots.txt", exchange -> exchange.sendResponseHeaders(503, -1))
                .set("/feed", "application/rss+xml", feed("one"));
        watch("/feed");
        round();
        assertThat(site.asked("/feed")).isZero();
        assertThat(only().error()).startsWith("the site's robots.txt cannot be fetched");
        site.set("/robots.txt", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[33 << 20]);
        });
        now = now.plus(Duration.ofHours(2));
        round();
        assertThat(site.asked("/feed")).isZero();
        assertThat(only().error()).contains("/robots.txt: the answer is larger");
    }

    @Test
    void aLinkThatIsNotAnAddressLeavesTheItemAsItIs() throws IOException, InterruptedException {
        site.set(
                "/feed",
                "application/rss+xml",
                feed("one").replace("<link>/one.html</link>", "<link>http://[broken/ one</link>"));
        watch("/feed");
        assertThat(round()).isEqualTo(new Watcher.Round(1, 0, 1));
        assertThat(only().fresh()).isEqualTo(1);
        assertThat(only().brought()).isEqualTo(only().succeeded());
    }
}
