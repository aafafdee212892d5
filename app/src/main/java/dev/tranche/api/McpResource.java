package dev.tranche.api;

import dev.tranche.view.BookView;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code POST /mcp}: the Model Context Protocol over HTTP, one message per request, for assistants. */
final class McpResource {

    private static final String VERSION = "MCP-Protocol-Version";

    private final Supplier<McpTools> opening;
    private Optional<McpTools> opened = Optional.empty();

    /** Builds it; the tools are built when the first message comes. */
    McpResource(Supplier<McpTools> tools) {
        this.opening = tools;
    }

    private synchronized McpTools tools() {
        McpTools tools = opened.orElseGet(opening);
        opened = Optional.of(tools);
        return tools;
    }

    /** Answers a message, or accepts one that has no answer. */
    Answer answer(Context ctx, BookView view) {
        Query.of(ctx).check();
        Body.refuseOtherTypes(ctx);
        Optional<String> version = Optional.ofNullable(ctx.header(VERSION));
        if (version.filter(one -> !McpExchange.VERSIONS.contains(one)).isPresent()) {
            throw ApiProblem.of(
                    400,
                    "wrong-version",
                    "Unsupported protocol version",
                    VERSION + " must be one of " + String.join(", ", McpExchange.VERSIONS) + ".");
        }
        String message = new String(Body.bytes(ctx, Intake.MOST_BYTES), StandardCharsets.UTF_8);
        McpExchange.Reply reply = tools().answer(message, Optional.of(Gate.caller(ctx)));
        return reply.message()
                .map(body ->
                        Answer.of(reply.isUnreadable() ? 400 : 200, Answer.JSON, body.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> Answer.of(202, Answer.JSON, new byte[0]));
    }

    /** Refuses to open a stream: this server sends nothing that was not asked for. */
    static void refuseStream(Context ctx) {
        ctx.header("Allow", String.join(", ", List.of("POST")));
        throw ApiProblem.of(
                405, "wrong-method", "Method not allowed", "Messages are sent with POST; there is no stream to open.");
    }
}
