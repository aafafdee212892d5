package dev.tranche.crawl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Builds the records of a web archive, each a gzip member of its own, as crawlers write them. */
final class WarcFile {

    private static final byte[] GZIP_HEAD = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, (byte) 255};
    private static final String END = "\r\n";

    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private final byte[] buffer = new byte[1 << 16];

    /** Returns the record that describes the crawl. */
    byte[] info(String file) {
        byte[] block = ("software: a generator of test crawls" + END + "format: WARC File Format 1.0" + END)
                .getBytes(StandardCharsets.UTF_8);
        return member(record("warcinfo", "WARC-Filename: " + file + END, "application/warc-fields", "w" + file, block));
    }

    /** Returns the record of a page that a server sent. */
    byte[] response(String address, String status, String type, byte[] body) {
        return member(plainResponse(address, status, type, body));
    }

    /** Returns the same record before it is compressed. */
    byte[] plainResponse(String address, String status, String type, byte[] body) {
        String head = "HTTP/1.1 " + status + END + "Content-Type: " + type + END + "Server: nginx" + END
                + "X-Crawler-Content-Encoding: gzip" + END + "Content-Length: " + body.length + END + END;
        ByteArrayOutputStream block = new ByteArrayOutputStream(body.length + 200);
        block.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        block.writeBytes(body);
        return record(
                "response",
                "WARC-Target-URI: " + address + END,
                "application/http; msgtype=response",
                address,
                block.toByteArray());
    }

    private static byte[] record(String type, String own, String contentType, String name, byte[] block) {
        String head = "WARC/1.0" + END + "WARC-Type: " + type + END + "WARC-Date: 2023-05-03T10:00:00Z" + END
                + "WARC-Record-ID: <urn:x-generated:" + Integer.toHexString(name.hashCode()) + ">" + END + own
                + "Content-Type: " + contentType + END + "Content-Length: " + block.length + END + END;
        ByteArrayOutputStream record = new ByteArrayOutputStream(block.length + 400);
        record.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        record.writeBytes(block);
        record.writeBytes((END + END).getBytes(StandardCharsets.UTF_8));
        return record.toByteArray();
    }

    /** Returns bytes as one gzip member, the same on every machine. */
    byte[] member(byte[] plain) {
        ByteArrayOutputStream member = new ByteArrayOutputStream(plain.length / 4 + 64);
        member.writeBytes(GZIP_HEAD);
        deflater.reset();
        deflater.setInput(plain);
        deflater.finish();
        while (!deflater.finished()) {
            member.write(buffer, 0, deflater.deflate(buffer));
        }
        CRC32 check = new CRC32();
        check.update(plain);
        try {
            number(member, check.getValue());
            number(member, plain.length);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return member.toByteArray();
    }

    private static void number(OutputStream out, long value) throws IOException {
        for (int i = 0; i < Integer.BYTES; i++) {
            out.write((int) (value >>> i * Byte.SIZE));
        }
    }
}
