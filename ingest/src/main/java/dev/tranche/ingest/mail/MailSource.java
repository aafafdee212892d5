package dev.tranche.ingest.mail;

import dev.tranche.ingest.BlockText;
import dev.tranche.ingest.Content;
import dev.tranche.ingest.Ingest;
import dev.tranche.ingest.Sink;
import dev.tranche.ingest.Source;
import dev.tranche.ingest.page.Page;
import dev.tranche.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

/** Reads an email message: its text as one report, each attachment as an input of its own. */
public final class MailSource implements Source {

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
        report(mail, place, fallback, sink);
        for (Mail.Attachment attachment : mail.attachments()) {
            Ingest.read(content.inside(attachment.name(), new ByteArrayInputStream(attachment.bytes())), sink);
        }
        if (mail.left() > 0) {
            sink.refuse(
                    place,
                    ProblemCode.TOO_MANY,
                    "An email may have up to " + Mail.MOST_PARTS + " parts; " + mail.left() + " more are not read.");
        }
    }

    /** Passes on the text of a message. */
    public static void report(Mail mail, String place, String fallback, Sink sink) {
        BlockText text = new BlockText();
        if (!mail.text().isBlank()) {
            text.addText(mail.text());
        } else {
            Page.addFragment(mail.html(), text);
        }
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
