package dev.tranche.ingest.feed;

import dev.tranche.ingest.page.DayText;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * A feed in RSS 0.9 to 2.0, RDF or Atom 0.3 and 1.0, read despite errors.
 *
 * <p>The parser ignores document types and declared entities, so that none can expand or name a file.
 *
 * @param title its title, as written
 * @param link the address of its site
 * @param language its language tag, possibly empty
 * @param items its items in order
 */
public record Feed(String title, String link, String language, List<Item> items) {

    private static final Set<String> ITEM = Set.of("item", "entry");
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d.*", Pattern.DOTALL);
    private static final Pattern MAIL_DAY = Pattern.compile(".*\\d{1,2} [A-Za-z]{3,9} (19|20)\\d\\d.*", Pattern.DOTALL);

    /** Copies the list. */
    public Feed {
        items = List.copyOf(items);
    }

    /**
     * An item, each part as written and empty where it is not stated.
     *
     * @param id its id
     * @param title its title, possibly with markup
     * @param link its address
     * @param published when it was published, in a form that the dating reads
     * @param content its text with markup
     * @param summary its summary with markup
     * @param author who wrote it
     * @param outlet the feed from which it was taken, if it is another one
     * @param language its own language tag
     * @param categories its categories
     * @param enclosures addresses of attached files
     */
    public record Item(
            String id,
            String title,
            String link,
            String published,
            String content,
            String summary,
            String author,
            String outlet,
            String language,
            List<String> categories,
            List<String> enclosures) {

        /** Copies the lists. */
        public Item {
            categories = List.copyOf(categories);
            enclosures = List.copyOf(enclosures);
        }
    }

    /**
     * Reads a feed; never throws because of its content.
     *
     * @param address where it was fetched from, against which addresses in it are resolved
     */
    public static Feed parse(String xml, Optional<String> address) {
        Document document = Parser.xmlParser().setTrackErrors(0).parseInput(xml, "");
        Element channel = document;
        boolean found = false;
        List<Element> items = new ArrayList<>();
        for (Element element : document.getAllElements()) {
            String name = local(element);
            if (ITEM.contains(name)) {
                items.add(element);
            } else if (!found && (name.equals("channel") || name.equals("feed"))) {
                found = true;
                channel = element;
            }
        }
        String link = link(channel);
        String base = address.orElse(link);
        String site = resolve(base, channel, link);
        List<Item> read = new ArrayList<>();
        for (Element item : items) {
            if (!isInItem(item)) {
                read.add(item(item, site.isEmpty() ? base : site));
            }
        }
        return new Feed(
                markup(channel, "title"), site, first(text(channel, "language"), channel.attr("xml:lang")), read);
    }

    private static boolean isInItem(Element item) {
        for (Element up = item.parent(); up != null; up = up.parent()) {
            if (ITEM.contains(local(up))) {
                return true;
            }
        }
        return false;
    }

    private static Item item(Element item, String base) {
        List<String> categories = new ArrayList<>();
        List<String> enclosures = new ArrayList<>();
        for (Element child : item.children()) {
            switch (local(child)) {
                case "category", "subject" -> categories.add(first(child.attr("term"), child.text()));
                case "enclosure" -> enclosures.add(first(child.attr("url"), child.attr("href")));
                case "link" -> {
                    if (child.attr("rel").equals("enclosure")) {
                        enclosures.add(child.attr("href"));
                    }
                }
                default -> {}
            }
        }
        String guid = text(item, "guid");
        String link = link(item);
        boolean permalink = link.isEmpty()
                && guid.startsWith("http")
                && !attribute(item, "guid", "isPermaLink").equals("false");
        String address = permalink ? guid : link;
        return new Item(
                first(guid, text(item, "id"), item.attr("rdf:about")),
                markup(item, "title"),
                address.isEmpty() ? "" : resolve(base, item, address),
                published(item),
                first(markup(item, "encoded"), markup(item, "content"), markup(item, "fulltext"), markup(item, "body")),
                first(markup(item, "description"), markup(item, "summary"), markup(item, "abstract")),
                author(item),
                source(item),
                first(text(item, "language"), item.attr("xml:lang")),
                categories,
                enclosures);
    }

    private static String source(Element item) {
        for (Element child : item.children()) {
            if (local(child).equals("source")) {
                String title = markup(child, "title");
                return title.isEmpty() && child.childrenSize() == 0 ? child.text() : title;
            }
        }
        return "";
    }

    private static String author(Element item) {
        for (Element child : item.children()) {
            String name = local(child);
            if (name.equals("author") || name.equals("creator")) {
                String inner = text(child, "name");
                return inner.isEmpty() ? child.text().strip() : inner;
            }
        }
        return "";
    }

    /** The day as written if the dating can read it, else the day found in it. */
    private static String published(Element item) {
        for (String name : List.of(
                "pubdate",
                "published",
                "date",
                "issued",
                "created",
                "updated",
                "modified",
                "lastbuilddate",
                "publicationdate")) {
            String written = text(item, name);
            if (written.isEmpty()) {
                continue;
            }
            if (ISO_DAY.matcher(written).matches() || MAIL_DAY.matcher(written).matches()) {
                return written;
            }
            return DayText.find(written, "").map(LocalDate::toString).orElse(written);
        }
        return "";
    }

    /** The link without a relation or that of the page itself; in RSS its text. */
    private static String link(Element owner) {
        String any = "";
        String words = "";
        for (Element child : owner.children()) {
            if (!local(child).equals("link") && !local(child).equals("origlink")) {
                continue;
            }
            String href = child.attr("href").strip();
            String relation = child.attr("rel");
            if (href.isEmpty()) {
                String text = child.text().strip();
                words = text.isEmpty() ? words : text;
            } else if (relation.isEmpty() || relation.equals("alternate")) {
                return href;
            } else if (any.isEmpty()
                    && !relation.equals("enclosure")
                    && !relation.equals("self")
                    && !relation.equals("edit")
                    && !relation.startsWith("http")) {
                any = href;
            }
        }
        return words.isEmpty() ? any : words;
    }

    private static String resolve(String base, Element element, String link) {
        String own = base;
        List<String> bases = new ArrayList<>();
        for (Element up = element; up != null; up = up.parent()) {
            if (up.hasAttr("xml:base")) {
                bases.addFirst(up.attr("xml:base"));
            }
        }
        try {
            for (String each : bases) {
                own = own.isEmpty() ? each : URI.create(own).resolve(each).toString();
            }
            return own.isEmpty() || link.contains(":")
                    ? link
                    : URI.create(own).resolve(link).toString();
        } catch (IllegalArgumentException odd) {
            return link;
        }
    }

    private static String attribute(Element owner, String name, String key) {
        for (Element child : owner.children()) {
            if (local(child).equals(name)) {
                return child.attr(key);
            }
        }
        return "";
    }

    private static String text(Element owner, String name) {
        for (Element child : owner.children()) {
            if (local(child).equals(name)) {
                return child.wholeText().strip();
            }
        }
        return "";
    }

    /** The content of an element, as HTML: escaped markup unescaped, markup that is not escaped as it is. */
    private static String markup(Element owner, String name) {
        for (Element child : owner.children()) {
            if (local(child).equals(name) && !isOfMedia(child)) {
                return markup(child);
            }
        }
        return "";
    }

    /** Media descriptions describe pictures and films. */
    private static boolean isOfMedia(Element element) {
        String tag = element.tagName().toLowerCase(Locale.ROOT);
        return tag.startsWith("media:") || tag.startsWith("itunes:");
    }

    private static String markup(Element element) {
        String type = element.attr("type").toLowerCase(Locale.ROOT);
        if (element.attr("mode").equals("base64") || type.equals("application/octet-stream")) {
            try {
                byte[] bytes = Base64.getMimeDecoder().decode(element.text());
                return new String(bytes, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException wrong) {
                return element.text();
            }
        }
        if (element.childrenSize() > 0) {
            return element.html();
        }
        boolean plain = type.equals("text") || type.equals("text/plain");
        StringBuilder text = new StringBuilder();
        for (Node node : element.childNodes()) {
            if (node instanceof CDataNode data) {
                text.append(data.getWholeText());
            } else if (node instanceof TextNode words) {
                text.append(words.getWholeText());
            }
        }
        return plain ? text.toString().replace("&", "&amp;").replace("<", "&lt;") : text.toString();
    }

    private static String first(String... values) {
        for (String value : values) {
            if (!value.isBlank()) {
                return value.strip();
            }
        }
        return "";
    }

    private static String local(Element element) {
        String tag = element.tagName().toLowerCase(Locale.ROOT);
        return tag.substring(tag.indexOf(':') + 1);
    }
}
