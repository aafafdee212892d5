package dev.tranche.ingest.page;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds a day of publication in the data of scripts, {@code "datePublished": "2024-05-14"}.
 *
 * <p>Looks at every colon or equals sign before a short quoted value, and only then at the name before it: most of a page
 * is skipped without a comparison.
 */
final class ScriptedDay {

    /** The names of such data in lower case, without underscores. */
    private static final Set<String> NAMES = Set.of(
            "datepublished",
            "publisheddate",
            "publishdate",
            "publishedat",
            "publicationdate",
            "pubdate",
            "pubdatum",
            "firstpublished",
            "datecreated",
            "createdat",
            "datepublication",
            "publishedtime",
            "publishtime",
            "articledate",
            "postdate");

    private static final int LONGEST_NAME = 17;
    private static final int SHORTEST_NAME = 7;
    private static final int LEAST_VALUE = 8;
    private static final int MOST_VALUE = 40;

    private ScriptedDay() {}

    /** Returns the result of a function for the first value it accepts. */
    static <T> Optional<T> find(String html, Function<String, Optional<T>> taken) {
        int length = html.length();
        for (int at = 1; at < length; at++) {
            char c = html.charAt(at);
            if (c != ':' && c != '=') {
                continue;
            }
            int start = valueStart(html, at + 1);
            if (start < 0) {
                continue;
            }
            int end = valueEnd(html, start);
            if (end < 0 || !isNamed(html, at)) {
                continue;
            }
            Optional<T> found = taken.apply(html.substring(start, end));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static int valueStart(String html, int from) {
        int at = pastSpace(html, from);
        at = at < html.length() && html.charAt(at) == '\\' ? at + 1 : at;
        return at < html.length() && isQuote(html.charAt(at)) ? at + 1 : -1;
    }

    private static int pastSpace(String html, int from) {
        int at = from;
        while (at < html.length() && html.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    /** The end of a value that is neither too short nor too long and has a digit; -1 for any other. */
    private static int valueEnd(String html, int start) {
        boolean digit = false;
        int last = Math.min(html.length(), start + MOST_VALUE + 1);
        for (int at = start; at < last; at++) {
            char c = html.charAt(at);
            if (isQuote(c)) {
                int end = html.charAt(at - 1) == '\\' ? at - 1 : at;
                return digit && end - start >= LEAST_VALUE ? end : -1;
            }
            digit |= c >= '0' && c <= '9';
        }
        return -1;
    }

    private static boolean isNamed(String html, int sign) {
        int end = sign;
        while (end > 0 && html.charAt(end - 1) <= ' ') {
            end--;
        }
        end = end > 0 && isQuote(html.charAt(end - 1)) ? end - 1 : end;
        end = end > 0 && html.charAt(end - 1) == '\\' ? end - 1 : end;
        int start = end;
        while (start > 0 && end - start < LONGEST_NAME && isNameCharacter(html.charAt(start - 1))) {
            start--;
        }
        String name = html.substring(start, end).replace("_", "").toLowerCase(Locale.ROOT);
        for (int from = 0; from <= name.length() - SHORTEST_NAME; from++) {
            if (NAMES.contains(name.substring(from))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNameCharacter(char c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }
}
