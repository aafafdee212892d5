package dev.tranche.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tranche.ingest.fetch.FetchException.Reason;
import dev.tranche.ingest.watch.Archive;
import dev.tranche.ingest.watch.WatchList;
import dev.tranche.ingest.watch.Watched;
import dev.tranche.ingest.watch.Watcher;
import dev.tranche.ingest.watch.Web;
import dev.tranche.source.Incoming;
import dev.tranche.testkit.Site;
import dev.tranche.text.Document;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every address that a redirection leads to is judged like the first: by its network, and by the robots.txt of its host.
 *
 * <p>One site answers for several hosts: {@code quay.example} and {@code dyke.example} count as public, every other one
 * as what its address says.
 */
@Timeout(60)
class RedirectionsTest {

    private static final Set<String> PUBLIC = Set.of("quay.example", "dyke.example");
    private static final String WORDS = "The council of the harbour town bought three new pumps on Monday, after the"
            + " floods of last winter, and they will be at the mill.";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Site site = Site.open();
    private final List<Document> brought = new ArrayList<>();
    private final Fetcher fetcher = Fetcher.of(
            host -> host.matches("[0-9.:a-f]+")
                    ? List.of(InetAddress.getByName(host))
                    : List.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})),
            Fetcher.Limits.USUAL,
            each -> PUBLIC.contains(each.getHostName()) || Networks.isPublic(each));

    @AfterEach
    void close() {
        site.close();
    }

    private String at(String host, String path) {
        return site.at(path).replace("127.0.0.1", host);
    }

    private void redirect(String path, String target) {
        site.set(path, exchange -> Site.redirect(exchange, 302, target));
    }

    @Test
    void anotherPublicHostIsFollowed() throws IOException {
        redirect("/start", at("dyke.example", "/end"));
        site.set("/end", "text/plain", "here");
        assertThat(fetcher.get(at("quay.example", "/start")).body()).asString().isEqualTo("here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://inner.example:PORT/inside",
                "http://127.0.0.1:PORT/inside",
                "http://localhost:PORT/inside",
                "http://[::1]:PORT/inside",
                "http://10.1.2.3/inside",
                "http://169.254.169.254/latest/meta-data/",
                "//192.168.1.1/inside"
            })
    void addressesOfTheOwnNetworkAreRefusedAfterEachRedirection(String target) {
        String port = site.at("").replaceFirst(".*:", "");
        redirect("/start", at("dyke.example", "/next"));
        redirect("/next", target.replace("PORT", port));
        site.set("/inside", "text/plain", "secret");
        for (String start : List.of("/start", "/next")) {
            assertThatExceptionOfType(FetchException.class)
                    .as(start)
                    .isThrownBy(() -> fetcher.get(at("quay.example", start)))
                    .withMessageContaining("an address of this machine or its network")
                    .matches(refused -> refused.reason() == Reason.REFUSED);
        }
        assertThat(site.asked("/inside")).isZero();
        assertThat(site.asked("/next")).isEqualTo(2);
    }

    @Test
    void aWatchedPageIsNotFollowedIntoTheOwnNetwork() throws IOException, InterruptedException {
        redirect("/page", at("inner.example", "/inside"));
        site.set("/inside", "text/html", page());
        assertThat(watched("/page").error()).contains("an address of this machine or its network");
        assertThat(site.asked("/inside")).isZero();
        assertThat(brought).isEmpty();
    }

    @Test
    void aWatchedPageIsNotFollowedToWhatIsNoWebAddress() throws IOException, InterruptedException {
        redirect("/page", "file:///etc/hosts");
        assertThat(watched("/page").error()).contains("only http:// and https:// addresses are fetched");
    }

    @Test
    void aWatchedPageIsNotFollowedWhereRobotsMayNotGo() throws IOException, InterruptedException {
        redirect("/page", "/private/page");
        site.set("/robots.txt", "text/plain", "User-agent: *\nDisallow: /private\n")
                .set("/private/page", "text/html", page());
        assertThat(watched("/page").error())
                .isEqualTo("it redirects to " + at("quay.example", "/private/page")
                        + ": the site's robots.txt does not allow it");
        assertThat(site.asked("/page")).isEqualTo(1);
        assertThat(site.asked("/private/page")).isZero();
        assertThat(brought).isEmpty();
    }

    @Test
    void theRulesOfAnotherHostAreItsOwn() throws IOException, InterruptedException {
        redirect("/page", at("dyke.example", "/open"));
        redirect("/open", at("dyke.example", "/private/page"));
        site.set("/private/page", "text/html", page()).set("/robots.txt", exchange -> {
            boolean dyke = exchange.getRequestHeaders().getFirst("Host").startsWith("dyke");
            Site.send(exchange, 200, "text/plain", "User-agent: *\n" + (dyke ? "Disallow: /private\n" : "Allow: /\n"));
        });
        assertThat(watched("/page").error()).contains("it redirects to " + at("dyke.example", "/private/page"));
        assertThat(site.asked("/robots.txt")).isEqualTo(2);
        assertThat(site.asked("/open")).isEqualTo(1);
        assertThat(site.asked("/private/page")).isZero();
    }

    @Test
    void anItemWhoseArticleLeadsWhereRobotsMayNotGoStaysAsItIs() throws IOException, InterruptedException {
        redirect("/Norland", "/private/page");
        redirect("/Sudland", "/public/page");
        site.set("/robots.txt", "text/plain", "User-agent: *\nDisallow: /private\n")
                .set("/feed", "application/rss+xml", Site.feed("Norland", "Sudland"))
                .set("/private/page", "text/html", page())
                .set("/public/page", "text/html", page());
        assertThat(watched("/feed").error()).isEmpty();
        assertThat(site.asked("/private/page")).isZero();
        assertThat(brought).hasSize(2);
        assertThat(brought.getFirst().body()).isEqualTo("Short.");
        assertThat(brought.getLast().body()).contains("at the mill");
    }

    @Test
    void rulesThatAHostKeepsElsewhereAreFound() throws IOException, InterruptedException {
        redirect("/robots.txt", at("dyke.example", "/rules"));
        site.set("/rules", "text/plain", "User-agent: *\nDisallow: /page\n").set("/page", "text/html", page());
        assertThat(watched("/page").error()).isEqualTo("the site's robots.txt does not allow it");
        assertThat(site.asked("/page")).isZero();
    }

    private static String page() {
        return "<html><head><title>Pumps</title></head><body><article><p>" + WORDS + "</p></article></body></html>";
    }

    /** Watches one address of quay.example for one round and returns how it did. */
    private Watched watched(String path) throws IOException, InterruptedException {
        Path list = folder.resolve("book.watch.json");
        assertThat(WatchList.<Boolean>change(list, all -> all.add(at("quay.example", path), "")))
                .isTrue();
        Web web = new Web() {
            @Override
            public Answer get(String address, Map<String, String> headers) throws FetchException {
                return fetcher.step(address, headers);
            }

            @Override
            public void rest(Duration length) {
                // Nobody else asks this site.
            }
        };
        new Watcher(list, web, new Archive(folder.resolve("archive")), () -> Instant.parse("2024-05-14T06:00:00Z"))
                .run(incoming -> {
                    if (incoming instanceof Incoming.Report report) {
                        brought.add(report.document());
                    }
                });
        return WatchList.open(list).all().getFirst();
    }
}
