package dev.tranche.ingest.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Unpacks the body of a response in a web archive; crawls often store it already unpacked, under the original header.
 */
final class WarcCodings {

    private WarcCodings() {}

    /**
     * Returns the body, truncated to a length.
     *
     * @param body the body as it was sent
     * @param codings the values of {@code Content-Encoding}
     * @param most the most bytes returned
     * @return empty if it is packed in a way that cannot be unpacked here, or is damaged
     */
    static Optional<byte[]> unpack(byte[] body, List<String> codings, int most) {
        String coding = String.join(",", codings).strip().toLowerCase(Locale.ROOT);
        if (coding.isEmpty() || coding.equals("identity") || coding.equals("none") || isMarkup(body)) {
            return Optional.of(body);
        }
        try {
            return switch (coding) {
                case "gzip", "x-gzip" -> Optional.of(read(new GZIPInputStream(new ByteArrayInputStream(body)), most));
                case "deflate" -> Optional.of(inflated(body, most));
                default -> Optional.empty();
            };
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    /** The first character of packed bytes is never an angle bracket. */
    private static boolean isMarkup(byte[] body) {
        int at = 0;
        while (at < body.length && body[at] >= 0 && body[at] <= ' ') {
            at++;
        }
        return at < body.length && (body[at] == '<' || body[at] == '{' || body[at] == '[');
    }

    /** Some servers omit the header required by the standard. */
    private static byte[] inflated(byte[] body, int most) throws IOException {
        try {
            return read(new InflaterInputStream(new ByteArrayInputStream(body)), most);
        } catch (IOException headless) {
            Inflater raw = new Inflater(true);
            try {
                return read(new InflaterInputStream(new ByteArrayInputStream(body), raw), most);
            } finally {
                raw.end();
            }
        }
    }

    private static byte[] read(InputStream unpacked, int most) throws IOException {
        try (unpacked) {
            return unpacked.readNBytes(most);
        }
    }
}
