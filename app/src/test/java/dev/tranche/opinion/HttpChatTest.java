package dev.tranche.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HttpChatTest {

    private static final Duration SHORT = Duration.ofMillis(700);
    private static final Duration LONG = Duration.ofSeconds(60);

    private static ChatException failure(ModelServer server, Duration patience) {
        try (HttpChat chat = new HttpChat(server.reader(), patience)) {
            return catchThrowableOfType(ChatException.class, () -> chat.ask("{}"));
        }
    }

    @Test
    void theBodyOfAnAnswerComesBack() throws Exception {
        try (ModelServer server = ModelServer.saying(request -> "{\"answer\": 1}");
                HttpChat chat = new HttpChat(server.reader(), LONG)) {
            assertThat(ChatAnswer.parse(chat.ask("{\"q\": \"é\"}"), 1)).isEqualTo(new ChatAnswer.Chosen(1));
            assertThat(server.requests()).containsExactly("{\"q\": \"é\"}");
        }
    }

    @Test
    void aServerThatIsSilentOrStallsIsLeftAfterAWhile() {
        try (ModelServer silent = ModelServer.silent();
                ModelServer stalling = ModelServer.stalling()) {
            for (ModelServer server : List.of(silent, stalling)) {
                ChatException failed = failure(server, SHORT);
                assertThat(failed).hasMessageContaining("no answer within");
                assertThat(failed.mayPass()).isTrue();
            }
        }
    }

    @Test
    void anAnswerThatIsCutOffIsNoAnswer() {
        try (ModelServer server = ModelServer.of((exchange, request) -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write("{\"choices\":[".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        })) {
            ChatException failed = failure(server, LONG);
            assertThat(failed).hasMessageContaining("broke off");
            assertThat(failed.mayPass()).isTrue();
        }
    }

    @Test
    void aFloodIsNotReadToItsEnd() {
        String flood = "x".repeat(HttpChat.LONGEST_ANSWER_BYTES + 1);
        try (ModelServer server = ModelServer.of((exchange, request) -> ModelServer.send(exchange, 200, flood))) {
            ChatException failed = failure(server, LONG);
            assertThat(failed).hasMessageContaining("longer than");
            assertThat(failed.mayPass()).isFalse();
        }
    }

    @Test
    void statusesTellWhetherToAskAgain() {
        for (int status : new int[] {500, 503, 429}) {
            try (ModelServer server =
                    ModelServer.of((exchange, request) -> ModelServer.send(exchange, status, "{\"error\":\"busy\"}"))) {
                ChatException failed = failure(server, LONG);
                assertThat(failed).hasMessageContaining("HTTP " + status).hasMessageContaining("busy");
                assertThat(failed.mayPass()).isTrue();
            }
        }
        try (ModelServer server =
                ModelServer.of((exchange, request) -> ModelServer.send(exchange, 404, "model 'x' not found"))) {
            ChatException failed = failure(server, LONG);
            assertThat(failed).hasMessageContaining("model 'x' not found");
            assertThat(failed.mayPass()).isFalse();
        }
    }

    @Test
    void nobodyIsFollowedElsewhere() {
        try (ModelServer elsewhere = ModelServer.saying(request -> "1");
                ModelServer server = ModelServer.of((exchange, request) -> {
                    exchange.getResponseHeaders()
                            .set("Location", elsewhere.reader().toString());
                    exchange.sendResponseHeaders(307, -1);
                })) {
            assertThat(failure(server, LONG)).hasMessageContaining("HTTP 307");
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void aReaderThatIsNotThereIsNamed() {
        SecondReaderAddress gone;
        try (ModelServer server = ModelServer.saying(request -> "1")) {
            gone = server.reader();
        }
        try (HttpChat chat = new HttpChat(gone, LONG)) {
            ChatException failed = catchThrowableOfType(ChatException.class, () -> chat.ask("{}"));
            assertThat(failed).hasMessageContaining("nothing answers at " + gone);
            assertThat(failed.mayPass()).isTrue();
        }
    }

    @Test
    void whatMayPassIsAskedAgainAfterLongerWaits() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        List<Duration> waits = new ArrayList<>();
        Chat busy = request -> {
            if (asked.incrementAndGet() < Retrying.TRIES) {
                throw new ChatException("busy", true);
            }
            return "well";
        };
        assertThat(new Retrying(busy, waits::add).ask("")).isEqualTo("well");
        assertThat(waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(4));
        Chat never = request -> {
            throw new ChatException("busy", true);
        };
        assertThat(catchThrowableOfType(ChatException.class, () -> new Retrying(never, waits::add).ask("")))
                .hasMessage("busy, after 3 tries");
        asked.set(0);
        Chat wrong = request -> {
            asked.incrementAndGet();
            throw new ChatException("no such model", false);
        };
        assertThat(catchThrowableOfType(ChatException.class, () -> new Retrying(wrong, waits::add).ask("")))
                .hasMessage("no such model");
        assertThat(asked).hasValue(1);
    }
}
