package dev.tranche.api;

import dev.tranche.audit.Equation;
import dev.tranche.ledger.Standing;
import dev.tranche.store.Store;
import dev.tranche.view.BookView;
import dev.tranche.view.Facet;
import dev.tranche.view.Task;
import io.javalin.http.Context;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** {@code /metrics}: measurements of the server and its book, in the format of Prometheus. */
final class MetricsResource {

    private static final String REQUESTS = "tranche_http_requests_total";
    private static final String SECONDS = "tranche_http_request_duration_seconds";
    private static final double MILLIS = 1000.0;

    private final ServerSettings settings;
    private final Stores stores;
    private final EventsResource events;
    private final Traffic traffic;

    MetricsResource(ServerSettings settings, Stores stores, EventsResource events, Traffic traffic) {
        this.settings = settings;
        this.stores = stores;
        this.events = events;
        this.traffic = traffic;
    }

    /** Answers with all measurements. */
    Answer metrics(Context ctx, BookView view) {
        Query.of(ctx).check();
        MetricsText text = new MetricsText();
        text.begin("tranche_build_info", "gauge", "The version of the program.")
                .value("tranche_build_info", 1, "version", settings.version());
        book(text, view);
        requests(text);
        process(text);
        return Answer.of(200, MetricsText.TYPE, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void book(MetricsText text, BookView view) {
        long head = stores.ask(Store::head);
        text.gauge("tranche_book_head", "Number of the last journal entry that is shown.", view.head());
        text.gauge("tranche_book_behind", "Journal entries that are not shown yet.", Math.max(0, head - view.head()));
        Map<String, Integer> standings = view.index().counts(Facet.STANDING);
        text.begin("tranche_book_entries", "gauge", "Entries of the ledger by standing.");
        Arrays.stream(Standing.values())
                .map(Standing::slug)
                .forEach(standing ->
                        text.value("tranche_book_entries", standings.getOrDefault(standing, 0), "standing", standing));
        text.gauge(
                "tranche_book_reports", "Reports of the book.", view.reports().size());
        text.gauge(
                "tranche_book_statements",
                "Statements, each once.",
                view.statements().lines().size());
        text.gauge(
                "tranche_book_encounters",
                "Encounters, each once.",
                view.timeline().timeline().events().size());
        text.gauge(
                "tranche_book_contradictions",
                "Contradictions between reports.",
                view.ledger().contradictions().size());
        long holding = view.equations().stream().filter(Equation::holds).count();
        text.begin("tranche_book_equations", "gauge", "Equations of the audit by whether they hold.")
                .value("tranche_book_equations", holding, "holds", "true")
                .value("tranche_book_equations", view.equations().size() - holding, "holds", "false");
        text.gauge(
                "tranche_book_tasks",
                "Tasks on the desk.",
                view.tasks().stream().filter(Task::isOpen).count());
        text.gauge(
                "tranche_book_decisions",
                "Decisions of people.",
                view.decisions().rulings().size());
    }

    private void requests(MetricsText text) {
        Traffic.Counted counted = traffic.counted();
        text.begin(REQUESTS, "counter", "Requests answered, by method and class of status.");
        counted.requests().forEach((kind, count) -> {
            String[] parts = kind.split(" ", 2);
            text.value(REQUESTS, count, "method", parts[0], "status", parts[1]);
        });
        text.begin(SECONDS, "histogram", "How long requests took, event streams included.");
        for (int i = 0; i < Traffic.BOUNDS.size(); i++) {
            text.value(
                    SECONDS + "_bucket",
                    counted.within().get(i),
                    "le",
                    Traffic.BOUNDS.get(i).toString());
        }
        text.value(SECONDS + "_bucket", counted.count(), "le", "+Inf");
        text.value(SECONDS + "_sum", counted.seconds()).value(SECONDS + "_count", counted.count());
        text.gauge("tranche_event_streams", "Open event streams.", events.streams());
    }

    private static void process(MetricsText text) {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        text.gauge(
                "process_start_time_seconds",
                "When the program started, in seconds since 1970.",
                ManagementFactory.getRuntimeMXBean().getStartTime() / MILLIS);
        text.gauge("jvm_memory_heap_used_bytes", "Heap memory in use.", heap.getUsed());
        text.gauge("jvm_memory_heap_max_bytes", "Maximum size of the heap.", heap.getMax());
        text.gauge(
                "jvm_threads",
                "Platform threads.",
                ManagementFactory.getThreadMXBean().getThreadCount());
    }
}
