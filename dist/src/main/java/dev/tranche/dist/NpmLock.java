package dev.tranche.dist;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The packages of npm that the pages are made of, from the lock file; what only builds and tests them is left out.
 *
 * @param lock the content of {@code package-lock.json}, version 3
 */
record NpmLock(JsonNode lock) {

    private static final String FOLDER = "node_modules/";
    private static final String ROOT = "";

    /** Refuses a lock file of another form. */
    NpmLock {
        if (lock.path("lockfileVersion").asInt() != 3 || !lock.path("packages").has(ROOT)) {
            throw new IllegalArgumentException("package-lock.json is not of version 3; write it with npm 7 or newer.");
        }
    }

    /**
     * A package.
     *
     * @param name such as {@code svelte} or {@code @types/node}
     * @param version such as {@code 5.57.3}
     * @param licence an SPDX expression; empty when the package names none
     * @param sha512 in hexadecimal digits; empty if the lock file has a checksum of another kind
     * @param uses the references of the packages that this one needs
     */
    record Part(String name, String version, String licence, String sha512, List<String> uses) {

        /** Returns the package URL, which is also the reference inside a bill. */
        String reference() {
            return NpmLock.reference(name, version);
        }
    }

    /** Returns the packages in the order of the lock file. */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : lock.path("packages").properties()) {
            JsonNode node = each.getValue();
            boolean shipped =
                    !node.path("dev").asBoolean() && !node.path("devOptional").asBoolean();
            if (!each.getKey().equals(ROOT) && !node.path("link").asBoolean() && shipped) {
                parts.add(new Part(
                        name(each.getKey()),
                        node.path("version").asString(),
                        node.path("license").asString(""),
                        sha512(node.path("integrity").asString("")),
                        uses(each.getKey())));
            }
        }
        return parts;
    }

    /** Returns the references of the packages that the pages name themselves. */
    List<String> direct() {
        return uses(ROOT);
    }

    private List<String> uses(String path) {
        return lock.path("packages").path(path).path("dependencies").properties().stream()
                .map(Map.Entry::getKey)
                .flatMap(name -> find(path, name).stream())
                .toList();
    }

    /** As Node looks for a package: below the one that asks, then below each folder above. */
    private Optional<String> find(String from, String name) {
        String folder = from;
        while (true) {
            String path = (folder.isEmpty() ? "" : folder + "/") + FOLDER + name;
            JsonNode node = lock.path("packages").path(path);
            if (!node.isMissingNode()) {
                return Optional.of(reference(name, node.path("version").asString()));
            }
            if (folder.isEmpty()) {
                return Optional.empty();
            }
            int above = folder.lastIndexOf("/" + FOLDER);
            folder = above < 0 ? "" : folder.substring(0, above);
        }
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf(FOLDER) + FOLDER.length());
    }

    private static String reference(String name, String version) {
        return "pkg:npm/" + name.replace("@", "%40") + "@" + version;
    }

    private static String sha512(String integrity) {
        String start = "sha512-";
        return integrity.startsWith(start)
                ? HexFormat.of().formatHex(Base64.getDecoder().decode(integrity.substring(start.length())))
                : "";
    }
}
