package dev.tranche.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Clients of the protocol's own library, which check every structured answer against the schema of its tool. */
final class McpClients {

    private static final McpJsonMapper MAPPER = new JacksonMcpJsonMapper(JsonMapper.shared());
    private static final ObjectMapper JSON = new ObjectMapper();

    private McpClients() {}

    /** Validates with the library that checks the contract of the server as well. */
    private static final class Strict implements JsonSchemaValidator {

        private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

        @Override
        public ValidationResponse validate(Map<String, Object> schema, Object value) {
            try {
                String text = value instanceof String given ? given : MAPPER.writeValueAsString(value);
                List<Error> wrong = registry.getSchema(MAPPER.writeValueAsString(schema), InputFormat.JSON)
                        .validate(text, InputFormat.JSON);
                return wrong.isEmpty()
                        ? ValidationResponse.asValid(text)
                        : ValidationResponse.asInvalid(wrong.toString());
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    /** Returns a client of a server, with a token or without one. */
    static McpSyncClient overHttp(int port, Optional<String> token) {
        return started(HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + port)
                .endpoint("/api/v1/mcp")
                .jsonMapper(MAPPER)
                .addHttpRequestCustomizer((request, method, uri, body, context) ->
                        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret)))
                .build());
    }

    /** Returns a client that starts a program and speaks to it over its pipes. */
    static McpSyncClient overPipes(List<String> command) {
        return overPipes(command, Map.of());
    }

    /** Returns such a client; the program gets further variables. */
    static McpSyncClient overPipes(List<String> command, Map<String, String> environment) {
        ServerParameters program = ServerParameters.builder(command.getFirst())
                .args(command.subList(1, command.size()))
                .env(environment)
                .build();
        return started(new StdioClientTransport(program, MAPPER));
    }

    private static McpSyncClient started(McpClientTransport transport) {
        McpSyncClient client = McpClient.sync(transport)
                .requestTimeout(Duration.ofSeconds(60))
                .initializationTimeout(Duration.ofSeconds(60))
                .clientInfo(McpSchema.Implementation.builder("test", "1").build())
                .jsonSchemaValidator(new Strict())
                .enableCallToolSchemaCaching(true)
                .build();
        try {
            client.initialize();
            return client;
        } catch (RuntimeException failed) {
            client.close();
            throw failed;
        }
    }

    /** Calls a tool that must answer, and returns its structured answer. */
    static JsonNode ask(McpSyncClient client, String tool, Map<String, Object> arguments) {
        CallToolResult result = call(client, tool, arguments);
        assertThat(result.isError()).as(tool + arguments + " " + text(result)).isFalse();
        assertThat(text(result)).isNotBlank();
        try {
            return JSON.readTree(MAPPER.writeValueAsString(result.structuredContent()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Calls a tool that must refuse, and returns what it says. */
    static String refused(McpSyncClient client, String tool, Map<String, Object> arguments) {
        CallToolResult result = call(client, tool, arguments);
        assertThat(result.isError()).as(tool + arguments + " " + text(result)).isTrue();
        return text(result);
    }

    static CallToolResult call(McpSyncClient client, String tool, Map<String, Object> arguments) {
        return client.callTool(
                McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
    }

    /** Returns the words of an answer. */
    static String text(CallToolResult result) {
        return ((McpSchema.TextContent) result.content().getFirst()).text();
    }
}
