package dev.tranche.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BillOfMaterialsTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static JsonNode made() throws IOException {
        return JSON.readTree(Files.readString(Made.RELEASE.resolve("tranche-" + Made.VERSION + ".cdx.json")));
    }

    @Test
    void listsThePartsOfMavenAndOfNpm() throws IOException {
        List<String> parts = new ArrayList<>();
        made().path("components").forEach(part -> parts.add(part.path("purl").asString()));
        assertThat(parts).anyMatch(part -> part.startsWith("pkg:maven/org.xerial/sqlite-jdbc@"));
        assertThat(parts).anyMatch(part -> part.startsWith("pkg:npm/svelte@"));
        assertThat(parts).anyMatch(part -> part.startsWith("pkg:npm/d3-array@"));
        assertThat(parts).as("what only builds the pages").noneMatch(part -> part.startsWith("pkg:npm/vite@"));
        assertThat(parts).as("what only tests").noneMatch(part -> part.contains("assertj"));
    }

    @Test
    void everyPartThatAnotherUsesIsListedOnce() throws IOException {
        JsonNode bill = made();
        List<String> references = new ArrayList<>();
        bill.path("components")
                .forEach(part -> references.add(part.path("bom-ref").asString()));
        Set<String> known = new HashSet<>(references);
        assertThat(known).hasSameSizeAs(references);
        bill.path("dependencies")
                .forEach(each ->
                        each.path("dependsOn").forEach(used -> assertThat(known).contains(used.asString())));
    }

    @Test
    void theSameBuildMakesTheSameBill() throws IOException {
        assertThat(made().has("serialNumber")).isFalse();
    }

    @Test
    void aPartOfAnotherLicenceOrOfNoneIsRefused() {
        assertThat(Licences.refused(bill("{\"license\":{\"id\":\"MIT\"}}"))).isEmpty();
        assertThat(Licences.refused(bill("{\"expression\":\"(GPL-3.0-only OR MIT)\"}")))
                .isEmpty();
        assertThat(Licences.refused(bill("{\"license\":{\"id\":\"GPL-3.0-only\"}},{\"license\":{\"name\":\"ISC\"}}")))
                .isEmpty();
        assertThat(Licences.refused(bill("{\"expression\":\"GPL-3.0-only AND MIT\"}")))
                .hasSize(1);
        assertThat(Licences.refused(bill("{\"license\":{\"id\":\"AGPL-3.0-only\"}}")))
                .singleElement()
                .asString()
                .contains("pkg:npm/a@1", "AGPL-3.0-only");
        assertThat(Licences.refused(bill(""))).hasSize(1);
        assertThat(Licences.refused(JSON.readTree("{\"components\":[]}"))).hasSize(1);
    }

    private static JsonNode bill(String licences) {
        return JSON.readTree("{\"components\":[{\"purl\":\"pkg:npm/a@1\",\"licenses\":[" + licences + "]}]}");
    }

    @Test
    void packagesAreFoundAsNodeFindsThem() {
        NpmLock lock = new NpmLock(JSON.readTree("""
            {"lockfileVersion": 3, "packages": {
              "": {"dependencies": {"a": "1"}, "devDependencies": {"tool": "1"}},
              "node_modules/a": {"version": "1.0.0", "license": "MIT", "dependencies": {"@s/b": "^2"}},
              "node_modules/@s/b": {"version": "1.0.0", "license": "MIT"},
              "node_modules/a/node_modules/@s/b": {"version": "2.0.0", "license": "ISC", "integrity": "sha512-AP8="},
              "node_modules/tool": {"version": "1.0.0", "license": "MIT", "dev": true}
            }}
            """));
        assertThat(lock.direct()).containsExactly("pkg:npm/a@1.0.0");
        assertThat(lock.parts())
                .extracting(NpmLock.Part::reference)
                .containsExactly("pkg:npm/a@1.0.0", "pkg:npm/%40s/b@1.0.0", "pkg:npm/%40s/b@2.0.0");
        assertThat(lock.parts().getFirst().uses()).containsExactly("pkg:npm/%40s/b@2.0.0");
        assertThat(lock.parts().getLast().sha512()).isEqualTo("00ff");
        assertThatThrownBy(() -> new NpmLock(JSON.readTree("{\"lockfileVersion\": 1}")))
                .hasMessageContaining("version 3");
    }
}
