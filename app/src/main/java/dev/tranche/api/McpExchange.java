package dev.tranche.api;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One message of the Model Context Protocol in, at most one out, over any transport. No session is kept, so that no
 * message depends on another; many threads may use it.
 */
final class McpExchange implements McpStatelessServerTransport {

    /** The supported versions of the protocol, the newest last. */
    static final List<String> VERSIONS = List.of(
            ProtocolVersions.MCP_2024_11_05,
            ProtocolVersions.MCP_2025_03_26,
            ProtocolVersions.MCP_2025_06_18,
            ProtocolVersions.MCP_2025_11_25);

    private static final Set<String> NEED_PARAMETERS = Set.of(McpSchema.METHOD_INITIALIZE, McpSchema.METHOD_TOOLS_CALL);

    private final McpJsonMapper mapper;
    private final ServerLog log;
    private @Nullable McpStatelessServerHandler handler;

    McpExchange(McpJsonMapper mapper, ServerLog log) {
        this.mapper = mapper;
        this.log = log;
    }

    /**
     * What a message is answered with.
     *
     * @param message JSON; empty for a message that has no answer
     * @param isUnreadable whether it was not a message at all
     */
    record Reply(Optional<String> message, boolean isUnreadable) {

        private static final Reply NONE = new Reply(Optional.empty(), false);
    }

    /**
     * Answers a message; anything else is answered with a JSON-RPC error.
     *
     * @param context who sends it, for the tools that need to know
     */
    Reply answer(String message, McpTransportContext context) {
        Map<String, Object> members;
        try {
            members = mapper.readValue(message, new TypeRef<Map<String, Object>>() {});
        } catch (IOException | RuntimeException broken) {
            return unreadable(ErrorCodes.PARSE_ERROR, "This is not a JSON object; one message is one object.");
        }
        if (members == null || !"2.0".equals(members.get("jsonrpc"))) {
            return unreadable(ErrorCodes.INVALID_REQUEST, "A message is an object with \"jsonrpc\": \"2.0\".");
        }
        if (!(members.get("method") instanceof String method)) {
            // An answer to a question that was never asked; this server asks nothing.
            boolean isAnswer = members.containsKey("result") || members.containsKey("error");
            return isAnswer ? Reply.NONE : unreadable(ErrorCodes.INVALID_REQUEST, "The message has no method.");
        }
        Object parameters = members.get("params");
        if (!members.containsKey("id")) {
            return notified(method, parameters, context);
        }
        Object id = members.get("id");
        if (!(id instanceof String || id instanceof Number)) {
            return unreadable(ErrorCodes.INVALID_REQUEST, "The id of a request is a string or a number.");
        }
        McpSchema.JSONRPCRequest request = new McpSchema.JSONRPCRequest("2.0", method, id, parameters);
        boolean isNeeded = NEED_PARAMETERS.contains(method);
        boolean isRead = parameters instanceof Map || (parameters == null && !isNeeded);
        String answer = isRead
                ? requested(request, context)
                : error(id, ErrorCodes.INVALID_PARAMS, "The params of " + method + " are an object.");
        return new Reply(Optional.of(answer), false);
    }

    private Reply notified(String method, @Nullable Object parameters, McpTransportContext context) {
        try {
            handler()
                    .handleNotification(context, new McpSchema.JSONRPCNotification("2.0", method, parameters))
                    .block();
        } catch (RuntimeException bug) {
            log.bug("a notification of an assistant", bug);
        }
        return Reply.NONE;
    }

    private String requested(McpSchema.JSONRPCRequest request, McpTransportContext context) {
        try {
            McpSchema.JSONRPCResponse answer =
                    handler().handleRequest(context, request).block();
            if (answer == null) {
                throw new IllegalStateException("no answer to " + request.method());
            }
            return Json.wellFormed(mapper.writeValueAsString(answer));
        } catch (McpError refused) {
            return error(request.id(), refused.getJsonRpcError());
        } catch (IllegalArgumentException misread) {
            return error(
                    request.id(),
                    ErrorCodes.INVALID_PARAMS,
                    "The params of " + request.method() + " are of the wrong types.");
        } catch (IOException | RuntimeException | StackOverflowError bug) {
            log.bug("a request of an assistant", bug);
            return error(request.id(), ErrorCodes.INTERNAL_ERROR, "A bug in Tranche prevented an answer.");
        }
    }

    private String error(Object id, int code, String sentence) {
        return error(id, new McpSchema.JSONRPCResponse.JSONRPCError(code, sentence));
    }

    private String error(Object id, McpSchema.JSONRPCResponse.JSONRPCError error) {
        try {
            return Json.wellFormed(mapper.writeValueAsString(McpSchema.JSONRPCResponse.error(id, error)));
        } catch (IOException impossible) {
            throw new IllegalStateException("an error could not be written", impossible);
        }
    }

    /** Answers a message that is longer than allowed. */
    static Reply tooLong(int mostBytes) {
        return unreadable(ErrorCodes.INVALID_REQUEST, "A message has at most " + mostBytes + " bytes.");
    }

    /** It is unknown to which request it belongs, so the answer has no id (JSON-RPC 2.0, 5). */
    private static Reply unreadable(int code, String sentence) {
        String answer = Json.text(json -> {
            json.writeStringProperty("jsonrpc", "2.0");
            json.writeName("id");
            json.writeNull();
            json.writeObjectPropertyStart("error");
            json.writeNumberProperty("code", code);
            json.writeStringProperty("message", sentence);
            json.writeEndObject();
        });
        return new Reply(Optional.of(answer), true);
    }

    private McpStatelessServerHandler handler() {
        if (handler == null) {
            throw new IllegalStateException("no server answers here yet");
        }
        return handler;
    }

    @Override
    public void setMcpHandler(McpStatelessServerHandler with) {
        handler = with;
    }

    @Override
    public List<String> protocolVersions() {
        return VERSIONS;
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }
}
