package dev.tranche.api;

import dev.tranche.view.BookView;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** A question that an assistant may ask of a book. Tools only read. */
interface McpTool {

    /** Returns the name by which it is called; its description and schemas are in the resource of that name. */
    String name();

    /** Returns the arguments that hold states or bodies, as codes or as names. */
    default Set<String> parties() {
        return Set.of();
    }

    /**
     * Answers a call.
     *
     * @param query its arguments; the tool asks for those that it knows and then checks
     * @throws ApiProblem for arguments that are wrong and for what the book does not hold
     */
    Answer call(Query query, BookView view);

    /**
     * An answer in two equivalent forms.
     *
     * @param json an object of the tool's output schema
     * @param text for people, and for assistants that read no structured answers
     */
    record Answer(String json, String text) {

        /** Builds an answer. */
        static Answer of(Consumer<JsonGenerator> members, String text) {
            return new Answer(Json.text(members), text);
        }
    }
}
