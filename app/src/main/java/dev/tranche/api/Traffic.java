package dev.tranche.api;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;

/** Counts requests by method and class of status, and how long they took. Many threads may use it. */
final class Traffic implements RequestLog {

    /** Upper bounds in seconds: pages are answered in milliseconds, exports and uploads take longer. */
    static final List<Double> BOUNDS = List.of(0.005, 0.025, 0.1, 0.5, 2.5, 10.0);

    private final Map<String, Long> requests = new TreeMap<>();
    private final long[] within = new long[BOUNDS.size()];
    private long count;
    private long nanos;

    /**
     * What was counted up to a moment.
     *
     * @param requests number of requests by method and class of status, such as {@code GET 2xx}
     * @param within for each of {@link #BOUNDS} how many requests took at most this long
     * @param count how many requests in all
     * @param seconds how long they took together
     */
    record Counted(Map<String, Long> requests, List<Long> within, long count, double seconds) {}

    @Override
    public void log(Request request, Response response) {
        long took = NanoTime.since(request.getBeginNanoTime());
        String kind = method(request.getMethod()) + " " + response.getStatus() / 100 + "xx";
        synchronized (this) {
            requests.merge(kind, 1L, Long::sum);
            count++;
            nanos += took;
            for (int i = 0; i < BOUNDS.size(); i++) {
                if (took <= BOUNDS.get(i) * TimeUnit.SECONDS.toNanos(1)) {
                    within[i]++;
                }
            }
        }
    }

    /** A client may invent methods; each would be a separate series. */
    private static String method(String method) {
        return switch (method) {
            case "GET", "HEAD", "POST", "PATCH", "DELETE" -> method;
            default -> "other";
        };
    }

    /** Returns what was counted up to now. */
    synchronized Counted counted() {
        return new Counted(
                new TreeMap<>(requests),
                Arrays.stream(within).boxed().toList(),
                count,
                nanos / (double) TimeUnit.SECONDS.toNanos(1));
    }
}
