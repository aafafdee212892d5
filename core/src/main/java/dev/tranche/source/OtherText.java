package dev.tranche.source;

import java.util.Optional;
import java.util.regex.Pattern;

/** Kinds of text that hold no report and can be recognised by their beginning: programs, calendars, subtitles. */
enum OtherText {
    CALENDAR("a calendar", "BEGIN:VCALENDAR"),
    CARD("an address card", "BEGIN:VCARD"),
    KEY("a key or certificate", "-----BEGIN (?!PGP SIGNED)[A-Z0-9 ]{3,40}-----"),
    SUBTITLES("a file of subtitles", "WEBVTT|\\d+\\R\\d\\d:\\d\\d:\\d\\d[,.]\\d{3} --> "),
    POSTSCRIPT("a PostScript document", "%!PS"),
    LATEX("a LaTeX document", "(%[^\\n]{0,200}\\n){0,50}\\s{0,20}\\\\document(class|style)\\b"),
    BIBLIOGRAPHY("a bibliography", "@[A-Za-z]{3,20}\\{[^,\\s]{1,100},"),
    CHANGES("a list of changes to files", "diff --git |--- \\S[^\\n]{0,300}\\n\\+\\+\\+ \\S"),
    OLD_CRAWL("a web archive in the old ARC format", "filedesc://"),
    STATEMENTS("a database dump", "(--[^\\n]{0,200}\\n|\\s){0,50}(CREATE TABLE|INSERT INTO|DROP TABLE)\\b"),
    SCRIPT("a program", "#!/|<\\?php\\b"),
    LOG(
            "a log of a program",
            "\\[?\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d[^\\n]{0,60}\\b(INFO|WARN|ERROR|DEBUG)\\b"),
    CODE("a program or style sheet", "(?!)");

    /** Of a hundred characters of code at least six are braces, semicolons or equals signs; of prose hardly one. */
    private static final int SIGNS_PER_CODE_SIGN = 16;

    private static final int FEWEST_BRACES = 2;
    private static final int FEWEST_CODE_SIGNS = 6;

    private final String description;
    private final Pattern start;

    OtherText(String description, String start) {
        this.description = description;
        this.start = Pattern.compile(start);
    }

    /** Returns what the file is, with its article. */
    String description() {
        return description;
    }

    /** Returns the kind of a text that is neither markup nor a table; empty for one that may be a report. */
    static Optional<OtherText> of(String text) {
        String bare = text.stripLeading();
        return ofStart(bare).or(() -> isCode(bare) ? Optional.of(CODE) : Optional.empty());
    }

    /** Returns the kind indicated by the first characters of a text. */
    static Optional<OtherText> ofStart(String text) {
        for (OtherText each : values()) {
            if (each.start.matcher(text).lookingAt()) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Does a text look like a program or style sheet? */
    static boolean isCode(String text) {
        int signs = 0;
        int braces = 0;
        int others = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            signs += c > ' ' ? 1 : 0;
            braces += c == '{' || c == '}' ? 1 : 0;
            others += c == ';' || c == '=' ? 1 : 0;
        }
        return braces >= FEWEST_BRACES
                && braces + others >= FEWEST_CODE_SIGNS
                && (braces + others) * SIGNS_PER_CODE_SIGN >= signs;
    }
}
