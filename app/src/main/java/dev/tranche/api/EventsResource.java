package dev.tranche.api;

import dev.tranche.store.StoreException;
import dev.tranche.view.BookView;
import io.javalin.http.sse.SseClient;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** {@code /events}: tells pages that the book has changed, and every while that the server is there. */
final class EventsResource implements AutoCloseable {

    private static final int MOST_CLIENTS = 500;
    private static final int COMMENT_SECONDS = 15;

    private final Books books;
    private final Gate gate;
    private final Set<SseClient> clients = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("events").daemon().factory());

    EventsResource(Books books, Gate gate) {
        this.books = books;
        this.gate = gate;
        books.onChange(view -> sender.execute(() -> send(view)));
        Future<?> _ = sender.scheduleAtFixedRate(this::comment, COMMENT_SECONDS, COMMENT_SECONDS, TimeUnit.SECONDS);
    }

    /** Refuses more clients than there is room for. */
    void refuseTooMany() {
        if (clients.size() >= MOST_CLIENTS) {
            throw ApiProblem.of(503, "too-many-streams", "Too many streams", "Too many pages listen; try again later.");
        }
    }

    /** Begins a stream, with the state as it is now. */
    void connect(SseClient client) {
        client.keepAlive();
        client.onClose(() -> clients.remove(client));
        clients.add(client);
        sender.execute(() -> tell(client, books.current()));
    }

    private void send(BookView view) {
        clients.forEach(client -> tell(client, view));
    }

    private void tell(SseClient client, BookView view) {
        byte[] data = Json.object(json -> {
            json.writeNumberProperty("head", view.head());
            json.writeNumberProperty("entries", view.ledger().entries().size());
            json.writeNumberProperty("reports", view.reports().size());
        });
        if (client.terminated()) {
            clients.remove(client);
            return;
        }
        client.sendEvent("book", new String(data, StandardCharsets.UTF_8));
    }

    private void comment() {
        clients.removeIf(SseClient::terminated);
        for (SseClient client : clients) {
            if (mayStay(client)) {
                client.sendComment("the server is here");
            } else {
                client.close();
            }
        }
    }

    /** Whoever was signed out or disabled in between hears no more. */
    private boolean mayStay(SseClient client) {
        try {
            return gate.find(client.ctx()).isPresent();
        } catch (StoreException away) {
            return true;
        }
    }

    @Override
    public void close() {
        sender.shutdownNow();
        clients.forEach(SseClient::close);
    }
}
