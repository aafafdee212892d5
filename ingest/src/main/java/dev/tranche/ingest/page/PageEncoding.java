package dev.tranche.ingest.page;

import dev.tranche.source.WideText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes the bytes of a page or XML file: by its byte order mark, its sender or its own declaration, else as UTF-8,
 * else as Windows-1252. UTF-16 without a mark is recognised by its zero bytes.
 */
public final class PageEncoding {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int SNIFFED_BYTES = 4096;
    private static final Pattern NAMED =
            Pattern.compile("(?:charset|encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]{2,40})", Pattern.CASE_INSENSITIVE);

    private PageEncoding() {}

    /**
     * Decodes a page.
     *
     * @param sent the encoding that its sender named, if any
     */
    public static String decode(byte[] bytes, Optional<String> sent) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        Optional<Charset> wide = WideText.encoding(bytes);
        if (wide.isPresent()) {
            return new String(bytes, wide.get());
        }
        Optional<Charset> named = sent.flatMap(PageEncoding::find).or(() -> sniff(bytes));
        if (named.isPresent() && !named.get().equals(StandardCharsets.UTF_8)) {
            return new String(bytes, named.get());
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') < 0 || mostlyWide(text)) {
            return text;
        }
        return strict(bytes).orElseGet(() -> new String(bytes, WINDOWS_1252));
    }

    /** A few bytes that are not UTF-8 among many that are do not make a page Windows-1252. */
    private static boolean mostlyWide(String text) {
        int wide = 0;
        int replaced = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\uFFFD') {
                replaced++;
            } else if (c > 0x7F) {
                wide++;
            }
        }
        return wide >= replaced;
    }

    private static Optional<String> strict(byte[] bytes) {
        try {
            CharBuffer text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return Optional.of(text.toString());
        } catch (CharacterCodingException wrong) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> sniff(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, SNIFFED_BYTES), StandardCharsets.ISO_8859_1);
        Matcher matcher = NAMED.matcher(start);
        while (matcher.find()) {
            Optional<Charset> found = find(matcher.group(1));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** A page that can be read as ASCII is not UTF-16, whatever it declares; Latin-1 on the web means Windows-1252. */
    private static Optional<Charset> find(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        if (lower.startsWith("utf-16") || lower.startsWith("utf16")) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (lower.equals("iso-8859-1") || lower.equals("latin1") || lower.equals("us-ascii") || lower.equals("ascii")) {
            return Optional.of(WINDOWS_1252);
        }
        try {
            return Charset.isSupported(lower) ? Optional.of(Charset.forName(lower)) : Optional.empty();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    private static boolean starts(byte[] bytes, int... wanted) {
        if (bytes.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((bytes[i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
