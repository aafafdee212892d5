package dev.tranche.api;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Receives the bodies of requests before a thread is assigned to them, so that slow senders hold no thread: complete,
 * within the time of {@link Pace}, no larger than any object, and a limited number at once from one address.
 *
 * <p>Uploads are far larger and only accepted from people who may upload, which is known later: {@link UploadResource}
 * reads them itself.
 */
final class Intake extends Handler.Wrapper {

    /** No object that is sent here is larger. */
    static final int MOST_BYTES = 1 << 20;

    /** The sender of this one is not yet known; a name and a password are far shorter. */
    private static final int MOST_LOGIN_BYTES = 16 << 10;

    /** A body that is too large is read and discarded up to here, so that its sender learns why it is refused. */
    private static final int MOST_READ_AWAY = 8 << 20;

    private static final int READ_AWAY_SECONDS = 2;

    private static final int MOST_AT_ONCE = 1_000;

    /** A house or an office shares one address. */
    private static final int MOST_FROM_ADDRESS = 100;

    private static final String API = Route.ROOT + "/";
    private static final String LOGIN = Route.ROOT + "/session";
    private static final String UPLOAD = Route.ROOT + "/reports";

    private final boolean behindProxy;
    private final ServerLog log;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final Map<String, Integer> byAddress = new HashMap<>();

    Intake(boolean behindProxy, ServerLog log) {
        this.behindProxy = behindProxy;
        this.log = log;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        response.getHeaders().put(RequestId.HEADER, RequestId.give(request, behindProxy));
        String path = Request.getPathInContext(request);
        boolean isChange =
                request.getMethod().equals("POST") || request.getMethod().equals("PATCH");
        if (!isChange || !path.startsWith(API) || path.equals(UPLOAD) || request.getLength() == 0) {
            return super.handle(request, response, callback);
        }
        int most = path.equals(LOGIN) ? MOST_LOGIN_BYTES : MOST_BYTES;
        if (request.getLength() > MOST_READ_AWAY) {
            answer(response, tooLarge(most), callback);
            return true;
        }
        String address = Sender.address(request, behindProxy);
        if (!enter(address)) {
            log.note("bodies", "too many bodies are being sent at once, the last from " + address);
            answer(
                    response,
                    ApiProblem.of(503, "busy", "Too much at once", "Too many bodies are being sent; try again soon."),
                    callback);
            return true;
        }
        new Reading(request, response, callback, address, most).begin();
        return true;
    }

    private boolean enter(String address) {
        if (!places.tryAcquire()) {
            return false;
        }
        synchronized (byAddress) {
            if (byAddress.merge(address, 1, Integer::sum) <= MOST_FROM_ADDRESS) {
                return true;
            }
        }
        leave(address);
        return false;
    }

    private void leave(String address) {
        synchronized (byAddress) {
            byAddress.computeIfPresent(address, (key, count) -> count > 1 ? count - 1 : null);
        }
        places.release();
    }

    private static ApiProblem tooLarge(int most) {
        return ApiProblem.of(
                413, "too-large", "Too large", "The body is larger than " + most + " bytes, the maximum here.");
    }

    /** What is left of the body is not waited for: the connection ends with the answer. */
    private static void answer(Response response, ApiProblem problem, Callback callback) {
        response.setStatus(problem.status());
        response.getHeaders().put("Content-Type", "application/problem+json");
        response.getHeaders().put("Cache-Control", "no-store");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put("Connection", "close");
        if (problem.retrySeconds() > 0) {
            response.getHeaders().put("Retry-After", problem.retrySeconds());
        }
        response.write(true, ByteBuffer.wrap(problem.body()), callback);
    }

    /** How much of a body has arrived. */
    private enum State {
        READING,
        OVER
    }

    /** One body being received. */
    private final class Reading implements Runnable {

        private final Request request;
        private final Response response;
        private final Callback callback;
        private final String address;
        private final int most;
        private final long since = System.nanoTime();
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private long read;
        private final AtomicReference<State> state = new AtomicReference<>(State.READING);
        private final Scheduler.Task expiry;

        Reading(Request request, Response response, Callback callback, String address, int most) {
            this.request = request;
            this.response = response;
            this.callback = callback;
            this.address = address;
            this.most = most;
            // The time that all of it may take: it is checked once, at the end.
            long bytes = request.getLength() > 0 ? request.getLength() : most;
            long nanos = isTooLarge() ? TimeUnit.SECONDS.toNanos(READ_AWAY_SECONDS) : Pace.allowedNanos(bytes);
            this.expiry = request.getComponents().getScheduler().schedule(this::expire, nanos, TimeUnit.NANOSECONDS);
        }

        /** Does the sender itself announce more than is accepted? */
        private boolean isTooLarge() {
            return request.getLength() > most;
        }

        void begin() {
            run();
        }

        /** Reads what is there, and comes back when there is more. */
        @Override
        public void run() {
            while (true) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    Throwable failure = chunk.getFailure();
                    if (failure instanceof TimeoutException) {
                        expire();
                    } else {
                        breakOff(failure);
                    }
                    return;
                }
                byte[] bytes = new byte[chunk.remaining()];
                chunk.getByteBuffer().get(bytes);
                boolean isLast = chunk.isLast();
                chunk.release();
                read += bytes.length;
                if (read <= most) {
                    body.writeBytes(bytes);
                }
                if (read > MOST_READ_AWAY || isLast && read > most) {
                    refuse(tooLarge(most));
                    return;
                }
                if (isLast) {
                    handOn();
                    return;
                }
                if (Pace.isTooSlow(since, read)) {
                    refuse(Pace.problem());
                    return;
                }
            }
        }

        private boolean end() {
            boolean isFirst = state.compareAndSet(State.READING, State.OVER);
            if (isFirst) {
                expiry.cancel();
                leave(address);
            }
            return isFirst;
        }

        private void refuse(ApiProblem problem) {
            if (end()) {
                answer(response, problem, callback);
            }
        }

        private void breakOff(Throwable failure) {
            if (end()) {
                log.note("broken-off", "a body was cut off, from " + address);
                callback.failed(failure);
            }
        }

        /** More of the body is still expected: the connection, which cannot be used again, ends with the answer. */
        private void expire() {
            if (!end()) {
                return;
            }
            if (isTooLarge()) {
                answer(response, tooLarge(most), callback);
                return;
            }
            log.note("slow", "a body arrived too slowly and was dropped, from " + address);
            answer(response, Pace.problem(), callback);
        }

        private void handOn() {
            if (!end()) {
                return;
            }
            try {
                if (!Intake.super.handle(new Whole(request, body.toByteArray()), response, callback)) {
                    Response.writeError(request, response, callback, 404);
                }
            } catch (Exception bug) {
                log.bug(
                        request.getMethod() + " " + Request.getPathInContext(request) + " (request "
                                + RequestId.give(request, behindProxy) + ")",
                        bug);
                Response.writeError(request, response, callback, bug);
            }
        }
    }

    /** A request whose body has arrived. */
    private static final class Whole extends Request.Wrapper {

        private final AtomicReference<List<Content.Chunk>> rest;

        Whole(Request request, byte[] body) {
            super(request);
            this.rest = new AtomicReference<>(List.of(Content.Chunk.from(ByteBuffer.wrap(body), true)));
        }

        @Override
        public Content.Chunk read() {
            List<Content.Chunk> chunks = rest.getAndSet(List.of());
            return chunks.isEmpty() ? Content.Chunk.EOF : chunks.getFirst();
        }

        @Override
        public void demand(Runnable demandCallback) {
            getComponents().getExecutor().execute(demandCallback);
        }

        @Override
        public boolean consumeAvailable() {
            rest.set(List.of());
            return true;
        }
    }
}
