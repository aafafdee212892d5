package dev.tranche.ingest.mail;

import dev.tranche.ingest.BlockText;
import dev.tranche.ingest.Content;
import dev.tranche.ingest.Ingest;
import dev.tranche.ingest.Sink;
import dev.tranche.ingest.Source;
import dev.tranche.ingest.page.Page;
import dev.tranche.ingest.page.PageSource;
import dev.tranche.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads an email message: its text as one report, each attachment as a separate input. */
public final class MailSource implements Source {

    private static final int LONGEST_NOTICE = 200;

    @Override
    public void read(Content content, Sink sink) throws IOException {
        Optional<byte[]> bytes = content.all();
        if (bytes.isEmpty()) {
            sink.refuse(
                    content.name(),
                    ProblemCode.TOO_LARGE,
                    "An email may be up to 64 MiB, and this one is larger; not read.");
            return;
        }
        read(content, content.name(), content.baseName(), bytes.get(), sink);
    }

    static void read(Content content, String place, String fallback, byte[] bytes, Sink sink) throws IOException {
        Mail mail = Mail.parse(bytes);
        if (mail.isSavedPage()) {
            // The other parts are its pictures and style sheets, and the date is when it was saved.
            Optional<String> address = Optional.of(mail.address()).filter(each -> each.startsWith("http"));
            byte[] html = mail.html().getBytes(StandardCharsets.UTF_8);
            PageSource.read(place, fallback, content.at(address, Optional.of("utf-8")), html, sink);
            return;
        }
        report(mail, place, fallback, sink);
        for (Mail.Attachment attachment : mail.attachments()) {
            Ingest.read(attached(content, attachment.name(), attachment.bytes()), sink);
        }
        for (String note : mail.notes()) {
            sink.refuse(
                    place + "!/" + note,
                    ProblemCode.NOT_READ,
                    "This is a mail server's report of a delivery; not read.");
        }
        if (mail.left() > 0) {
            sink.refuse(
                    place,
                    ProblemCode.TOO_MANY,
                    "An email may have up to " + Mail.MOST_PARTS + " parts; " + mail.left() + " more are not read.");
        }
    }

    /** Returns a file that came with a message: whoever sent it, nobody vouches for it. */
    public static Content attached(Content content, String name, byte[] bytes) {
        return content.inside(name, new ByteArrayInputStream(bytes)).from(new Content.Sender.Anybody());
    }

    /**
     * Adds a text of a message: as plain text where it has that, unless it is only a note that the message is in HTML.
     */
    private static void add(Mail.Body body, BlockText text) {
        if (body.text().isBlank() || isNotice(body)) {
            Page.addFragment(body.html(), text);
        } else {
            text.addText(body.text());
        }
    }

    private static boolean isNotice(Mail.Body body) {
        if (body.text().length() >= LONGEST_NOTICE) {
            return false;
        }
        BlockText marked = new BlockText();
        Page.addFragment(body.html(), marked);
        return marked.length() > 2 * body.text().length();
    }

    /** Passes on the text of a message. */
    public static void report(Mail mail, String place, String fallback, Sink sink) {
        BlockText text = new BlockText();
        mail.bodies().forEach(body -> add(body, text));
        if (text.length() == 0 && mail.subject().isBlank()) {
            if (mail.attachments().isEmpty()) {
                sink.refuse(place, ProblemCode.EMPTY, "The email has neither subject nor text; skipped.");
            }
            return;
        }
        String id = mail.id().isBlank() ? fallback : mail.id();
        sink.report(
                place,
                text.document(Content.id(id), mail.subject(), Optional.empty(), Optional.empty(), Optional.empty())
                        .with(
                                Optional.of(mail.sender()).filter(sender -> !sender.isBlank()),
                                Optional.empty(),
                                Optional.of(mail.date()).filter(date -> !date.isBlank()),
                                Optional.empty()));
    }
}
