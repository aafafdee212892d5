package dev.tranche.ingest.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The elements of a page that say something about it, collected in one pass, in page order. */
final class PageElements {

    private final Map<String, List<Element>> byTag = new HashMap<>();
    private final List<Element> properties = new ArrayList<>();
    private final List<Element> named = new ArrayList<>();

    private PageElements() {}

    static PageElements of(Document page) {
        PageElements elements = new PageElements();
        for (Element element : page.getAllElements()) {
            switch (element.normalName()) {
                case "meta", "link", "script", "title", "h1", "time", "abbr", "html" ->
                    elements.byTag
                            .computeIfAbsent(element.normalName(), _ -> new ArrayList<>())
                            .add(element);
                default -> {}
            }
            if (element.attributesSize() > 0) {
                if (element.hasAttr("itemprop") || element.hasAttr("property") || element.hasAttr("rel")) {
                    elements.properties.add(element);
                }
                if (element.hasAttr("class") || element.hasAttr("id")) {
                    elements.named.add(element);
                }
            }
        }
        return elements;
    }

    /** Returns the elements with a tag, one of those collected. */
    List<Element> tag(String tag) {
        return byTag.getOrDefault(tag, List.of());
    }

    /** Returns the elements with an itemprop, property or rel. */
    List<Element> properties() {
        return properties;
    }

    /** Returns the elements with a class or id. */
    List<Element> named() {
        return named;
    }

    /** Returns the address of the first link with a relation. */
    Optional<String> link(String relation) {
        return tag("link").stream()
                .filter(link -> link.attr("rel").equalsIgnoreCase(relation))
                .map(link -> link.attr("href").strip())
                .filter(address -> !address.isEmpty())
                .findFirst();
    }
}
