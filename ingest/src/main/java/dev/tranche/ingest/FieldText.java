package dev.tranche.ingest;

import dev.tranche.ingest.page.Page;
import dev.tranche.problem.ProblemCode;
import dev.tranche.source.Incoming;
import dev.tranche.text.Document;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * The words of a field, such as a cell of a table or a string of JSON, which may be plain text or a piece of a page.
 *
 * <p>Its content decides. A piece of a page has an end tag of HTML, a tag with attributes, or one of the tags that people
 * leave open: {@code </p>}, {@code <a href="…">}, {@code <br>}. A less-than sign in prose and names in angle brackets are
 * neither. Text without tags keeps its lines; its character references by name or number become characters.
 */
final class FieldText {

    private static final String NAMES =
            "(?:a|abbr|article|aside|b|blockquote|body|br|caption|center|cite|code|dd|div|dl"
                + "|dt|em|figcaption|figure|font|footer|h[1-6]|head|header|hr|html|i|iframe|img|li|main|ol|p|picture|pre|q|s"
                + "|script|section|small|span|strike|strong|style|sub|sup|table|tbody|td|th|thead|time|tr|u|ul|video)";

    /** No tag reaches past a less-than sign, which keeps the search linear in a text full of them. */
    private static final Pattern TAG = Pattern.compile("(?i)</" + NAMES + "\\s{0,9}>"
            + "|<" + NAMES + "\\s[^<>=]{0,99}=[^<>]*(?:>|\\z)"
            + "|<(?:br|hr|li|p|td|tr)\\s{0,9}/?>");

    /** Tags that begin a line of their own: with any of these, line ends of the source mean nothing. */
    private static final Pattern BLOCK = Pattern.compile(
            "(?i)</?(?:article|blockquote|body|br|dd|div|dl|dt|figure|h[1-6]|hr|li|ol|p|section|table|td|th|tr|ul)[\\s/>]");

    private static final Pattern BLANK_LINE = Pattern.compile("\\R\\s*\\R");
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});");

    private FieldText() {}

    /** Adds the words of a field to a text, in blocks. */
    static void add(String field, BlockText text) {
        if (!hasTags(field)) {
            text.addText(characters(field));
        } else if (BLOCK.matcher(field).find()) {
            Page.addFragment(field, text);
        } else {
            BLANK_LINE.splitAsStream(field).forEach(paragraph -> Page.addFragment(paragraph, text));
        }
    }

    /** Returns the words of a field in one line. */
    static String line(String field) {
        String bare = hasTags(field) ? Page.line(field) : characters(field);
        return bare.replaceAll("\\s+", " ").strip();
    }

    /**
     * Returns a report as a browser would show its title and text; the same one where both are plain.
     *
     * @param incoming what was read from a line of JSON
     */
    static Incoming rendered(Incoming incoming) {
        if (!(incoming instanceof Incoming.Report report)) {
            return incoming;
        }
        Document plain = report.document();
        if (isPlain(plain.title()) && isPlain(plain.body())) {
            return incoming;
        }
        String id = plain.id().value();
        String title = isPlain(plain.title()) ? plain.title() : line(plain.title());
        Document shown = isPlain(plain.body()) ? Document.of(id, title, plain.body()) : blocks(id, title, plain.body());
        if (shown.text().isBlank()) {
            return Incoming.refused(report.place(), ProblemCode.EMPTY, "It has neither title nor text; skipped.");
        }
        return new Incoming.Report(
                report.place(),
                shown.with(plain.outlet(), plain.address(), plain.published(), plain.language())
                        .with(plain.delivery()),
                report.problems());
    }

    private static Document blocks(String id, String title, String body) {
        BlockText text = new BlockText();
        add(body, text);
        return text.document(id, title, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static boolean isPlain(String field) {
        return !hasTags(field) && characters(field).equals(field);
    }

    private static boolean hasTags(String field) {
        return field.indexOf('<') >= 0 && TAG.matcher(field).find();
    }

    /** Only whole references: "AT&T" and an address with "&copy=1" stay as they are. */
    private static String characters(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return REFERENCE
                .matcher(text)
                .replaceAll(reference -> Matcher.quoteReplacement(
                        Parser.unescapeEntities(reference.group(), false).replace('\u00A0', ' ')));
    }
}
