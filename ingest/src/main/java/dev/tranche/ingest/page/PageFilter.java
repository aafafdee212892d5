package dev.tranche.ingest.page;

import dev.tranche.mention.MoneyScan;
import java.util.Locale;
import org.jsoup.parser.Parser;

/**
 * Recognises from the characters of a page, before it is parsed, that it contains no sum of money.
 *
 * <p>Meant for reading crawls: most pages are dropped here. Pure, and safe for several threads.
 */
public final class PageFilter {

    private static final int LONGEST_ENTITY = 10;
    private static final String[] SILENT = {"script", "style"};

    private PageFilter() {}

    /**
     * May the report of the page, its title included, hold a sum of money? A false answer is certain, a true one is not.
     */
    public static boolean mayHoldSum(String html) {
        return MoneyScan.mayHoldSum(words(html));
    }

    /**
     * The text between the tags, with currency entities as characters. Scripts and styles are left out except for
     * linked data, and tags except for those of the head, since both may state the title.
     */
    static String words(String html) {
        StringBuilder words = new StringBuilder(html.length() / 3 + 16);
        int at = 0;
        while (at < html.length()) {
            int tag = html.indexOf('<', at);
            int end = tag < 0 ? html.length() : tag;
            append(words, html, at, end);
            if (tag < 0) {
                break;
            }
            words.append(' ');
            int after = afterTag(html, tag);
            if (statesTitle(html, tag, after)) {
                append(words, html, tag, after);
            }
            at = after;
        }
        return words.toString();
    }

    private static boolean statesTitle(String html, int tag, int after) {
        if (isTag(html, tag, "meta")) {
            return html.substring(tag, after).toLowerCase(Locale.ROOT).contains("title");
        }
        return isTag(html, tag, "script")
                && html.substring(tag, Math.min(after, tag + 200))
                        .toLowerCase(Locale.ROOT)
                        .contains("ld+json")
                && html.substring(tag, after).contains("headline");
    }

    private static boolean isTag(String html, int tag, String name) {
        return html.regionMatches(true, tag + 1, name, 0, name.length());
    }

    private static int afterTag(String html, int tag) {
        for (String silent : SILENT) {
            if (isTag(html, tag, silent)) {
                int close = closing(html, silent, tag);
                if (close < 0) {
                    return html.length();
                }
                int end = html.indexOf('>', close);
                return end < 0 ? html.length() : end + 1;
            }
        }
        int end = html.indexOf('>', tag);
        return end < 0 ? html.length() : end + 1;
    }

    private static int closing(String html, String name, int from) {
        for (int at = html.indexOf("</", from); at >= 0; at = html.indexOf("</", at + 2)) {
            if (html.regionMatches(true, at + 2, name, 0, name.length())) {
                return at;
            }
        }
        return -1;
    }

    private static void append(StringBuilder words, String html, int start, int end) {
        int at = start;
        while (at < end) {
            int entity = html.indexOf('&', at);
            if (entity < 0 || entity >= end) {
                words.append(html, at, end);
                return;
            }
            words.append(html, at, entity);
            int close = html.indexOf(';', entity);
            if (close < 0 || close > entity + LONGEST_ENTITY || close >= end) {
                words.append('&');
                at = entity + 1;
                continue;
            }
            words.append(Parser.unescapeEntities(html.substring(entity, close + 1), false));
            at = close + 1;
        }
    }
}
