package dev.tranche.ingest.page;

import dev.tranche.ingest.page.PageWords.Use;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * What the classes and ids of a page's elements say; each is split into words once, since pages repeat a few of them on
 * thousands of elements. Not safe for several threads.
 */
final class PageNames {

    private final PageWords words;
    private final Map<String, Integer> known = new HashMap<>();

    /** What a class or id may say. */
    enum Sign {
        /** A part of the page around a report. */
        AROUND,
        /** Content by others, shown as part of a report. */
        SHOWN,
        /** Never part of a report. */
        STRICTLY,
        /** Words under a picture. */
        CAPTION,
        /** Other reports. */
        TEASER,
        /** A day. */
        DATED,
        /** The text of the report. */
        CLAIMED;

        private int bit() {
            return 1 << ordinal();
        }
    }

    PageNames(PageWords words) {
        this.words = words;
    }

    /** Does the class or the id of an element say this? */
    boolean says(Element element, Sign sign) {
        if (element.attributesSize() == 0) {
            return false;
        }
        return ((signs(element.attr("class")) | signs(element.attr("id"))) & sign.bit()) != 0;
    }

    private int signs(String names) {
        return names.isEmpty() ? 0 : known.computeIfAbsent(names, this::read);
    }

    private int read(String names) {
        String[] parts = PageWords.split(names);
        int signs = 0;
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            String before = i == 0 ? "" : parts[i - 1];
            boolean pair = i > 0 && words.has(Use.AROUND_PAIR, before + " " + part);
            boolean dated = words.has(Use.DATE, part) || part.endsWith("datum") || part.endsWith("date");
            signs |= words.has(Use.AROUND, part) || pair ? Sign.AROUND.bit() : 0;
            signs |= words.has(Use.SHOWN, part) ? Sign.SHOWN.bit() : 0;
            signs |= words.has(Use.STRICTLY, part) ? Sign.STRICTLY.bit() : 0;
            signs |= words.has(Use.CAPTION, part) ? Sign.CAPTION.bit() : 0;
            signs |= words.has(Use.TEASER, part) ? Sign.TEASER.bit() : 0;
            signs |= dated ? Sign.DATED.bit() : 0;
            signs |= words.has(Use.REPORT, before) && words.has(Use.TEXT, part) ? Sign.CLAIMED.bit() : 0;
        }
        return signs;
    }
}
