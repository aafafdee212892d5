package dev.tranche.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Joins the parts from Maven and npm in one bill of materials (CycloneDX, JSON) and checks the licences of all of
 * it.
 */
public final class BillOfMaterials {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private BillOfMaterials() {}

    /**
     * Writes the bill; exits with 1 when a licence is refused. Arguments: Maven's bill, {@code package-lock.json}, the
     * file to write.
     */
    public static void main(String[] arguments) throws IOException {
        JsonNode bill = joined(read(arguments[0]), new NpmLock(read(arguments[1])));
        List<String> refused = Licences.refused(bill);
        refused.forEach(System.err::println);
        if (!refused.isEmpty()) {
            System.exit(1);
        }
        Path file = Path.of(arguments[2]);
        Files.createDirectories(file.getParent());
        Files.writeString(file, JSON.writeValueAsString(bill).replace("\r\n", "\n") + "\n");
    }

    /** Returns Maven's bill with the packages of npm, which the part {@code tranche-web} depends on. */
    static JsonNode joined(JsonNode maven, NpmLock npm) {
        ObjectNode bill = (ObjectNode) maven.deepCopy();
        ArrayNode components = bill.withArray("components");
        ArrayNode dependencies = bill.withArray("dependencies");
        for (NpmLock.Part part : npm.parts()) {
            components.add(component(part));
            dependencies.add(dependency(part.reference(), part.uses()));
        }
        String web = reference(components, "tranche-web");
        for (JsonNode each : dependencies) {
            if (each.path("ref").asString("").equals(web)) {
                ArrayNode uses = ((ObjectNode) each).withArray("dependsOn");
                npm.direct().forEach(uses::add);
            }
        }
        return bill;
    }

    private static String reference(JsonNode components, String name) {
        for (JsonNode each : components) {
            if (each.path("name").asString("").equals(name)) {
                return each.path("bom-ref").asString("");
            }
        }
        throw new IllegalArgumentException(
                "Maven's bill does not list " + name + ", which the packages of npm belong to.");
    }

    private static ObjectNode component(NpmLock.Part part) {
        ObjectNode component = JSON.createObjectNode();
        component.put("type", "library").put("bom-ref", part.reference());
        int slash = part.name().indexOf('/');
        if (slash > 0) {
            component.put("group", part.name().substring(0, slash));
        }
        component.put("name", part.name().substring(slash + 1)).put("version", part.version());
        component.put("scope", "required");
        if (!part.sha512().isEmpty()) {
            component.withArray("hashes").addObject().put("alg", "SHA-512").put("content", part.sha512());
        }
        if (!part.licence().isEmpty()) {
            ObjectNode licence = component.withArray("licenses").addObject();
            if (part.licence().contains(" ")) {
                licence.put("expression", part.licence());
            } else {
                licence.putObject("license").put("id", part.licence());
            }
        }
        return component.put("purl", part.reference());
    }

    private static ObjectNode dependency(String reference, List<String> uses) {
        ObjectNode dependency = JSON.createObjectNode().put("ref", reference);
        ArrayNode array = dependency.putArray("dependsOn");
        uses.forEach(array::add);
        return dependency;
    }

    private static JsonNode read(String name) throws IOException {
        Path file = Path.of(name);
        if (!Files.exists(file)) {
            throw new IOException(file + " is missing. Maven cannot make its bill offline: leave out -o.");
        }
        return JSON.readTree(Files.readString(file));
    }
}
