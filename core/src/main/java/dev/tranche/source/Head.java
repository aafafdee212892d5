package dev.tranche.source;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The lines above a plain text that describe it.
 *
 * <pre>
 *   head     = yaml | plain
 *   yaml     = "---" NL { field | continuation | "#" … NL | "- " … NL | NL } ( "---" | "..." ) NL
 *   plain    = field { field } ( NL | end of text )
 *   field    = key ":" [ blank value ] NL
 *   key      = letter { letter | digit | "_" | "-" }
 * </pre>
 *
 * <p>A plain head starts with a key of a report; a one-line head must also look like one, so that a headline such
 * as "Language: a long quarrel" stays text. Whatever is not a head by this grammar is text from its first character.
 */
final class Head {

    private static final int MOST_LINES = 100;
    private static final int LONGEST_LINE = 4096;
    private static final Set<String> KEYS = Set.of("id", "title", "date", "published", "outlet", "url", "language");
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,30}");
    private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}");

    private final Map<String, String> fields = new HashMap<>();
    private final String text;
    private int at;
    private int lines;

    private Head(String text) {
        this.text = text;
    }

    /** Reads the head of a text; a text without one has an empty head. */
    static Head of(String text) {
        Head head = new Head(text);
        boolean found = head.isFence("---", 0) ? head.readYaml() : head.readPlain();
        if (!found) {
            return new Head(text);
        }
        head.skipBlankLines();
        return head;
    }

    /** Returns a stated value, without quotation marks; empty when not stated or blank. */
    Optional<String> find(String key) {
        return Optional.ofNullable(fields.get(key)).filter(value -> !value.isBlank());
    }

    /** Returns the text below the head and the blank lines under it. */
    String body() {
        return text.substring(at);
    }

    private boolean readYaml() {
        nextLine();
        String key = "";
        while (at < text.length() && lines < MOST_LINES) {
            if (isFence("---", at) || isFence("...", at)) {
                nextLine();
                return true;
            }
            String line = nextLine();
            if (line.isBlank() || line.startsWith("#") || line.startsWith("- ")) {
                continue;
            }
            if (Character.isWhitespace(line.charAt(0))) {
                continueField(key, line.strip());
                continue;
            }
            key = readField(line);
            if (key.isEmpty()) {
                return false;
            }
        }
        return false;
    }

    private boolean readPlain() {
        while (at < text.length() && lines < MOST_LINES) {
            String line = nextLine();
            if (line.isBlank()) {
                break;
            }
            String key = readField(line);
            if (key.isEmpty() || (lines == 1 && !KEYS.contains(key))) {
                return false;
            }
        }
        return lines > 0 && !fields.isEmpty() && (fields.size() > 1 || looksTrue());
    }

    /** Reads a field and returns its key; empty when the line is not a field. */
    private String readField(String line) {
        int colon = line.indexOf(':');
        if (line.length() > LONGEST_LINE
                || colon <= 0
                || !KEY.matcher(line.substring(0, colon)).matches()) {
            return "";
        }
        String value = line.substring(colon + 1);
        if (!value.isEmpty() && !Character.isWhitespace(value.charAt(0))) {
            return "";
        }
        String key = line.substring(0, colon).toLowerCase(Locale.ROOT);
        fields.put(key, unquote(value.strip()));
        return key;
    }

    /** A value that goes on in indented lines, after {@code >} or {@code |} or after its first line. */
    private void continueField(String key, String more) {
        String before = fields.getOrDefault(key, "");
        boolean opened = before.isEmpty() || before.startsWith(">") || before.startsWith("|");
        fields.put(key, opened ? more : before + " " + more);
    }

    private boolean looksTrue() {
        String key = fields.keySet().iterator().next();
        String value = fields.getOrDefault(key, "");
        return switch (key) {
            case "date", "published" -> !value.isEmpty() && Character.isDigit(value.charAt(0));
            case "url" -> value.contains("://");
            case "language" -> LANGUAGE_TAG.matcher(value).matches();
            default -> true;
        };
    }

    private static String unquote(String value) {
        int last = value.length() - 1;
        if (last < 1 || value.charAt(0) != value.charAt(last)) {
            return value;
        }
        return switch (value.charAt(0)) {
            case '"' -> value.substring(1, last).replace("\\\"", "\"").replace("\\\\", "\\");
            case '\'' -> value.substring(1, last).replace("''", "'");
            default -> value;
        };
    }

    private boolean isFence(String fence, int start) {
        int end = lineEnd(start);
        return text.startsWith(fence, start)
                && text.substring(start, end).strip().equals(fence);
    }

    private String nextLine() {
        int end = lineEnd(at);
        String line = text.substring(at, end);
        at = Math.min(text.length(), end + 1);
        lines++;
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    private void skipBlankLines() {
        while (at < text.length() && text.substring(at, lineEnd(at)).isBlank()) {
            at = Math.min(text.length(), lineEnd(at) + 1);
        }
    }

    private int lineEnd(int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }
}
