package dev.tranche.api;

import dev.tranche.extract.Extraction;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.pipeline.Input;
import dev.tranche.pipeline.Outcome;
import dev.tranche.pipeline.Pipeline;
import dev.tranche.pipeline.Progress;
import dev.tranche.problem.Problem;
import dev.tranche.view.BookView;
import dev.tranche.view.ReportLine;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** {@code POST /reports}: reads reports into the book, as {@code tranche add} does. */
final class UploadResource {

    /**
     * The most bytes of one upload: a part of the memory, since reading takes many times the size of a text, and at
     * most 64 MiB.
     */
    static final int MOST_BYTES = Math.clamp(Runtime.getRuntime().maxMemory() / 32, 1 << 20, 64 << 20);

    /**
     * How many senders at once hold a thread and the memory of their bodies; a slow one does not keep the others
     * waiting.
     */
    private static final int MOST_SENDERS = 4;

    private static final int WAIT_SECONDS = 60;

    private static final int MOST_TOLD = 100;
    private static final int BATCH = 100;

    private final ServerSettings settings;
    private final Stores stores;
    private final Books books;
    private final Semaphore senders = new Semaphore(MOST_SENDERS);
    private final Semaphore room = new Semaphore(1, true);

    UploadResource(ServerSettings settings, Stores stores, Books books) {
        this.settings = settings;
        this.stores = stores;
        this.books = books;
    }

    /** Receives the body, then reads it and answers when the book shows it; one upload is read at a time. */
    Answer add(Context ctx, BookView before) {
        Query query = Query.of(ctx);
        Optional<String> named = query.text("name", 200);
        query.check();
        if (!senders.tryAcquire()) {
            throw busy("Too many uploads are being sent; try again in a moment.");
        }
        try {
            return read(Input.of(name(named, ctx), Body.bytes(ctx, MOST_BYTES)));
        } finally {
            senders.release();
        }
    }

    /** Reads an input and answers when the book shows it; one is read at a time. */
    Answer read(Input input) {
        takeRoom();
        try {
            Reading reading = new Reading();
            new Pipeline<>(settings.threads(), settings.reader(), Progress.silent()).run(List.of(input), reading::take);
            reading.flush();
            if (reading.docs.isEmpty()) {
                String why = reading.problems.isEmpty() ? "It contains no report." : reading.problems.getFirst();
                throw ApiProblem.of(400, "no-report", "No report could be read", why);
            }
            return answer(reading);
        } finally {
            room.release();
        }
    }

    private void takeRoom() {
        try {
            if (!room.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw busy("Another upload is being read; try again in a moment.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy("The server is shutting down.");
        }
    }

    private static ApiProblem busy(String sentence) {
        return ApiProblem.of(503, "busy", "One at a time", sentence);
    }

    private Answer answer(Reading reading) {
        BookView view = books.refreshed();
        return Answer.created(json -> {
            json.writeNumberProperty("added", reading.added);
            json.writeNumberProperty("known", reading.read - reading.added);
            json.writeNumberProperty("refused", reading.refused);
            json.writeNumberProperty("head", view.head());
            Json.texts(
                    json,
                    "docs",
                    reading.docs.stream()
                            .map(id -> view.report(id).map(ReportLine::key).orElse(id))
                            .toList());
            Json.texts(json, "problems", reading.problems);
        });
    }

    /** The name of a file without its folders: its extension gives the kind, its stem names a single report. */
    private static String name(Optional<String> named, Context ctx) {
        String type = Optional.ofNullable(ctx.contentType())
                .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
        String usual = switch (type) {
            case "application/x-ndjson" -> "upload.jsonl";
            case "text/markdown" -> "upload.md";
            case "text/plain" -> "upload.txt";
            default -> "upload";
        };
        String name = named.orElse(usual).replaceAll("[\\p{Cntrl}\\p{Cs}]", "_");
        String last = name.substring(1 + Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')));
        return last.isBlank() ? usual : last;
    }

    /** The outcome of one upload's reports. */
    private final class Reading {
        private final List<JournalEntry> batch = new ArrayList<>();
        private final Set<String> docs = new LinkedHashSet<>();
        private final List<String> problems = new ArrayList<>();
        private int read;
        private int added;
        private int refused;

        void take(Outcome<Extraction> outcome) {
            switch (outcome) {
                case Outcome.Done<Extraction> done -> {
                    read++;
                    if (docs.size() < MOST_TOLD) {
                        docs.add(done.result().document().id().value());
                    }
                    done.result().problems().forEach(this::tell);
                    batch.add(new JournalEntry.Read(done.result()));
                    if (batch.size() == BATCH) {
                        flush();
                    }
                }
                case Outcome.Refused<Extraction> part -> {
                    refused++;
                    tell(part.problem());
                    part.change().ifPresent(batch::add);
                }
                case Outcome.Failed<Extraction> failed -> {
                    refused++;
                    tell(failed.report().place() + ": a bug in Tranche kept this report from being read.");
                }
            }
        }

        private void tell(Problem problem) {
            tell(problem.code().slug() + ": " + problem.message());
        }

        private void tell(String sentence) {
            if (problems.size() < MOST_TOLD) {
                problems.add(sentence);
            }
        }

        void flush() {
            added += stores.change(store -> store.appendAll(batch));
            batch.clear();
        }
    }
}
