package dev.tranche.ingest.mail;

import dev.tranche.ingest.Content;
import dev.tranche.ingest.Sink;
import dev.tranche.ingest.Source;
import dev.tranche.problem.ProblemCode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads a mailbox file (mbox), one message at a time. */
public final class MailboxSource implements Source {

    private static final byte[] START = "From ".getBytes(StandardCharsets.US_ASCII);

    @Override
    public void read(Content content, Sink sink) throws IOException {
        InputStream bytes = new BufferedInputStream(content.bytes(), 1 << 16);
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int number = 0;
        boolean blank = true;
        boolean tooLarge = false;
        for (int b = bytes.read(); ; b = bytes.read()) {
            if (b >= 0) {
                line.write(b);
            }
            if (b >= 0 && b != '\n' && line.size() < Content.MOST_BYTES) {
                continue;
            }
            byte[] whole = line.toByteArray();
            line.reset();
            boolean start = blank && starts(whole);
            if ((start || b < 0) && (mail.size() > 0 || tooLarge || b < 0)) {
                if (b < 0 && !start) {
                    mail.writeBytes(unquoted(whole));
                }
                if (mail.size() > 0 || tooLarge) {
                    number++;
                    one(content, number, mail.toByteArray(), tooLarge, sink);
                }
                mail.reset();
                tooLarge = false;
            } else if (!start) {
                tooLarge |= mail.size() + whole.length > Content.MOST_BYTES;
                if (!tooLarge) {
                    mail.writeBytes(unquoted(whole));
                }
            }
            blank = whole.length <= 2 && new String(whole, StandardCharsets.US_ASCII).isBlank();
            if (b < 0) {
                return;
            }
        }
    }

    private static void one(Content content, int number, byte[] mail, boolean tooLarge, Sink sink) throws IOException {
        String place = content.name() + ":" + number;
        if (tooLarge) {
            sink.refuse(place, ProblemCode.TOO_LARGE, "An email may be up to 64 MiB, and this one is larger; skipped.");
            return;
        }
        MailSource.read(content, place, content.baseName() + ":" + number, mail, sink);
    }

    private static boolean starts(byte[] line) {
        for (int i = 0; i < START.length; i++) {
            if (line.length <= i || line[i] != START[i]) {
                return false;
            }
        }
        return true;
    }

    /** A line in a message that looks like the start of the next one is prefixed with an angle bracket. */
    private static byte[] unquoted(byte[] line) {
        boolean quoted = line.length > START.length
                && line[0] == '>'
                && line[1] == 'F'
                && line[2] == 'r'
                && line[3] == 'o'
                && line[4] == 'm'
                && line[5] == ' ';
        if (!quoted) {
            return line;
        }
        byte[] bare = new byte[line.length - 1];
        System.arraycopy(line, 1, bare, 0, bare.length);
        return bare;
    }
}
