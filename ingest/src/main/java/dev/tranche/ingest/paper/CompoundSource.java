package dev.tranche.ingest.paper;

import dev.tranche.ingest.BlockText;
import dev.tranche.ingest.Content;
import dev.tranche.ingest.Ingest;
import dev.tranche.ingest.Sink;
import dev.tranche.ingest.Source;
import dev.tranche.ingest.mail.MailSource;
import dev.tranche.ingest.page.Page;
import dev.tranche.ingest.page.PageEncoding;
import dev.tranche.problem.ProblemCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads an Outlook message; names and refuses old office documents and encrypted ones. */
public final class CompoundSource implements Source {

    private static final String PROPERTY = "__substg1.0_";
    private static final int MOST_ATTACHMENTS = 1000;

    /** The property in which an attachment holds a message. */
    private static final String MESSAGE = "3701000D/";

    /** The bytes before the first of the fixed properties. */
    private static final int HEAD = 32;

    private static final int HEAD_OF_ATTACHED = 24;

    /** Times are counted in tenths of a microsecond from 1601. */
    private static final long EPOCH = 116_444_736_000_000_000L;

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    @Override
    public void read(Content content, Sink sink) throws IOException {
        Optional<byte[]> bytes = content.all();
        if (bytes.isEmpty()) {
            sink.refuse(
                    content.name(),
                    ProblemCode.TOO_LARGE,
                    "This is an old office document larger than 64 MiB; not read.");
            return;
        }
        Map<String, byte[]> streams = CompoundFile.streams(bytes.get());
        if (streams.keySet().stream().anyMatch(name -> name.startsWith(PROPERTY) || name.startsWith("__properties"))) {
            mail(content, streams, "", sink);
            return;
        }
        sink.refuse(content.name(), ProblemCode.NOT_READ, "This is " + kind(streams) + "; not read.");
    }

    private static String kind(Map<String, byte[]> streams) {
        if (streams.containsKey("EncryptedPackage")) {
            return "an encrypted office document";
        }
        if (streams.containsKey("WordDocument")) {
            return "a Word document in the format from before 2007 (.doc); save it as .docx";
        }
        if (streams.containsKey("Workbook") || streams.containsKey("Book")) {
            return "an Excel workbook in the format from before 2007 (.xls); save it as .xlsx or .csv";
        }
        return streams.containsKey("PowerPoint Document") ? "a PowerPoint presentation" : "an old office document";
    }

    /**
     * Reads a message.
     *
     * @param folder where its streams are: empty for the message that the file is, else the folder of one attached to it
     */
    private static void mail(Content content, Map<String, byte[]> streams, String folder, Sink sink) {
        BlockText text = body(streams, folder);
        String subject = text(streams, folder, "0037");
        if (text.length() > 0 || !subject.isBlank()) {
            String id = text(streams, folder, "1035").replaceAll("[<>\\s]", "");
            String sender = text(streams, folder, "0C1A");
            sink.report(
                    content.name(),
                    text.document(
                                    id.isBlank() ? content.baseName() : Content.id(id),
                                    subject,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty())
                            .with(
                                    Optional.of(sender).filter(name -> !name.isBlank()),
                                    Optional.empty(),
                                    sent(streams, folder),
                                    Optional.empty()));
        } else {
            sink.refuse(content.name(), ProblemCode.EMPTY, "The email has neither subject nor text; skipped.");
        }
        SortedSet<String> attachments = new TreeSet<>();
        streams.keySet().stream()
                .filter(name -> name.startsWith(folder + "__attach_"))
                .filter(name -> name.indexOf('/', folder.length()) > 0)
                .limit(20L * MOST_ATTACHMENTS)
                .forEach(name -> attachments.add(name.substring(0, name.indexOf('/', folder.length()) + 1)));
        attachments.forEach(attachment -> attachment(content, streams, attachment, sink));
    }

    private static BlockText body(Map<String, byte[]> streams, String folder) {
        BlockText text = new BlockText();
        String plain = text(streams, folder, "1000");
        if (!plain.isBlank()) {
            text.addText(plain);
            return text;
        }
        String html = text(streams, folder, "1013");
        byte[] coded = streams.getOrDefault(folder + PROPERTY + "10130102", new byte[0]);
        Page.addFragment(html.isBlank() ? PageEncoding.decode(coded, Optional.empty()) : html, text);
        return text;
    }

    /** Reads an attached file, or a message that was attached as one. */
    private static void attachment(Content content, Map<String, byte[]> streams, String folder, Sink sink) {
        byte[] file = streams.get(folder + PROPERTY + "37010102");
        String message = folder + PROPERTY + MESSAGE;
        boolean isMessage = streams.keySet().stream().anyMatch(name -> name.startsWith(message));
        if (file == null && !isMessage) {
            return;
        }
        String name = Stream.of("3707", "3704", "3001")
                .map(property -> text(streams, folder, property))
                .filter(each -> !each.isBlank())
                .findFirst()
                .orElse("attachment")
                .replaceAll("[\\p{Cntrl}\\p{Cs}/\\\\]", "_");
        Content inner = MailSource.attached(content, name, file == null ? new byte[0] : file);
        if (file != null) {
            Ingest.read(inner, sink);
        } else if (inner.depth() > Ingest.DEEPEST) {
            sink.refuse(
                    inner.name(),
                    ProblemCode.TOO_LARGE,
                    "It is nested in more than " + Ingest.DEEPEST + " archives or emails; not read.");
        } else {
            mail(inner, streams, message, sink);
        }
    }

    private static String text(Map<String, byte[]> streams, String folder, String property) {
        byte[] wide = streams.get(folder + PROPERTY + property + "001F");
        if (wide != null) {
            return new String(wide, StandardCharsets.UTF_16LE).replace("\0", "");
        }
        byte[] narrow = streams.get(folder + PROPERTY + property + "001E");
        return narrow == null ? "" : new String(narrow, WINDOWS_1252).replace("\0", "");
    }

    /** The time at which the mail was sent, else delivered, from the list of fixed properties. */
    private static Optional<String> sent(Map<String, byte[]> streams, String folder) {
        byte[] list = streams.getOrDefault(folder + "__properties_version1.0", new byte[0]);
        ByteBuffer buffer = ByteBuffer.wrap(list).order(ByteOrder.LITTLE_ENDIAN);
        Optional<String> found = Optional.empty();
        for (int at = folder.isEmpty() ? HEAD : HEAD_OF_ATTACHED; at + 16 <= list.length; at += 16) {
            int tag = buffer.getInt(at);
            if (tag == 0x00390040 || (tag == 0x0E060040 && found.isEmpty())) {
                long ticks = buffer.getLong(at + 8);
                Instant time = Instant.ofEpochSecond((ticks - EPOCH) / 10_000_000);
                found = Optional.of(time.atOffset(ZoneOffset.UTC).toString());
            }
        }
        return found;
    }
}
