package dev.tranche.ingest.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * An email message, decoded.
 *
 * @param id its Message-ID without brackets, possibly empty
 * @param subject its subject, possibly empty
 * @param sender the name of its sender, else the address
 * @param date its date as written, possibly empty
 * @param bodies its texts in order; most messages have one
 * @param attachments attached files
 * @param notes names of parts in which mail servers report on a delivery
 * @param left number of parts left out beyond the limit
 * @param address the address of the page if saved in this form by a browser, possibly empty
 */
public record Mail(
        String id,
        String subject,
        String sender,
        String date,
        List<Body> bodies,
        List<Attachment> attachments,
        List<String> notes,
        int left,
        String address) {

    /** The most parts of one message that are read. */
    public static final int MOST_PARTS = 1000;

    /** Parts by which mail servers report on a delivery, and of whose message they repeat the header. */
    private static final Set<String> OF_SERVERS = Set.of(
            "message/delivery-status",
            "message/global-delivery-status",
            "message/disposition-notification",
            "text/rfc822-headers");

    private static final int LONGEST_HEADER = 1 << 20;
    private static final Pattern NAMED = Pattern.compile("^\\s*\"?([^\"<]*?)\"?\\s*<([^>]*)>.*", Pattern.DOTALL);
    private static final Pattern FILE_NAME =
            Pattern.compile("(?i)(?:file)?name\\*?\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]+))");

    private static final Pattern CODED_NAME = Pattern.compile("([A-Za-z0-9-]+)'[A-Za-z-]*'(.*)");

    /** Copies the list. */
    public Mail {
        bodies = List.copyOf(bodies);
        attachments = List.copyOf(attachments);
        notes = List.copyOf(notes);
    }

    /**
     * A text of a message, in one form or in two between which a reader chooses.
     *
     * @param text its plain text, possibly empty
     * @param html the same as HTML, possibly empty
     */
    public record Body(String text, String html) {}

    /**
     * A file attached to a message.
     *
     * @param name its name without folders
     * @param bytes its content, decoded
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Attachment(String name, byte[] bytes) {}

    /** Is this a web page that a browser saved with its pictures, rather than a message? */
    boolean isSavedPage() {
        return sender.startsWith("Saved by ") && !html().isBlank();
    }

    /** Returns all that is in HTML. */
    String html() {
        return bodies.stream().map(Body::html).filter(html -> !html.isBlank()).collect(Collectors.joining("\n\n"));
    }

    /** Reads an email; a broken part ends the reading, and what came before it is kept. */
    public static Mail parse(byte[] bytes) throws IOException {
        Parsing parsing = new Parsing();
        MimeConfig limits = new MimeConfig.Builder()
                .setMaxHeaderLen(LONGEST_HEADER)
                .setMaxHeaderCount(10_000)
                .setMaxLineLen(-1)
                .setMaxContentLen(-1)
                .build();
        MimeTokenStream tokens = new MimeTokenStream(limits);
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(new ByteArrayInputStream(bytes));
        try {
            parsing.run(tokens);
        } catch (MimeException broken) {
            return parsing.mail();
        }
        return parsing.mail();
    }

    private static final class Parsing {
        private String id = "";
        private String subject = "";
        private String sender = "";
        private String date = "";
        private String address = "";
        private final List<Body> bodies = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder html = new StringBuilder();
        private final List<Attachment> attachments = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final Deque<String> kinds = new ArrayDeque<>();
        private String fileName = "";
        private String disposition = "";
        private int parts;
        private int left;
        private boolean inPart;

        void run(MimeTokenStream tokens) throws IOException, MimeException {
            for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
                switch (state) {
                    case T_START_HEADER -> {
                        fileName = "";
                        disposition = "";
                    }
                    case T_START_BODYPART -> inPart = true;
                    case T_FIELD -> field(tokens.getField());
                    case T_START_MULTIPART ->
                        kinds.push(String.valueOf(tokens.getBodyDescriptor().getMimeType())
                                .toLowerCase(Locale.ROOT));
                    case T_END_MULTIPART -> {
                        kinds.poll();
                        if (!isChoice()) {
                            endBody();
                        }
                    }
                    case T_BODY -> body(tokens);
                    default -> {}
                }
            }
        }

        private void field(Field field) {
            String name = field.getName().toLowerCase(Locale.ROOT);
            String value = String.valueOf(field.getBody())
                    .replaceAll("[\\r\\n]+[ \\t]*", " ")
                    .strip();
            switch (name) {
                case "content-disposition" -> {
                    disposition = value.toLowerCase(Locale.ROOT);
                    fileName = nameIn(value, fileName);
                }
                case "content-type" -> fileName = nameIn(value, fileName);
                case "subject" -> subject = inPart ? subject : decoded(value);
                case "from" -> sender = inPart ? sender : sender(decoded(value));
                case "date" -> date = inPart ? date : value;
                case "snapshot-content-location" -> address = value;
                case "content-location" -> address = address.isEmpty() ? value : address;
                case "message-id" -> id = inPart ? id : value.replaceAll("[<>\\s]", "");
                default -> {}
            }
        }

        private static String nameIn(String value, String otherwise) {
            Matcher matcher = FILE_NAME.matcher(value);
            if (!matcher.find()) {
                return otherwise;
            }
            String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            Matcher coded = CODED_NAME.matcher(name);
            return coded.matches() ? percentDecoded(coded.group(2), coded.group(1)) : decoded(name);
        }

        /** RFC 2231: {@code UTF-8''na%C3%AFve.txt}. */
        private static String percentDecoded(String name, String charset) {
            try {
                return URLDecoder.decode(name.replace("+", "%2B"), Charset.forName(charset));
            } catch (IllegalArgumentException wrong) {
                return name;
            }
        }

        private void body(MimeTokenStream tokens) throws IOException {
            BodyDescriptor described = tokens.getBodyDescriptor();
            String type = String.valueOf(described.getMimeType()).toLowerCase(Locale.ROOT);
            if (++parts > MOST_PARTS) {
                left++;
                return;
            }
            boolean attached = disposition.startsWith("attachment");
            InputStream decoded = tokens.getDecodedInputStream();
            byte[] bytes = decoded.readAllBytes();
            if (OF_SERVERS.contains(type)) {
                notes.add(name(type));
            } else if (!attached && type.equals("text/plain") && fileName.isEmpty()) {
                append(text, decode(bytes, described.getCharset()));
            } else if (!attached && type.equals("text/html") && fileName.isEmpty()) {
                append(html, decode(bytes, described.getCharset()));
            } else if (bytes.length > 0) {
                attachments.add(new Attachment(name(type), bytes));
            }
            if (!isChoice()) {
                endBody();
            }
        }

        /** Are the parts here forms of one text? Elsewhere each is a text of its own. */
        private boolean isChoice() {
            return kinds.contains("multipart/alternative");
        }

        private void endBody() {
            if (!text.isEmpty() || !html.isEmpty()) {
                bodies.add(new Body(text.toString(), html.toString()));
                text.setLength(0);
                html.setLength(0);
            }
        }

        private String name(String type) {
            String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
            String bare = last.replaceAll("[\\p{Cntrl}\\p{Cs}]", "_").strip();
            return bare.isEmpty() ? "part-" + parts + "-" + type.replaceAll("[^a-z0-9.+-]", "-") : bare;
        }

        private static void append(StringBuilder all, String more) {
            if (!more.isBlank()) {
                all.append(all.isEmpty() ? "" : "\n\n").append(more);
            }
        }

        Mail mail() {
            endBody();
            return new Mail(id, subject, sender, date, bodies, attachments, notes, left, address);
        }
    }

    static String sender(String from) {
        Matcher matcher = NAMED.matcher(from);
        if (matcher.matches()) {
            return matcher.group(1).isBlank()
                    ? matcher.group(2)
                    : matcher.group(1).strip();
        }
        return from;
    }

    private static String decoded(String value) {
        return value.contains("=?")
                ? DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT, StandardCharsets.UTF_8)
                : value;
    }

    private static String decode(byte[] bytes, String named) {
        Charset charset = StandardCharsets.UTF_8;
        try {
            charset = named == null || named.equalsIgnoreCase("us-ascii") ? charset : Charset.forName(named);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            charset = StandardCharsets.UTF_8;
        }
        String text = new String(bytes, charset);
        return text.indexOf('\uFFFD') >= 0 && charset.equals(StandardCharsets.UTF_8)
                ? new String(bytes, Charset.forName("windows-1252"))
                : text;
    }
}
