package dev.tranche.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.ingest.feed.Feed;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Items of feeds: which of several elements says what. */
class FeedTest {

    private static Feed.Item item(String xml) {
        List<Feed.Item> items = Feed.parse(xml, Optional.empty()).items();
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    private static Feed.Item rss(String elements) {
        return item("<rss><channel><title>Quay</title><item>" + elements + "</item></channel></rss>");
    }

    private static Feed.Item atom(String elements) {
        return item("<feed xml:base='https://quay.example/a/'><entry xml:base='b/'>" + elements + "</entry></feed>");
    }

    @Test
    void aGuidIsAnAddressUnlessItSaysThatItIsNot() {
        assertThat(rss("<guid>https://quay.example/1</guid>").link()).isEqualTo("https://quay.example/1");
        assertThat(rss("<guid isPermaLink='false'>https://quay.example/1</guid>")
                        .link())
                .isEmpty();
        assertThat(rss("<guid>https://quay.example/1</guid><link>https://quay.example/2</link>")
                        .link())
                .isEqualTo("https://quay.example/2");
    }

    @Test
    void anItemInAnItemIsPartOfIt() {
        assertThat(rss("<title>Pumps</title><item><title>Dykes</title></item>").title())
                .isEqualTo("Pumps");
    }

    @Test
    void theFullTextComesBeforeTheSummary() {
        Feed.Item item = rss("<description>Short.</description><content>Kind.</content>"
                + "<content:encoded>&lt;p&gt;The whole text.&lt;/p&gt;</content:encoded>");
        assertThat(item.content()).isEqualTo("<p>The whole text.</p>");
        assertThat(item.summary()).isEqualTo("Short.");
    }

    @Test
    void theTitleOfAPictureIsNotThatOfTheItem() {
        Feed.Item item =
                rss("<media:title>A pump</media:title><media:description>Seen from the quay.</media:description>"
                        + "<title>Pumps</title><description>Short.</description>");
        assertThat(item.title()).isEqualTo("Pumps");
        assertThat(item.summary()).isEqualTo("Short.");
    }

    @Test
    void theLinkOfAnItemIsTheOneToItsPage() {
        assertThat(atom("<link rel='self' href='https://quay.example/1.xml'/>"
                                + "<link rel='enclosure' href='https://quay.example/1.mp3'/>"
                                + "<link rel='alternate' href='https://quay.example/1'/>")
                        .link())
                .isEqualTo("https://quay.example/1");
        assertThat(atom("<link rel='self' href='https://quay.example/1.xml'/>").link())
                .isEmpty();
    }

    @Test
    void addressesBelongToTheirNearestBase() {
        assertThat(atom("<link href='c'/>").link()).isEqualTo("https://quay.example/a/b/c");
        assertThat(atom("<link href='/c'/>").link()).isEqualTo("https://quay.example/c");
    }

    @Test
    void theDayOfPublicationComesBeforeThatOfAChange() {
        assertThat(atom("<updated>2024-02-09T08:00:00Z</updated><published>2024-01-31T08:00:00Z</published>")
                        .published())
                .isEqualTo("2024-01-31T08:00:00Z");
        assertThat(atom("<updated>2024-02-09T08:00:00Z</updated>").published()).isEqualTo("2024-02-09T08:00:00Z");
        assertThat(rss("<pubDate>am 31. Januar 2024 um 8 Uhr</pubDate>").published())
                .isEqualTo("2024-01-31");
    }
}
