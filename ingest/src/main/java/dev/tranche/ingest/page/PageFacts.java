package dev.tranche.ingest.page;

import dev.tranche.ingest.page.PageWords.Use;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page says about itself outside its text: meta tags, links, JSON-LD. */
final class PageFacts {

    private static final Pattern SITE =
            Pattern.compile("\\s+[|\\u2013\\u2014\\u00B7\\u00BB:\\u2022-]+\\s+|\\s*[|\\u00BB]\\s*");
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_NAME = 200;

    private final Document page;
    private final PageElements elements;
    private final Map<String, String> metas = new HashMap<>();
    final LinkedFacts linked;

    private PageFacts(Document page) {
        this.page = page;
        this.elements = PageElements.of(page);
        this.linked = LinkedFacts.of(elements.tag("script"));
        for (Element meta : elements.tag("meta")) {
            String content = meta.attr("content").strip();
            for (String key : List.of("property", "name", "itemprop", "http-equiv")) {
                String name = meta.attr(key).strip().toLowerCase(Locale.ROOT);
                if (!name.isEmpty() && !content.isEmpty()) {
                    metas.putIfAbsent(name, content);
                }
            }
        }
    }

    static PageFacts of(Document page) {
        return new PageFacts(page);
    }

    Optional<String> meta(String... names) {
        for (String name : names) {
            String value = metas.get(name);
            if (value != null && !value.isBlank()) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    Map<String, String> metas() {
        return metas;
    }

    /** The headline: a heading that the title repeats, else the title without the name of the site. */
    String title() {
        String stated = Optional.of(titleElement())
                .filter(each -> !each.isBlank())
                .or(() -> meta("og:title", "twitter:title"))
                .orElse("");
        String wide = MainText.key(stated);
        List<String> headings = new ArrayList<>();
        for (Element heading : elements.tag("h1")) {
            String text = heading.text().strip();
            if (!text.isEmpty() && text.length() < LONGEST_TITLE) {
                headings.add(text);
            }
        }
        Optional<String> headline = linked.articleText("headline").map(PageFacts::unescaped);
        for (String heading : headings) {
            String key = MainText.key(heading);
            boolean repeated = key.length() > 8
                    && (wide.contains(key)
                            || headline.map(MainText::key).orElse("").equals(key)
                            || meta("og:title").map(MainText::key).orElse("").contains(key));
            if (repeated) {
                return heading;
            }
        }
        String best = headline.or(() -> meta("og:title", "twitter:title"))
                .map(PageFacts::unescaped)
                .orElse(stated);
        if (headings.size() == 1 && MainText.key(headings.getFirst()).length() > 20 && !headline.isPresent()) {
            return headings.getFirst();
        }
        return shorten(withoutSite(best));
    }

    /** A page whose head is broken has its title in its body; an SVG image also has one, which does not count. */
    private String titleElement() {
        if (!page.title().isBlank()) {
            return page.title();
        }
        for (Element title : elements.tag("title")) {
            Element up = title.parent();
            if (up == null || !up.normalName().equals("svg")) {
                return title.text();
            }
        }
        return "";
    }

    private String withoutSite(String title) {
        String site = MainText.key(outlet());
        String[] parts = SITE.split(title);
        if (parts.length < 2) {
            return title;
        }
        String last = MainText.key(parts[parts.length - 1]);
        String first = MainText.key(parts[0]);
        if (!site.isEmpty() && (last.contains(site) || site.contains(last))) {
            return title.substring(0, title.lastIndexOf(parts[parts.length - 1]))
                    .replaceFirst("\\W+$", "");
        }
        boolean siteFirst = !site.isEmpty() && site.contains(first) && parts[0].length() < 30;
        if (siteFirst) {
            return title.substring(title.indexOf(parts[1], parts[0].length())).strip();
        }
        String longest = parts[0];
        for (String part : parts) {
            longest = part.length() > longest.length() ? part : longest;
        }
        return title.contains(" | ") ? longest.strip() : title;
    }

    private static String shorten(String title) {
        String line = title.replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST_TITLE ? line.substring(0, LONGEST_TITLE) : line;
    }

    /** Some pages write entities into attributes twice. */
    private static String unescaped(String text) {
        return text.indexOf('&') < 0 ? text : org.jsoup.parser.Parser.unescapeEntities(text, false);
    }

    /** The name of the site, else its host. */
    String outlet() {
        return linked.name("publisher")
                .or(() -> meta("og:site_name", "application-name", "dc.publisher", "apple-mobile-web-app-title"))
                .map(PageFacts::unescaped)
                .filter(name -> name.length() <= LONGEST_NAME)
                .or(() -> address().flatMap(PageFacts::host))
                .orElse("");
    }

    static Optional<String> host(String address) {
        try {
            return Optional.ofNullable(URI.create(address).getHost()).map(host -> host.replaceFirst("^www\\.", ""));
        } catch (IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    Optional<String> author() {
        return linked.name("author")
                .or(() -> meta(
                        "author",
                        "dc.creator",
                        "parsely-author",
                        "sailthru.author",
                        "dcterms.creator",
                        "citation_author",
                        "byl"))
                .or(() -> elements.properties().stream()
                        .filter(element -> element.attr("rel").equals("author")
                                || element.attr("itemprop").equals("author"))
                        .map(Element::text)
                        .filter(name -> !name.isBlank())
                        .findFirst())
                .map(PageFacts::unescaped)
                .map(name -> name.replaceFirst("(?i)^by\\s+", "").strip())
                .filter(name -> !name.isEmpty() && name.length() <= LONGEST_NAME && !name.startsWith("http"));
    }

    /** The address that the page states as its own. */
    Optional<String> address() {
        return elements.link("canonical")
                .filter(PageFacts::isAddress)
                .or(() -> meta("og:url", "twitter:url", "parsely-link").filter(PageFacts::isAddress))
                .or(() -> linked.articleText("url").filter(PageFacts::isAddress))
                .or(() -> elements.link("shortlink").filter(PageFacts::isAddress));
    }

    private static boolean isAddress(String address) {
        return (address.startsWith("http://") || address.startsWith("https://"))
                && address.length() < 2000
                && !address.contains(" ");
    }

    Optional<String> language() {
        String html = elements.tag("html").stream()
                .findFirst()
                .map(root -> root.hasAttr("lang") ? root.attr("lang") : root.attr("xml:lang"))
                .orElse("");
        return Optional.of(html.strip())
                .filter(tag -> !tag.isEmpty())
                .or(() -> meta("content-language", "language", "dc.language", "og:locale"))
                .or(() -> linked.articleText("inLanguage"))
                .map(tag -> tag.replace('_', '-'))
                .filter(tag -> tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}"));
    }

    PageElements elements() {
        return elements;
    }

    /** The agency named in brackets before the first words, or in place of the author. */
    Optional<String> agency(List<Leaf> leaves) {
        for (String agency : PageWords.SHIPPED.of(Use.AGENCY)) {
            if (author().filter(name -> name.equals(agency)).isPresent()) {
                return Optional.of(agency);
            }
        }
        if (leaves.isEmpty()) {
            return Optional.empty();
        }
        String start = leaves.getFirst().text;
        int open = start.indexOf('(');
        int close = start.indexOf(')', Math.max(0, open));
        if (open < 0 || open > 60 || close < 0 || close > 100) {
            return Optional.empty();
        }
        String name = start.substring(open + 1, close).strip();
        return PageWords.SHIPPED.has(Use.AGENCY, name) ? Optional.of(name) : Optional.empty();
    }
}
