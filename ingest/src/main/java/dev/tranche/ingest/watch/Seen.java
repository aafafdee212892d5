package dev.tranche.ingest.watch;

import dev.tranche.text.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a feed or page has delivered, so that each report is passed on once, and again when its words change.
 *
 * <p>An item of a feed is kept as its id, a hash of its words and a hash of what was passed on, which may be the linked
 * article, with tabs between them; lists of earlier versions hold ids alone, whose words count as known. A page is kept
 * as a hash of its words.
 */
final class Seen {

    private final Map<String, String> marks = new LinkedHashMap<>();
    private final boolean feed;

    /** What is known of a report. */
    enum Found {
        /** It was never there. */
        NEW,
        /** It was there with other words. */
        CHANGED,
        /** It was there with these words. */
        KNOWN
    }

    Seen(List<String> marks, boolean feed) {
        this.feed = feed;
        for (String mark : marks) {
            int tab = mark.indexOf('\t');
            this.marks.put(tab < 0 ? mark : mark.substring(0, tab), tab < 0 ? "" : mark.substring(tab + 1));
        }
    }

    /** Returns what is known of a report as it is on the feed or page. */
    Found find(Document report) {
        String words = words(report);
        if (!feed) {
            return marks.containsKey(words) ? Found.KNOWN : marks.isEmpty() ? Found.NEW : Found.CHANGED;
        }
        String before = marks.get(id(report));
        if (before == null) {
            return Found.NEW;
        }
        return before.isEmpty() || before.startsWith(words + "\t") ? Found.KNOWN : Found.CHANGED;
    }

    /**
     * Notes a report.
     *
     * @param whole what is passed on of it
     * @return was something else passed on of it before?
     */
    boolean note(Document report, Document whole) {
        String words = words(report);
        if (!feed) {
            marks.put(words, "");
            return true;
        }
        String before = marks.put(id(report), words + "\t" + words(whole));
        return before == null || !before.endsWith("\t" + words(whole));
    }

    /** Returns everything known, the earliest first. */
    List<String> marks() {
        List<String> all = new ArrayList<>();
        marks.forEach((name, words) -> all.add(words.isEmpty() ? name : name + "\t" + words));
        return all;
    }

    private static String id(Document report) {
        return report.id().value().replace('\t', ' ');
    }

    private static String words(Document report) {
        String text = report.text();
        return Integer.toHexString(text.hashCode()) + "-" + text.length();
    }
}
