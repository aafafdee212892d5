package dev.tranche.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The contract of the interface, to check answers against and to see that everything in it was asked. */
final class Contract {

    private static final String PLACE = "https://tranche.invalid/openapi.json";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode root;
    private final SchemaRegistry registry;
    private final Set<String> asked = new HashSet<>();

    private Contract(JsonNode root) {
        this.root = root;
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(PLACE, root.toString())));
    }

    static Contract read() {
        try (InputStream yaml = Contract.class.getResourceAsStream("openapi.yaml")) {
            return new Contract(new ObjectMapper(new YAMLFactory()).readTree(yaml));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Returns every method and path, such as {@code GET /ledger}. */
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        root.get("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (METHODS.contains(method)) {
                        operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        return operations;
    }

    /** Returns the operations that no answer was checked for. */
    Set<String> unasked() {
        Set<String> rest = new TreeSet<>(operations());
        rest.removeAll(asked);
        return rest;
    }

    /** Checks that an answer is one that the contract knows for an operation, and that its body is of its schema. */
    void check(String operation, HttpResponse<String> answer) {
        String[] parts = operation.split(" ", 2);
        JsonNode responses = root.get("paths")
                .path(parts[1])
                .path(parts[0].toLowerCase(Locale.ROOT))
                .path("responses");
        assertThat(responses.isObject()).as(operation + " is in the contract").isTrue();
        String status = String.valueOf(answer.statusCode());
        boolean known = responses.has(status);
        if (known && answer.statusCode() < 300) {
            asked.add(operation);
        }
        String type = answer.headers()
                .firstValue("Content-Type")
                .orElse("")
                .split(";", 2)[0]
                .strip();
        if (known && !responses.get(status).has("content")) {
            assertThat(answer.body()).as(operation + " answers without a body").isEmpty();
            return;
        }
        String pointer = known
                ? "/paths/" + escaped(parts[1]) + "/" + parts[0].toLowerCase(Locale.ROOT) + "/responses/" + status
                : "/components/responses/Problem";
        String schema = pointer + "/content/" + escaped(type) + "/schema";
        assertThat(root.at(schema).isMissingNode())
                .as("%s answers %s with %s: %s", operation, status, type, answer.body())
                .isFalse();
        if (type.endsWith("json")) {
            checkSchema(operation, schema, answer.body());
        }
    }

    private void checkSchema(String operation, String pointer, String body) {
        Schema schema = registry.getSchema("{\"$ref\": \"" + PLACE + "#" + pointer + "\"}", InputFormat.JSON);
        assertThat(schema.validate(body, InputFormat.JSON))
                .as("%s: %s", operation, Optional.of(body).map(text -> text.substring(0, Math.min(600, text.length()))))
                .isEmpty();
    }

    private static String escaped(String segment) {
        return segment.replace("~", "~0").replace("/", "~1");
    }
}
