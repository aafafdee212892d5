package dev.tranche.opinion;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The chat interface of OpenAI, which local model servers offer too, over HTTP. Redirects are not followed and no proxy
 * is used, so that nothing goes anywhere but to the named place.
 */
final class HttpChat implements Chat, AutoCloseable {

    /** An answer is a number in some lines of JSON; models that think aloud write a little more. */
    static final int LONGEST_ANSWER_BYTES = 256 << 10;

    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final int TOO_MANY = 429;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int OK = 200;
    private static final int SERVER_FAILED = 500;

    private final URI address;
    private final Duration patience;
    private final HttpClient client;

    /**
     * Builds a connection.
     *
     * @param patience how long one answer may take, the reading of it included
     */
    HttpChat(SecondReaderAddress reader, Duration patience) {
        this.address = reader.chat();
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .connectTimeout(CONNECTING)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    @Override
    public String ask(String request) throws ChatException, InterruptedException {
        HttpRequest post = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(request, StandardCharsets.UTF_8))
                .build();
        CompletableFuture<HttpResponse<String>> sent = client.sendAsync(
                post, BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LONGEST_ANSWER_BYTES));
        try {
            return body(sent.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException slow) {
            throw new ChatException("no answer within " + patience.toSeconds() + " s", true);
        } catch (ExecutionException failed) {
            throw failure(Optional.ofNullable(failed.getCause()).orElse(failed));
        } finally {
            sent.cancel(true);
        }
    }

    private static String body(HttpResponse<String> answer) throws ChatException {
        int status = answer.statusCode();
        if (status == OK) {
            return answer.body();
        }
        boolean mayPass = status >= SERVER_FAILED || status == TOO_MANY || status == REQUEST_TIMEOUT;
        throw new ChatException("HTTP " + status + ": " + ChatAnswer.repeated(answer.body()), mayPass);
    }

    private ChatException failure(Throwable cause) {
        if (cause instanceof java.net.http.HttpTimeoutException) {
            return new ChatException("no answer within " + patience.toSeconds() + " s", true);
        }
        if (cause instanceof java.net.ConnectException) {
            return new ChatException("nothing answers at " + address, true);
        }
        String said = String.valueOf(cause.getMessage());
        if (cause instanceof IOException && said.contains("capacity")) {
            return new ChatException("the answer is longer than " + LONGEST_ANSWER_BYTES + " bytes", false);
        }
        return new ChatException("the answer broke off: " + said, true);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
