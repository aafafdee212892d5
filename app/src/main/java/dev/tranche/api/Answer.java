package dev.tranche.api;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/**
 * What a resource answers.
 *
 * @param status HTTP status
 * @param type media type of the body
 * @param body the body
 */
record Answer(int status, String type, byte[] body) {

    static final String JSON = "application/json";

    /** Builds the answer to a question: an object. */
    static Answer json(Consumer<JsonGenerator> members) {
        return new Answer(200, JSON, Json.object(members));
    }

    /** Builds the answer to something made: an object. */
    static Answer created(Consumer<JsonGenerator> members) {
        return new Answer(201, JSON, Json.object(members));
    }

    /** Builds an answer of text. */
    static Answer text(String type, String text) {
        return new Answer(200, type, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Builds the answer that has nothing to say. */
    static Answer nothing() {
        return new Answer(204, "", new byte[0]);
    }
}
