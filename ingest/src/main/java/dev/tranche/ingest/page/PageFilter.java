package dev.tranche.ingest.page;

import dev.tranche.mention.MoneyScan;
import java.nio.charset.StandardCharsets;

/**
 * Recognises from the bytes of a page, before it is parsed, that it contains no sum of money.
 *
 * <p>Meant for reading crawls: most pages are dropped here. Pure, and safe for several threads.
 */
public final class PageFilter {

    private static final int LONGEST_ENTITY = 10;

    private PageFilter() {}

    /** May the page hold a sum of money? A false answer is certain, a true one is not. */
    public static boolean mayHoldSum(byte[] html) {
        return MoneyScan.mayHoldSum(words(new String(html, StandardCharsets.UTF_8)));
    }

    /** The text between the tags, without scripts and styles, with the entities of currencies as signs. */
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
            at = afterTag(html, tag);
        }
        return words.toString();
    }

    private static int afterTag(String html, int tag) {
        for (String silent : new String[] {"script", "style"}) {
            if (html.regionMatches(true, tag + 1, silent, 0, silent.length())) {
                int close = html.indexOf("</" + silent, tag);
                int other = close < 0 ? html.indexOf("</" + silent.toUpperCase(java.util.Locale.ROOT), tag) : close;
                if (other < 0) {
                    return html.length();
                }
                int end = html.indexOf('>', other);
                return end < 0 ? html.length() : end + 1;
            }
        }
        int end = html.indexOf('>', tag);
        return end < 0 ? html.length() : end + 1;
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
            words.append(org.jsoup.parser.Parser.unescapeEntities(html.substring(entity, close + 1), false));
            at = close + 1;
        }
    }
}
