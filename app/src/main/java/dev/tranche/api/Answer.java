package dev.tranche.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** What a resource answers: a status, a body and its media type. */
final class Answer {

    static final String JSON = "application/json";

    private final int status;
    private final String type;
    private final byte[] body;
    private final Optional<Download> download;

    private Answer(int status, String type, byte[] body) {
        this.status = status;
        this.type = type;
        this.body = body;
        this.download = Optional.empty();
    }

    private Answer(String type, Download download) {
        this.status = 200;
        this.type = type;
        this.body = new byte[0];
        this.download = Optional.of(download);
    }

    /**
     * A file that is written while it is sent.
     *
     * @param name under which a browser saves it
     * @param content writes it
     */
    record Download(String name, Content content) {}

    /** Writes a file. */
    @FunctionalInterface
    interface Content {

        /** Writes to a stream, which stays open. */
        void write(OutputStream to) throws IOException;
    }

    /** Builds the answer that is a file. */
    static Answer file(String type, String name, Content content) {
        return new Answer(type, new Download(name, content));
    }

    /** Builds an answer of bytes. */
    static Answer of(int status, String type, byte[] body) {
        return new Answer(status, type, body.clone());
    }

    /** Builds the answer to a question: an object. */
    static Answer json(Consumer<JsonGenerator> members) {
        return new Answer(200, JSON, Json.object(members));
    }

    /** Builds the answer to something created: an object. */
    static Answer created(Consumer<JsonGenerator> members) {
        return new Answer(201, JSON, Json.object(members));
    }

    /** Builds an answer of text. */
    static Answer text(String type, String text) {
        return new Answer(200, type, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Builds the answer without a body. */
    static Answer nothing() {
        return new Answer(204, "", new byte[0]);
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    /** Returns the file; empty for an answer that is held in memory. */
    Optional<Download> download() {
        return download;
    }

    byte[] body() {
        return body.clone();
    }
}
