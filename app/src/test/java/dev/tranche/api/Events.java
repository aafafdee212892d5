package dev.tranche.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.net.ssl.SSLSession;

/** A stream of events of a server. */
final class Events implements AutoCloseable {

    private final HttpResponse<InputStream> answer;
    private final BufferedReader lines;

    private Events(HttpResponse<InputStream> answer) {
        this.answer = answer;
        this.lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    static Events of(LiveServer server) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/v1/events"))
                .header("Accept", "text/event-stream")
                .build();
        try {
            return new Events(server.client().send(request, BodyHandlers.ofInputStream()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Waits for the next event and returns its data. */
    String next() throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("data:")) {
                return line.substring("data:".length()).strip();
            }
        }
        throw new IOException("the stream has ended");
    }

    /** Returns status and type of the stream as an answer. */
    HttpResponse<String> asAnswer() {
        return new HttpResponse<>() {
            @Override
            public int statusCode() {
                return answer.statusCode();
            }

            @Override
            public HttpRequest request() {
                return answer.request();
            }

            @Override
            public Optional<HttpResponse<String>> previousResponse() {
                return Optional.empty();
            }

            @Override
            public HttpHeaders headers() {
                return answer.headers();
            }

            @Override
            public String body() {
                return "";
            }

            @Override
            public Optional<SSLSession> sslSession() {
                return Optional.empty();
            }

            @Override
            public URI uri() {
                return answer.uri();
            }

            @Override
            public HttpClient.Version version() {
                return answer.version();
            }
        };
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
