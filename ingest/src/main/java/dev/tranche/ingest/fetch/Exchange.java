package dev.tranche.ingest.fetch;

import dev.tranche.ingest.Guard;
import dev.tranche.ingest.fetch.FetchException.Reason;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One HTTP/1.1 request to a known address, and its response.
 *
 * <p>The client of the JDK looks hosts up itself; this one connects where it is told to, and counts bytes and time.
 */
final class Exchange {

    /** How this program identifies itself to servers. */
    static final String AGENT = "Tranche/0.1 (reads news reports about assistance between governments)";

    private static final int MOST_HEADER_BYTES = 1 << 16;
    private static final int LONGEST_CONNECT_MILLIS = 15_000;

    private final Socket socket;
    private final InputStream in;
    private final long end;

    private Exchange(Socket socket, long end) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
        this.end = end;
    }

    /**
     * A response as it arrived, with its body unpacked.
     *
     * @param status the status
     * @param headers the headers by their names in lower case
     * @param body what was sent
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Raw(int status, Map<String, List<String>> headers, byte[] body) {
        Optional<String> header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst();
        }
    }

    static Raw get(URI uri, String host, InetAddress address, Map<String, String> headers, int mostBytes, long end)
            throws IOException {
        boolean secure = uri.getScheme().equalsIgnoreCase("https");
        int port = uri.getPort() > 0 ? uri.getPort() : secure ? 443 : 80;
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(address, port), Math.min(LONGEST_CONNECT_MILLIS, left(end, uri)));
            plain.setSoTimeout(left(end, uri));
            Socket socket = secure ? secured(plain, host, port) : plain;
            Exchange exchange = new Exchange(socket, end);
            exchange.ask(uri, host, headers);
            return exchange.answer(uri, mostBytes);
        } catch (SocketTimeoutException slow) {
            throw new FetchException(Reason.LIMIT, uri + ": the server is too slow");
        }
    }

    private static Socket secured(Socket plain, String host, int port) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket secure = (SSLSocket) factory.createSocket(plain, host, port, true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    private static int left(long end, URI uri) throws FetchException {
        long millis = (end - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new FetchException(Reason.LIMIT, uri + ": the server is too slow");
        }
        return (int) Math.min(millis, Integer.MAX_VALUE);
    }

    private void ask(URI uri, String host, Map<String, String> headers) throws IOException {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        StringBuilder request = new StringBuilder();
        request.append("GET ").append(ascii(path + query)).append(" HTTP/1.1\r\n");
        request.append("Host: ")
                .append(host)
                .append(uri.getPort() > 0 ? ":" + uri.getPort() : "")
                .append("\r\n");
        request.append("User-Agent: ").append(AGENT).append("\r\n");
        request.append("Accept: text/html, application/xhtml+xml, application/rss+xml, application/atom+xml,"
                + " application/feed+json, application/xml;q=0.9, */*;q=0.5\r\n");
        request.append("Accept-Encoding: gzip\r\nConnection: close\r\n");
        headers.forEach((name, value) -> request.append(name)
                .append(": ")
                .append(value.replaceAll("[\\r\\n]", " "))
                .append("\r\n"));
        request.append("\r\n");
        socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Letters beyond ASCII in a path are sent as the bytes of UTF-8. */
    private static String ascii(String path) {
        StringBuilder ascii = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            if (b > ' ' && b < 0x7F) {
                ascii.append((char) b);
            } else {
                ascii.append('%')
                        .append(Character.toUpperCase(Character.forDigit(b >> 4 & 15, 16)))
                        .append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
            }
        }
        return ascii.toString();
    }

    private Raw answer(URI uri, int mostBytes) throws IOException {
        int[] budget = {MOST_HEADER_BYTES};
        String first = line(budget, uri);
        while (first.matches("HTTP/1\\.[01] 1\\d\\d.*")) {
            headers(budget, uri);
            first = line(budget, uri);
        }
        if (!first.matches("HTTP/1\\.[01] \\d{3}.*")) {
            throw new FetchException(Reason.FAILED, uri + ": the server does not speak HTTP/1.1");
        }
        int status = Integer.parseInt(first.substring(9, 12));
        Map<String, List<String>> headers = headers(budget, uri);
        boolean empty = status == 204 || status == 304;
        byte[] body = empty ? new byte[0] : body(headers, uri, mostBytes);
        return new Raw(status, headers, unpacked(headers, body, uri, mostBytes));
    }

    private Map<String, List<String>> headers(int[] budget, URI uri) throws IOException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String line = line(budget, uri); !line.isEmpty(); line = line(budget, uri)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.computeIfAbsent(
                                line.substring(0, colon).strip().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                        .add(line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private String line(int[] budget, URI uri) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = read(uri); b != '\n'; b = read(uri)) {
            if (b < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (--budget[0] < 0) {
                throw new FetchException(Reason.LIMIT, uri + ": the server sends endless headers");
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private int read(URI uri) throws IOException {
        socket.setSoTimeout(left(end, uri));
        return in.read();
    }

    private byte[] body(Map<String, List<String>> headers, URI uri, int mostBytes) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        List<String> coding = headers.getOrDefault("transfer-encoding", List.of());
        if (coding.stream().anyMatch(each -> each.toLowerCase(Locale.ROOT).contains("chunked"))) {
            int[] budget = {MOST_HEADER_BYTES << 4};
            while (true) {
                String size = line(budget, uri).split(";", 2)[0].strip();
                int length;
                try {
                    length = Integer.parseInt(size, 16);
                } catch (NumberFormatException wrong) {
                    throw new FetchException(Reason.FAILED, uri + ": the server closed the connection too early");
                }
                if (length == 0) {
                    return body.toByteArray();
                }
                take(body, length, uri, mostBytes);
                line(budget, uri);
            }
        }
        long length = Long.MAX_VALUE;
        for (String each : headers.getOrDefault("content-length", List.of())) {
            if (each.matches("\\d{1,18}")) {
                length = Long.parseLong(each);
            }
        }
        if (length != Long.MAX_VALUE && length > mostBytes) {
            throw tooLarge(uri, mostBytes);
        }
        take(body, length, uri, mostBytes);
        if (length != Long.MAX_VALUE && body.size() < length) {
            throw new FetchException(Reason.FAILED, uri + ": the server closed the connection too early");
        }
        return body.toByteArray();
    }

    private void take(ByteArrayOutputStream body, long length, URI uri, int mostBytes) throws IOException {
        byte[] chunk = new byte[1 << 14];
        long left = length;
        while (left > 0) {
            socket.setSoTimeout(left(end, uri));
            int count = in.read(chunk, 0, (int) Math.min(chunk.length, left));
            if (count < 0) {
                return;
            }
            body.write(chunk, 0, count);
            left -= count;
            if (body.size() > mostBytes) {
                throw tooLarge(uri, mostBytes);
            }
        }
    }

    private static FetchException tooLarge(URI uri, int mostBytes) {
        return new FetchException(Reason.LIMIT, uri + ": the answer is larger than " + (mostBytes >> 20) + " MiB");
    }

    private static byte[] unpacked(Map<String, List<String>> headers, byte[] body, URI uri, int mostBytes)
            throws IOException {
        String coding =
                headers.getOrDefault("content-encoding", List.of("")).getFirst().toLowerCase(Locale.ROOT);
        boolean gzip = coding.contains("gzip");
        if (body.length == 0 || (!gzip && !coding.equals("deflate"))) {
            return body;
        }
        Guard guard = Guard.over(new ByteArrayInputStream(body));
        InputStream inner = gzip ? new GZIPInputStream(guard.packed()) : new InflaterInputStream(guard.packed());
        byte[] bytes = guard.watch(inner).readNBytes(mostBytes + 1);
        if (bytes.length > mostBytes) {
            throw tooLarge(uri, mostBytes);
        }
        return bytes;
    }
}
