package dev.tranche.cli;

import dev.tranche.ingest.watch.Watched;
import java.io.StringWriter;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The watched feeds and pages, as lines of JSON. */
final class WatchLines {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    private WatchLines() {}

    /** Returns a feed or page and how it is doing as one line. */
    static String json(Watched one) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("address", one.address());
            json.writeStringProperty("title", one.title());
            json.writeBooleanProperty("paused", one.paused());
            json.writeNumberProperty("reports", one.reports());
            json.writeNumberProperty("failures", one.failures());
            json.writeStringProperty("error", one.error().isBlank() ? null : one.error());
            json.writeStringProperty("tried", one.tried().map(Instant::toString).orElse(null));
            json.writeStringProperty(
                    "succeeded", one.succeeded().map(Instant::toString).orElse(null));
            json.writeStringProperty("due", one.due().map(Instant::toString).orElse(null));
            json.writeEndObject();
        }
        return line + "\n";
    }
}
