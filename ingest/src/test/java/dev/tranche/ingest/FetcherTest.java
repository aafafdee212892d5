package dev.tranche.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tranche.ingest.fetch.Answer;
import dev.tranche.ingest.fetch.FetchException;
import dev.tranche.ingest.fetch.FetchException.Reason;
import dev.tranche.ingest.fetch.Fetcher;
import dev.tranche.ingest.fetch.Resolver;
import dev.tranche.testkit.Site;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fetching stays within its limits and away from the own network. */
@Timeout(60)
class FetcherTest {

    private static final Fetcher.Limits SMALL = new Fetcher.Limits(1 << 20, Duration.ofSeconds(2), 5, true);
    private final Fetcher near = Fetcher.of(Resolver.ofSystem(), SMALL);
    private final Fetcher far = Fetcher.of(Resolver.ofSystem(), Fetcher.Limits.USUAL);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://localhost/",
                "http://[::1]/",
                "http://10.1.2.3/",
                "http://192.168.1.1/",
                "http://172.16.5.5/",
                "http://169.254.169.254/latest/meta-data/",
                "http://0.0.0.0/",
                "http://100.64.0.1/",
                "http://[fe80::1]/",
                "http://[fc00::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[2002:7f00:1::]/",
                "http://224.0.0.1/",
                "http://2130706433/",
                "http://0x7f.1/"
            })
    void addressesOfTheOwnNetworkAreRefused(String address) {
        assertThatExceptionOfType(FetchException.class)
                .isThrownBy(() -> far.get(address))
                .matches(refused -> refused.reason() != Reason.LIMIT);
    }

    /** The first and last addresses of the ranges that the registries keep from the Internet. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "169.254.255.255",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.255",
                "192.0.2.1",
                "192.88.99.1",
                "198.18.0.0",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::127.0.0.1",
                "::ffff:0:127.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::8.8.8.8",
                "100::1",
                "2001::1",
                "2001:1ff:ffff::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "3fff:fff::1",
                "5f00::1",
                "fc00::1",
                "fdff::1",
                "fec0::1",
                "febf::1",
                "ff02::1"
            })
    void addressesOfNoPublicNetworkAreRefused(String address) {
        assertThatExceptionOfType(FetchException.class)
                .isThrownBy(() -> at(address).get("http://quay.example/"))
                .matches(refused -> refused.reason() == Reason.REFUSED);
    }

    /** Their neighbours are fetched: here until the time is up, which is before the first request. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.1",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "64:ff9b::8.8.8.8",
                "2001:200::1",
                "2002:808:808::1",
                "2606:4700::1",
                "3fff:1000::1"
            })
    void theirNeighboursAreNot(String address) {
        assertThatExceptionOfType(FetchException.class)
                .isThrownBy(() -> at(address).get("http://quay.example/"))
                .matches(late -> late.reason() == Reason.LIMIT);
    }

    private static Fetcher at(String address) {
        Resolver fixed = host -> List.of(InetAddress.getByName(address));
        return Fetcher.of(fixed, new Fetcher.Limits(1 << 20, Duration.ofNanos(-1), 5, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "jar:file:/a.jar!/b",
                "ftp://quay.example/",
                "gopher://quay.example/",
                "http://user@quay.example/",
                "http:///x",
                "javascript:1",
                "data:text/plain,x"
            })
    void onlyTheWebIsFetched(String address) {
        assertThatExceptionOfType(FetchException.class)
                .isThrownBy(() -> far.get(address))
                .matches(refused -> refused.reason() == Reason.REFUSED);
    }

    @Test
    void aNameThatLeadsHomeAtTheSecondLookUpIsLookedUpOnce() throws IOException {
        try (Site site = Site.open()) {
            int[] lookUps = {0};
            Resolver changing = host -> {
                lookUps[0]++;
                byte[] address =
                        lookUps[0] == 1 ? new byte[] {93, (byte) 184, (byte) 216, 34} : new byte[] {127, 0, 0, 1};
                return List.of(InetAddress.getByAddress(host, address));
            };
            Fetcher fetcher = Fetcher.of(changing, new Fetcher.Limits(1 << 20, Duration.ofMillis(300), 5, false));
            String address = site.at("/secret").replace("127.0.0.1", "rebound.example");
            assertThatExceptionOfType(FetchException.class).isThrownBy(() -> fetcher.get(address));
            assertThat(lookUps[0]).isEqualTo(1);
            assertThat(site.asked("/secret")).isZero();
            assertThatExceptionOfType(FetchException.class)
                    .isThrownBy(() -> fetcher.get(address))
                    .matches(refused -> refused.reason() == Reason.REFUSED);
        }
    }

    @Test
    void oneOwnAddressAmongManyIsEnoughToRefuse() {
        Resolver mixed = host -> List.of(
                InetAddress.getByAddress(host, new byte[] {93, (byte) 184, (byte) 216, 34}),
                InetAddress.getByAddress(host, new byte[] {10, 0, 0, 1}));
        assertThatExceptionOfType(FetchException.class)
                .isThrownBy(() -> Fetcher.of(mixed, Fetcher.Limits.USUAL).get("http://mixed.example/"))
                .matches(refused -> refused.reason() == Reason.REFUSED);
    }

    @Test
    void redirectionsAreFollowedAndJudged() throws IOException {
        try (Site site = Site.open()) {
            site.set("/end", "text/plain", "here")
                    .set("/good", exchange -> Site.redirect(exchange, 301, "/end"))
                    .set("/mixed", exchange -> Site.redirect(exchange, 302, "/good"))
                    .set("/once", exchange -> Site.redirect(exchange, 302, "/end"))
                    .set("/file", exchange -> Site.redirect(exchange, 302, "file:///etc/passwd"))
                    .set("/round", exchange -> Site.redirect(exchange, 302, "/round"));
            Answer moved = near.get(site.at("/good"));
            assertThat(new String(moved.body(), StandardCharsets.UTF_8)).isEqualTo("here");
            assertThat(moved.moved()).contains(site.at("/end"));
            assertThat(near.get(site.at("/once")).moved()).isEmpty();
            assertThat(near.get(site.at("/mixed")).moved())
                    .as("moved for now to what moved for good")
                    .isEmpty();
            assertThatExceptionOfType(FetchException.class)
                    .isThrownBy(() -> near.get(site.at("/file")))
                    .matches(refused -> refused.reason() == Reason.REFUSED);
            assertThatExceptionOfType(FetchException.class)
                    .isThrownBy(() -> near.get(site.at("/round")))
                    .matches(refused -> refused.reason() == Reason.LIMIT);
        }
    }

    @Test
    void endlessSlowAndSwollenAnswersEnd() {
        try (Site site = Site.open()) {
            site.set("/endless", exchange -> {
                        exchange.sendResponseHeaders(200, 0);
                        OutputStream out = exchange.getResponseBody();
                        byte[] chunk = new byte[1 << 16];
                        for (int i = 0; i < 1000; i++) {
                            out.write(chunk);
                        }
                    })
                    .set("/bomb", exchange -> {
                        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                        exchange.sendResponseHeaders(200, 0);
                        try (GZIPOutputStream out = new GZIPOutputStream(exchange.getResponseBody())) {
                            out.write(new byte[16 << 20]);
                        }
                    })
                    .set("/slow", exchange -> {
                        exchange.sendResponseHeaders(200, 10);
                        exchange.getResponseBody().write(1);
                        exchange.getResponseBody().flush();
                        java.util.concurrent.locks.LockSupport.parkNanos(
                                Duration.ofSeconds(30).toNanos());
                    });
            // With time enough, so that it is the size that ends them.
            Fetcher patient =
                    Fetcher.of(Resolver.ofSystem(), new Fetcher.Limits(1 << 20, Duration.ofSeconds(50), 5, true));
            for (String path : List.of("/endless", "/bomb")) {
                assertThatExceptionOfType(FetchException.class)
                        .as(path)
                        .isThrownBy(() -> patient.get(site.at(path)))
                        .withMessageContaining("the answer is larger than 1 MiB")
                        .matches(limited -> limited.reason() == Reason.LIMIT);
            }
            assertThatExceptionOfType(FetchException.class)
                    .isThrownBy(() -> near.get(site.at("/slow")))
                    .withMessageContaining("too slow")
                    .matches(limited -> limited.reason() == Reason.LIMIT);
        }
    }
}
