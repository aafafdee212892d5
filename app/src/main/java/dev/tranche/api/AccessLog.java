package dev.tranche.api;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
import org.jspecify.annotations.Nullable;

/**
 * A line of JSON for each answered request: when it began, its name, who sent it from where, what was asked and
 * answered, and how long it took. Bodies, cookies and tokens are not in it. Many threads may use it.
 */
final class AccessLog implements RequestLog, AutoCloseable {

    /** A client could make each line as long as the headers may be. */
    private static final int LONGEST_TEXT = 500;

    private final OutputStream out;
    private final boolean behindProxy;
    private final ServerLog log;

    private AccessLog(OutputStream out, boolean behindProxy, ServerLog log) {
        this.out = out;
        this.behindProxy = behindProxy;
        this.log = log;
    }

    /**
     * Opens a file to append to. Throws {@link UncheckedIOException} for one that cannot be written.
     *
     * @param log receives word of lines that could not be written, for example because the disk is full
     */
    static AccessLog open(Path file, boolean behindProxy, ServerLog log) {
        try {
            return new AccessLog(
                    Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                    behindProxy,
                    log);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void log(Request request, Response response) {
        long nanos = NanoTime.since(request.getBeginNanoTime());
        byte[] line = Json.object(json -> {
            json.writeStringProperty("time", Instant.now().minusNanos(nanos).toString());
            json.writeStringProperty("request", RequestId.give(request, behindProxy));
            json.writeStringProperty("address", Sender.address(request, behindProxy));
            Json.text(json, "name", Optional.ofNullable((String) request.getAttribute(Gate.NAME)));
            json.writeStringProperty("method", cut(request.getMethod()));
            json.writeStringProperty("target", cut(request.getHttpURI().getPathQuery()));
            json.writeNumberProperty("status", response.getStatus());
            json.writeNumberProperty("bytes", Response.getContentBytesWritten(response));
            json.writeNumberProperty("millis", TimeUnit.NANOSECONDS.toMillis(nanos));
            json.writeStringProperty("agent", cut(request.getHeaders().get("User-Agent")));
        });
        try {
            synchronized (out) {
                out.write(line);
                out.write('\n');
            }
        } catch (IOException broken) {
            log.note("access-log", "the access log cannot be written: " + broken.getMessage());
        }
    }

    private static String cut(@Nullable String text) {
        String there = text == null ? "" : text;
        return there.length() > LONGEST_TEXT ? there.substring(0, LONGEST_TEXT) + "…" : there;
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException broken) {
            log.note("access-log", "the access log cannot be closed: " + broken.getMessage());
        }
    }
}
