package dev.tranche.api;

import dev.tranche.store.StoreException;
import dev.tranche.view.BookView;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** {@code /events}: tells pages that the book has changed, and at intervals that the server is still there. */
final class EventsResource implements AutoCloseable {

    private static final int MOST_CLIENTS = 500;

    /** How many open pages of one person may listen. */
    private static final int MOST_EACH = 50;

    private static final int COMMENT_SECONDS = 15;

    private final Books books;
    private final Gate gate;
    private final ServerLog log;
    private final Map<SseClient, String> clients = new ConcurrentHashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("events").daemon().factory());

    EventsResource(Books books, Gate gate, ServerLog log) {
        this.books = books;
        this.gate = gate;
        this.log = log;
        books.onChange(view -> sender.execute(() -> send(view)));
        Future<?> _ = sender.scheduleAtFixedRate(this::comment, COMMENT_SECONDS, COMMENT_SECONDS, TimeUnit.SECONDS);
    }

    /** Begins a stream for which there is room, with the state as it is now. */
    void connect(SseClient client) {
        String name = Gate.caller(client.ctx()).name().value();
        client.keepAlive();
        client.onClose(() -> leave(client));
        clients.put(client, name);
        sender.execute(() -> attempt(client, () -> tell(client, books.current())));
    }

    /** Takes a place for a stream of the caller; refuses more than there is room for, in all and for one person. */
    void enter(Context ctx) {
        String name = Gate.caller(ctx).name().value();
        synchronized (places) {
            int all = places.values().stream().mapToInt(Integer::intValue).sum();
            int own = places.getOrDefault(name, 0);
            if (all >= MOST_CLIENTS || own >= MOST_EACH) {
                throw ApiProblem.of(
                        503,
                        "too-many-streams",
                        "Too many streams",
                        own >= MOST_EACH
                                ? "You have " + MOST_EACH + " open pages that listen for events; close some."
                                : "Too many pages are listening for events; try again later.");
            }
            places.put(name, own + 1);
        }
    }

    /** Returns how many streams are open. */
    int streams() {
        return clients.size();
    }

    private void leave(SseClient client) {
        String name = clients.remove(client);
        if (name == null) {
            return;
        }
        synchronized (places) {
            places.computeIfPresent(name, (key, count) -> count > 1 ? count - 1 : null);
        }
    }

    private void send(BookView view) {
        clients.keySet().forEach(client -> attempt(client, () -> tell(client, view)));
    }

    /**
     * A failure for one client must not end the messages to the others: a scheduled task that throws is never run
     * again.
     */
    private void attempt(SseClient client, Runnable message) {
        try {
            message.run();
        } catch (RuntimeException failed) {
            log.note("events", "a stream of events failed and was closed: " + failed);
            leave(client);
            closeQuietly(client);
        }
    }

    private static void closeQuietly(SseClient client) {
        try {
            client.close();
        } catch (RuntimeException ignored) {
            // It was broken already.
        }
    }

    private void tell(SseClient client, BookView view) {
        byte[] data = Json.object(json -> {
            json.writeNumberProperty("head", view.head());
            json.writeNumberProperty("entries", view.ledger().entries().size());
            json.writeNumberProperty("reports", view.reports().size());
        });
        if (client.terminated()) {
            leave(client);
            return;
        }
        client.sendEvent("book", new String(data, StandardCharsets.UTF_8));
    }

    private void comment() {
        clients.keySet().forEach(client -> attempt(client, () -> comment(client)));
    }

    /** Anyone signed out or disabled in the meantime receives nothing more. */
    private void comment(SseClient client) {
        if (!client.terminated() && mayStay(client)) {
            client.sendComment("the server is here");
            return;
        }
        leave(client);
        client.close();
    }

    private boolean mayStay(SseClient client) {
        try {
            return gate.mayStay(client.ctx());
        } catch (StoreException away) {
            return true;
        }
    }

    @Override
    public void close() {
        sender.shutdownNow();
        clients.keySet().forEach(EventsResource::closeQuietly);
    }
}
