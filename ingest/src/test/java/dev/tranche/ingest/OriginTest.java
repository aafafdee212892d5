package dev.tranche.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.source.Incoming;
import dev.tranche.text.Delivery;
import dev.tranche.text.Document;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a site says about itself is distinguished from what it says about others. */
class OriginTest {

    private static final String FEED = "https://www.quay.example/feed.xml";
    private static final String WORDS =
            "The council of the harbour town bought three new pumps on Monday, after the floods of last winter.";

    private static List<Document> read(Content content) {
        List<Document> found = new ArrayList<>();
        Ingest.read(content, incoming -> {
            if (incoming instanceof Incoming.Report report) {
                found.add(report.document());
            }
        });
        assertThat(found).isNotEmpty();
        return found;
    }

    private static Content content(String name, String text) {
        return Content.of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Content fetched(String address, String text) {
        return content(address, text).at(Optional.of(address), Optional.empty()).from(new Content.Sender.Feed(address));
    }

    private static String page(String canonical) {
        return "<html><head><title>Pumps</title><link rel=canonical href=\"" + canonical
                + "\"></head><body><article><p>" + WORDS + "</p><p>" + WORDS.replace("three", "four")
                + "</p></article></body></html>";
    }

    @Test
    void sitesAreToldApartByTheirRegisteredDomains() {
        assertThat(Sites.isSame("https://www.quay.example/a", "http://news.quay.example:8080/b?c"))
                .isTrue();
        assertThat(Sites.isSame("https://QUAY.example", "https://quay.example/#x"))
                .isTrue();
        assertThat(Sites.isSame("https://quay.example/", "https://dyke.example/"))
                .isFalse();
        assertThat(Sites.isSame("https://quay.co.uk/", "https://dyke.co.uk/")).isFalse();
        assertThat(Sites.isSame("https://a.github.io/", "https://b.github.io/")).isFalse();
        assertThat(Sites.isSame("https://quay.example/", "https://quay.example@dyke.example/"))
                .isFalse();
        assertThat(Sites.isSame("https://quay.example/", "https://dyke.example/?https://quay.example/"))
                .isFalse();
        assertThat(Sites.isSame("http://10.0.0.1/a", "http://10.9.0.1/a")).isFalse();
        assertThat(Sites.isSame("http://[::1]:80/a", "http://[::1]:81/a")).isFalse();
        assertThat(Sites.isSame("urn:a:1", "urn:a:1")).isFalse();
        assertThat(Sites.isSame("", "")).isFalse();
    }

    @Test
    void itemsThatClaimAnotherSiteAreRelayed() {
        String items = "<rss><channel><title>Quay</title><item><guid>1</guid><title>Own</title>"
                + "<link>https://news.quay.example/1</link><description>Pumps.</description></item>"
                + "<item><guid>2</guid><title>Of another</title><link>https://dyke.example/2</link>"
                + "<description>Pumps.</description></item></channel></rss>";
        assertThat(read(fetched(FEED, items)))
                .extracting(Document::delivery)
                .containsExactly(Delivery.watched(FEED, 0), Delivery.relayed(FEED, 0));
        // In a file of the user nobody claims to be the site.
        assertThat(read(content("feed.xml", items)))
                .extracting(Document::delivery)
                .containsOnly(Delivery.NONE);
    }

    @Test
    void pagesThatNameAnotherSiteAsTheirOwnAreRelayed() {
        String address = "https://quay.example/pumps";
        assertThat(read(fetched(address, page("https://dyke.example/pumps"))))
                .extracting(Document::delivery)
                .containsExactly(Delivery.relayed(address, 0));
        assertThat(read(fetched(address, page("https://www.quay.example/pumps"))))
                .extracting(Document::delivery)
                .containsExactly(Delivery.watched(address, 0));
    }

    @Test
    void aPageOfACrawlIsItsOwnSitesAlone() {
        assertThat(read(content("own.warc", crawled("https://www.quay.example/pumps"))))
                .extracting(Document::delivery)
                .containsExactly(Delivery.NONE);
        assertThat(read(content("other.warc", crawled("https://dyke.example/pumps"))))
                .extracting(Document::delivery)
                .containsExactly(Delivery.relayed("https://quay.example/pumps", 0));
    }

    private static String crawled(String canonical) {
        String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page(canonical);
        return "WARC/1.0\r\n"
                + "WARC-Type: response\r\n"
                + "WARC-Target-URI: https://quay.example/pumps\r\n"
                + "WARC-Date: 2024-06-01T00:00:00Z\r\n"
                + "WARC-Record-ID: <urn:uuid:0d1c9d0c-6a0f-4c3e-9f57-3f6f0a6f7e01>\r\n"
                + "Content-Type: application/http; msgtype=response\r\n"
                + "Content-Length: " + http.length() + "\r\n\r\n"
                + http + "\r\n\r\n";
    }

    @Test
    void aPageInAnEmailSpeaksForNoSite() {
        String attached = Base64.getMimeEncoder()
                .encodeToString(page("https://dyke.example/pumps").getBytes(StandardCharsets.UTF_8));
        String mail = "From: a@quay.example\r\n"
                + "Subject: Pumps\r\n"
                + "MIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\n"
                + "Content-Type: text/plain\r\n\r\n"
                + "See there.\r\n"
                + "--b\r\n"
                + "Content-Type: text/html; name=p.html\r\n"
                + "Content-Disposition: attachment; filename=p.html\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n" + attached + "\r\n--b--\r\n";
        assertThat(read(content("m.eml", mail)))
                .extracting(Document::delivery)
                .containsExactly(Delivery.NONE, Delivery.mailed());
        assertThat(Delivery.mailed().isConfined()).isTrue();
        assertThat(Delivery.mailed().feed()).isEmpty();
    }
}
