package dev.tranche.source;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The format of an input, as its first bytes show.
 *
 * <p>Some formats hold reports and are read, by {@link ReportReader} or by the readers beyond {@code core}; all others
 * are named and refused. A page, a feed or a table is never taken for plain text.
 */
public enum Format {
    /** Plain text or Markdown, one report. */
    TEXT("plain text"),
    /** One JSON object per line, one report each. */
    JSON_LINES("JSON Lines"),
    /** JSON of another shape. */
    JSON("JSON"),
    /** A web page. */
    HTML("an HTML page"),
    /** RSS, Atom or RDF. */
    FEED("an RSS or Atom feed"),
    /** NewsML-G2, NewsML 1 or NITF. */
    NEWSML("a NewsML or NITF file"),
    /** A list of feeds. */
    OPML("an OPML list of feeds"),
    /** XML of an unknown kind. */
    XML("XML of an unknown kind"),
    /** A table whose rows are reports, separated by commas, semicolons or tabs. */
    TABLE("a table"),
    /** An email with its header. */
    MAIL("a mail"),
    /** A mailbox of emails. */
    MAILBOX("a mailbox"),
    /** Web pages with their HTTP exchanges. */
    WARC("a web archive"),
    /** Rich text. */
    RTF("an RTF document"),
    /** A paginated document for print. */
    PDF("a PDF document"),
    /** A ZIP archive, or an office document or e-book, which is one. */
    ZIP("a ZIP archive"),
    /** A compound file: an old office document, or an Outlook message. */
    COMPOUND("an old office document"),
    /** A compressed file. */
    GZIP("a gzip file"),
    /** A compressed file. */
    BZIP2("a bzip2 file"),
    /** A compressed file. */
    XZ("an xz file"),
    /** An archive of files. */
    TAR("a tar archive"),
    /** An archive of files. */
    SEVEN_ZIP("a 7z archive"),
    /** Bytes that are not text, of a kind without reports. */
    OTHER("not text in any known encoding");

    private static final Pattern JSON_LINE = Pattern.compile("(?s)\\{[ \\t]*[\"}].*");
    private static final Pattern JSON_START = Pattern.compile("(?s)(\\{\\s*[\"}]|\\[\\s*[\\[{\"\\]]).*");
    private static final Pattern JSON_OF_MANY = Pattern.compile(
            "(?s)\\{.{0,400}?\"(articles|items|stories|results|hits|entries|documents|docs|value|newsItems|associations)\"\\s*:\\s*\\[.*");
    private static final Pattern JSON_FEED = Pattern.compile("(?s)\\{.{0,2000}?jsonfeed\\.org/version.*");
    /** Agencies and feeds put markup and a status into their objects, unlike a line of plain words. */
    private static final Pattern JSON_OF_AGENCY =
            Pattern.compile("(?s)\\{.{0,4000}?\"(pubstatus|pubStatus|body_x?html|content_html|bodies)\"\\s*:.*");

    private static final Pattern TAG = Pattern.compile(
            "<(p|div|span|h[1-6]|br|a|b|i|em|strong|ul|ol|li|table|img|article|section|header|main|font|center|meta|title|link|script|style|body|head)[\\s>/]",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MAIL_FIELD = Pattern.compile(
            "(?i)(return-path|received|from|to|subject|date|message-id|mime-version|delivered-to|x-[a-z-]+|content-type|reply-to|authentication-results|dkim-signature|thread-topic|thread-index|cc|bcc|in-reply-to|references|user-agent|content-transfer-encoding|content-language|importance|organization|list-[a-z]+):.*");

    private static final int TAR_MAGIC = 257;

    private final String description;

    Format(String description) {
        this.description = description;
    }

    /** Returns what the file is, with its article, as in "This is a PDF document". */
    public String description() {
        return description;
    }

    /**
     * Returns the format of an input.
     *
     * @param start its first bytes, a few thousand if it has that many
     * @param name its name; only {@code .jsonl} and {@code .ndjson} count, so that a broken first line does not lose
     *     the others
     */
    public static Format detect(byte[] start, String name) {
        Optional<Format> archive = ofSignature(start);
        if (archive.isPresent()) {
            return archive.get();
        }
        if (Signature.of(start).isPresent()) {
            return OTHER;
        }
        String file = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        if (file.endsWith(".jsonl") || file.endsWith(".ndjson")) {
            return TextEncoding.detect(start).isPresent() ? JSON_LINES : OTHER;
        }
        return text(start).map(text -> ofText(text, file)).orElse(OTHER);
    }

    /** Returns what a file of the format {@link #OTHER} is, with its article. */
    public static String describe(byte[] start) {
        return named(start).orElse(OTHER.description);
    }

    /** Are these the first bytes of a known kind of file that holds no report? */
    static boolean isNamed(byte[] start) {
        return named(start).isPresent();
    }

    private static Optional<String> named(byte[] start) {
        return Signature.of(start)
                .map(Signature::description)
                .or(() -> text(start).flatMap(OtherText::of).map(OtherText::description));
    }

    private static Optional<String> text(byte[] start) {
        return TextEncoding.detect(start)
                .map(encoding -> encoding.decode(start, encoding.markLength(start), start.length)
                        .text());
    }

    /**
     * Are these first bytes inconclusive, being only blank space, comments or a prolog? Then more are
     * needed to recognise the format.
     */
    public static boolean isUndecided(byte[] start) {
        return text(start).map(text -> afterProlog(text) == text.length()).orElse(false);
    }

    /** Returns where blank space, comments, instructions and a document type end; the length if they do not end. */
    private static int afterProlog(String text) {
        int at = 0;
        while (at < text.length()) {
            int end;
            if (text.charAt(at) <= ' ' || text.charAt(at) == '\uFEFF') {
                end = at + 1;
            } else if (text.startsWith("<!--", at)) {
                end = after(text, "-->", at + 4);
            } else if (text.startsWith("<?", at)) {
                end = after(text, "?>", at);
            } else if (text.startsWith("<!", at)) {
                int subset = text.indexOf('[', at);
                int close = text.indexOf('>', at);
                end = subset >= 0 && (close < 0 || subset < close) ? after(text, "]>", subset) : after(text, ">", at);
            } else {
                return at;
            }
            at = end;
        }
        return at;
    }

    private static int after(String text, String close, int from) {
        int at = text.indexOf(close, from);
        return at < 0 ? text.length() : at + close.length();
    }

    private static Optional<Format> ofSignature(byte[] start) {
        String head = new String(start, 0, Math.min(start.length, 1024), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u001F\u008B")) {
            return Optional.of(GZIP);
        }
        if (head.startsWith("BZh") && head.length() > 4 && Character.isDigit(head.charAt(3)) && head.charAt(4) == '1') {
            return Optional.of(BZIP2);
        }
        if (head.startsWith("\u00FD7zXZ\0")) {
            return Optional.of(XZ);
        }
        if (head.startsWith("7z\u00BC\u00AF")) {
            return Optional.of(SEVEN_ZIP);
        }
        if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
            return Optional.of(ZIP);
        }
        if (head.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return Optional.of(COMPOUND);
        }
        int pdf = head.indexOf("%PDF-");
        if (pdf == 0 || (pdf > 0 && head.substring(0, pdf).isBlank())) {
            return Optional.of(PDF);
        }
        if (head.startsWith("{\\rtf")) {
            return Optional.of(RTF);
        }
        if (head.length() > TAR_MAGIC + 5 && head.startsWith("ustar", TAR_MAGIC)) {
            return Optional.of(TAR);
        }
        return head.startsWith("WARC/") ? Optional.of(WARC) : Optional.empty();
    }

    private static Format ofText(String text, String name) {
        String beginning = text.stripLeading();
        if (OtherText.ofStart(beginning).isPresent()) {
            return OTHER;
        }
        if (beginning.startsWith("<")) {
            return ofTags(beginning);
        }
        if (JSON_START.matcher(beginning).matches()) {
            boolean lines = JSON_LINE.matcher(beginning).matches()
                    && !JSON_FEED.matcher(beginning).matches()
                    && !JSON_OF_MANY.matcher(beginning).matches()
                    && !JSON_OF_AGENCY.matcher(beginning).matches();
            return lines ? JSON_LINES : JSON;
        }
        if (isMailbox(text)) {
            return MAILBOX;
        }
        if (isMail(beginning)) {
            return MAIL;
        }
        if (TableShape.of(text, name).isPresent()) {
            return TABLE;
        }
        if (isPageAfterWords(beginning)) {
            return HTML;
        }
        return OtherText.isCode(beginning) ? OTHER : TEXT;
    }

    private static Format ofTags(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String bare = lower.replaceAll("(?s)<!--.*?(-->|$)", " ");
        if (bare.isBlank() || bare.matches("(?s)\\s*(<!doctype html|<html).*")) {
            return HTML;
        }
        if (has(bare, "rss")
                || has(bare, "feed")
                || has(bare, "rdf:rdf")
                || has(bare, "channel")
                || bare.contains(":rss ")
                || bare.contains(":feed ")) {
            return FEED;
        }
        if (has(bare, "newsitem")
                || has(bare, "newsmessage")
                || has(bare, "packageitem")
                || has(bare, "newsml")
                || has(bare, "nitf")
                || has(bare, "conceptitem")
                || has(bare, "knowledgeitem")
                || has(bare, "catalogitem")
                || has(bare, "planningitem")) {
            return NEWSML;
        }
        if (has(bare, "opml")) {
            return OPML;
        }
        if (has(bare, "html") || has(bare, "head") || has(bare, "body")) {
            return HTML;
        }
        long tags = TAG.matcher(bare).results().limit(3).count();
        if (bare.startsWith("<?xml")) {
            return tags >= 3 && bare.contains("xhtml") ? HTML : XML;
        }
        if (tags > 0) {
            return HTML;
        }
        return bare.matches("(?s)\\s*<[a-z][\\w:.-]*(\\s[^<>]*)?>.*") ? XML : TEXT;
    }

    private static boolean has(String lower, String tag) {
        int at = lower.indexOf("<" + tag);
        while (at >= 0) {
            int end = at + 1 + tag.length();
            if (end < lower.length()
                    && (lower.charAt(end) <= ' ' || lower.charAt(end) == '>' || lower.charAt(end) == '/')) {
                return true;
            }
            at = lower.indexOf("<" + tag, end);
        }
        return false;
    }

    /** Some servers write a warning before the page. */
    private static boolean isPageAfterWords(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int at = lower.indexOf("<!doctype html");
        at = at < 0 ? lower.indexOf("<html") : at;
        return at >= 0 && (lower.indexOf("<head", at) >= 0 || lower.indexOf("<body", at) >= 0);
    }

    private static boolean isMailbox(String text) {
        if (!text.startsWith("From ")) {
            return false;
        }
        int end = text.indexOf('\n');
        return end > 0
                && text.substring(0, end).strip().matches("From \\S+.*\\d{1,2}:\\d\\d.*")
                && isMail(text.substring(end + 1));
    }

    /** At least two header lines, one of them specific to emails. */
    private static boolean isMail(String text) {
        int fields = 0;
        boolean sure = false;
        for (String line : (Iterable<String>) text.lines().limit(60)::iterator) {
            if (line.isBlank()) {
                break;
            }
            if (line.startsWith(" ") || line.startsWith("\t")) {
                continue;
            }
            if (!MAIL_FIELD.matcher(line).matches()) {
                if (!line.matches("[A-Za-z0-9-]{2,60}:.*")) {
                    return false;
                }
                continue;
            }
            fields++;
            String lower = line.toLowerCase(Locale.ROOT);
            sure |= lower.startsWith("received:")
                    || lower.startsWith("message-id:")
                    || lower.startsWith("mime-version:")
                    || lower.startsWith("return-path:")
                    || lower.startsWith("delivered-to:")
                    || lower.startsWith("from:")
                    || lower.startsWith("subject:");
        }
        return sure && fields >= 2;
    }
}
