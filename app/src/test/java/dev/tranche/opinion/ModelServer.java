package dev.tranche.opinion;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A server with the chat interface on a free port of this machine, which answers as a test wants. */
public final class ModelServer implements AutoCloseable {

    /** Answers a request in some way, well or badly. */
    @FunctionalInterface
    interface Manner {
        /** Answers. */
        void answer(HttpExchange exchange, String request) throws IOException;
    }

    /** Long enough for requests that are sent together to be seen together. */
    private static final int THINKING_MILLIS = 5;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger under = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);

    private ModelServer(Function<ModelServer, Manner> manner) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Manner how = manner.apply(this);
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", exchange -> {
            String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(request);
            try (exchange) {
                how.answer(exchange, request);
            }
        });
        server.start();
    }

    static ModelServer of(Manner manner) {
        return new ModelServer(self -> manner);
    }

    /** Answers each question with what a function makes of the request. */
    public static ModelServer saying(Function<String, String> content) {
        return new ModelServer(self -> (exchange, request) -> {
            self.think();
            send(exchange, 200, completion(content.apply(request)));
        });
    }

    /** Counts the requests under way. It ends before the answer, after which the next request may come at once. */
    private void think() {
        mostAtOnce.accumulateAndGet(under.incrementAndGet(), Math::max);
        try {
            Thread.sleep(THINKING_MILLIS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            under.decrementAndGet();
        }
    }

    /** Takes a request and answers nothing until it is closed. */
    static ModelServer silent() {
        return new ModelServer(self -> (exchange, request) -> {
            try {
                self.closing.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Sends the head and half of the body of an answer, and nothing more until it is closed. */
    static ModelServer stalling() {
        return new ModelServer(self -> (exchange, request) -> {
            exchange.sendResponseHeaders(200, 1_000);
            OutputStream out = exchange.getResponseBody();
            out.write("{\"choices\":".getBytes(StandardCharsets.UTF_8));
            out.flush();
            try {
                self.closing.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }

    static String completion(String content) {
        return "{\"object\":\"chat.completion\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\""
                + content.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}}]}";
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Returns its address, without the path of the interface. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    SecondReaderAddress reader() {
        return SecondReaderAddress.parse(address(), false);
    }

    /** Returns the bodies of the requests that came. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
