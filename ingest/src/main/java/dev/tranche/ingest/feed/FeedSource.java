package dev.tranche.ingest.feed;

import dev.tranche.ingest.BlockText;
import dev.tranche.ingest.Content;
import dev.tranche.ingest.Sink;
import dev.tranche.ingest.Source;
import dev.tranche.ingest.page.Page;
import dev.tranche.ingest.page.PageEncoding;
import dev.tranche.problem.ProblemCode;
import dev.tranche.text.Document;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads RSS, Atom and RDF feeds: one report per item, with all the text in the feed. */
public final class FeedSource implements Source {

    private static final int MOST_ITEMS = 20_000;
    private static final int LONGEST_ADDRESS = 150;

    @Override
    public void read(Content content, Sink sink) throws IOException {
        Optional<byte[]> bytes = content.all();
        if (bytes.isEmpty()) {
            sink.refuse(content.name(), ProblemCode.TOO_LARGE, "The feed is larger than 64 MiB; not read.");
            return;
        }
        Feed feed = Feed.parse(PageEncoding.decode(bytes.get(), content.encoding()), content.address());
        if (feed.items().isEmpty()) {
            sink.refuse(content.name(), ProblemCode.EMPTY, "This is a feed without items.");
            return;
        }
        int number = 0;
        for (Feed.Item item : feed.items()) {
            number++;
            String place = content.name() + ":" + number;
            if (number > MOST_ITEMS) {
                sink.refuse(
                        place,
                        ProblemCode.TOO_MANY,
                        "A feed may have up to " + MOST_ITEMS + " items; the rest is not read.");
                return;
            }
            Document document = document(feed, item, fallback(content, item, number));
            if (document.text().isBlank()) {
                sink.refuse(place, ProblemCode.EMPTY, "The item has neither title nor text; skipped.");
            } else {
                sink.report(place, document);
            }
        }
    }

    /** Items of a feed fetched repeatedly change position; one without id and address is identified by its words. */
    private static String fallback(Content content, Feed.Item item, int number) {
        if (content.address().isEmpty()) {
            return content.baseName() + ":" + number;
        }
        String address = content.address().get();
        String words = item.title() + "\n" + item.content() + "\n" + item.summary();
        return address.substring(0, Math.min(address.length(), LONGEST_ADDRESS)) + "#"
                + Integer.toHexString(words.hashCode());
    }

    /** Returns the report of an item. */
    public static Document document(Feed feed, Feed.Item item, String fallback) {
        BlockText text = new BlockText();
        Page.addFragment(item.content().isBlank() ? item.summary() : item.content(), text);
        List<String> named = List.of(item.id(), item.link());
        String id = named.stream().filter(each -> !each.isBlank()).findFirst().orElse(fallback);
        Document bare = text.document(
                Content.id(id),
                Page.line(item.title()),
                Optional.empty(),
                present(Page.line(item.author())),
                Optional.empty());
        return bare.with(bare.markup().with(item.categories(), item.enclosures()))
                .with(
                        present(item.outlet().isBlank() ? Page.line(feed.title()) : Page.line(item.outlet())),
                        present(item.link()),
                        present(item.published()),
                        present(item.language().isBlank() ? feed.language() : item.language()));
    }

    private static Optional<String> present(String value) {
        return Optional.of(value.strip()).filter(each -> !each.isEmpty());
    }
}
