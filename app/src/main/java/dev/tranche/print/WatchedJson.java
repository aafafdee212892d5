package dev.tranche.print;

import dev.tranche.ingest.watch.Watched;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A watched feed or page and how it is doing, as the command line and the interface write it. */
public final class WatchedJson {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    private WatchedJson() {}

    /** Returns it as one line. */
    public static String line(Watched one) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            members(json, one);
            json.writeEndObject();
        }
        return line + "\n";
    }

    /** Writes its members into an object that has been begun. */
    public static void members(JsonGenerator json, Watched one) {
        json.writeStringProperty("address", one.address());
        json.writeStringProperty("title", one.title());
        json.writeStringProperty("state", one.state().slug());
        json.writeBooleanProperty("paused", one.paused());
        json.writeNumberProperty("reports", one.reports());
        json.writeNumberProperty("fresh", one.fresh());
        json.writeNumberProperty("failures", one.failures());
        json.writeStringProperty("error", one.error().isBlank() ? null : one.error());
        moment(json, "tried", one.tried());
        moment(json, "succeeded", one.succeeded());
        moment(json, "brought", one.brought());
        moment(json, "due", one.due());
    }

    private static void moment(JsonGenerator json, String key, Optional<Instant> moment) {
        json.writeStringProperty(key, moment.map(Instant::toString).orElse(null));
    }
}
