package dev.tranche.dist;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Refuses parts of a bill of materials (CycloneDX, JSON) without a licence from the list. */
final class Licences {

    private static final Set<String> ALLOWED = Set.of(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            // The text of the MIT licence under the name of its licensor.
            "Bouncy Castle Licence",
            "CC0-1.0",
            "EPL-2.0",
            "ISC",
            "MIT",
            "MIT-0",
            "MPL-2.0",
            "PostgreSQL",
            "Unicode-3.0",
            "UPL-1.0");

    private Licences() {}

    /** Returns one line for each part whose licences are all outside the list. Of several licences one suffices. */
    static List<String> refused(JsonNode bill) {
        JsonNode parts = bill.path("components");
        if (parts.isEmpty()) {
            return List.of("the bill lists no part, so that nothing was checked");
        }
        List<String> lines = new ArrayList<>();
        for (JsonNode part : parts) {
            List<String> licences = licences(part);
            if (licences.stream().noneMatch(Licences::isAllowed)) {
                lines.add(part.path("purl").asString("a part without an address") + " has the licence " + licences
                        + ", which is not on the list in Licences.java");
            }
        }
        return lines;
    }

    private static List<String> licences(JsonNode part) {
        List<String> found = new ArrayList<>();
        for (JsonNode licence : part.path("licenses")) {
            JsonNode named = licence.path("license");
            String id = named.path("id").asString(named.path("name").asString(""));
            found.add(id.isEmpty() ? licence.path("expression").asString("") : id);
        }
        return found;
    }

    /** An SPDX expression: any of its alternatives may be taken, and all that it joins must be on the list. */
    private static boolean isAllowed(String licence) {
        return Stream.of(licence.replaceAll("[()]", " ").split(" OR "))
                .anyMatch(choice ->
                        Stream.of(choice.split(" AND ")).map(String::strip).allMatch(ALLOWED::contains));
    }
}
