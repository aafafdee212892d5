package dev.tranche.ingest.wire;

import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Elements of XML by their names without prefix and in lower case, whatever namespace an agency puts them in. */
final class Elements {

    private Elements() {}

    /** Returns the first element of the first of these names that occurs inside another. */
    @SuppressWarnings("ReferenceEquality") // Two equal elements are two elements.
    static @Nullable Element first(Element owner, String... names) {
        for (String name : names) {
            for (Element element : owner.getAllElements()) {
                if (element != owner && local(element).equals(name)) {
                    return element;
                }
            }
        }
        return null;
    }

    /** Returns the elements of a name directly inside another, in order; none if that is missing. */
    static List<Element> children(@Nullable Element owner, String name) {
        return owner == null
                ? List.of()
                : owner.children().stream()
                        .filter(child -> local(child).equals(name))
                        .toList();
    }

    static boolean isInside(Element element, String name) {
        for (Element up = element.parent(); up != null; up = up.parent()) {
            if (local(up).equals(name)) {
                return true;
            }
        }
        return false;
    }

    static String local(Element element) {
        String tag = element.tagName().toLowerCase(Locale.ROOT);
        return tag.substring(tag.indexOf(':') + 1);
    }

    /** Returns an attribute; empty if it or the element is missing. */
    static String attribute(@Nullable Element element, String key) {
        return element == null ? "" : element.attr(key).strip();
    }

    /** Returns the words of an element in one line; empty if it is missing. */
    static String line(@Nullable Element element) {
        return element == null ? "" : element.text().replaceAll("\\s+", " ").strip();
    }

    /** Returns the last part of a code, which is abbreviated, {@code stat:canceled}, or as an address. */
    static String code(@Nullable Element element) {
        String code = attribute(element, "qcode");
        return (code.isEmpty() ? attribute(element, "uri") : code)
                .toLowerCase(Locale.ROOT)
                .replaceFirst(".*[:/]", "");
    }
}
