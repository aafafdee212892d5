package dev.tranche.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tranche.ledger.Commitment;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static BookExport without(int most) {
        List<Commitment> entries = SampleBook.book().ledger().entries();
        return SampleBook.of(Selected.NOTHING
                .withEntries(entries.subList(0, entries.size() - most), true, Commitment::counted)
                .withStatements(SampleBook.book(), Optional.empty(), Optional.empty()));
    }

    @Test
    void theSameBookGivesTheSameBytes() throws IOException {
        Release one = Release.write(SampleBook.whole(), folder.resolve("a"));
        Release two = Release.write(SampleBook.whole(), folder.resolve("b"));
        assertThat(one.number()).isEqualTo(1);
        assertThat(one.file().getFileName()).isEqualTo(two.file().getFileName());
        assertThat(Files.mismatch(one.file(), two.file())).isEqualTo(-1);
        assertThat(one.file().getFileName().toString()).matches("release-0001-2026-02-03-[0-9a-f]{12}\\.zip");
    }

    @Test
    void theManifestHoldsTheHashOfEveryFile() throws IOException {
        Release release = Release.write(SampleBook.whole(), folder);
        try (ZipFile zip = new ZipFile(release.file().toFile())) {
            JsonNode manifest = new ObjectMapper().readTree(zip.getInputStream(zip.getEntry("MANIFEST.json")));
            assertThat(manifest.get("files").size()).isEqualTo(zip.size() - 1).isGreaterThan(25);
            for (JsonNode file : manifest.get("files")) {
                byte[] content = zip.getInputStream(
                                zip.getEntry(file.get("name").asText()))
                        .readAllBytes();
                assertThat(file.get("bytes").asInt()).isEqualTo(content.length);
                assertThat(file.get("sha256").asText())
                        .isEqualTo(HexFormat.of().formatHex(Hashes.digest().digest(content)));
            }
        }
    }

    @Test
    void theNextReleaseSaysWhatChangedAndWhy() throws IOException {
        Release one = Release.write(without(5), folder);
        Release two = Release.write(SampleBook.whole(), folder);
        assertThat(two.number()).isEqualTo(2);
        assertThat(two.changes().count(Changes.Kind.ADDED)).isEqualTo(5);
        assertThat(two.changes().count(Changes.Kind.REMOVED)).isZero();
        assertThat(two.changes().count(Changes.Kind.CHANGED)).isZero();
        assertThat(two.changes().entries().getFirst().reasons()).isNotEmpty();
        two.changes()
                .sums()
                .forEach((currency, pair) -> assertThat(new BigDecimal(pair.after()))
                        .isEqualTo(
                                SampleBook.whole().cover().sums().byCurrency().get(currency)));
        Changes back = Changes.between(Snapshot.read(two.file()), Snapshot.read(one.file()));
        assertThat(back.count(Changes.Kind.REMOVED)).isEqualTo(5);
        assertThat(ChangeNotes.of(back)).contains("0 entries added, 5 removed, 0 changed.");
        assertThat(Changes.between(Snapshot.read(two.file()), Snapshot.read(two.file()))
                        .entries())
                .isEmpty();
    }

    /** Each of these cells says something that readers rely on. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "standing",
                "counted",
                "donor",
                "recipient",
                "amount",
                "amount_max",
                "currency",
                "bound",
                "type",
                "authority",
                "stage",
                "from",
                "to",
                "parent",
                "leaf",
                "ordinal"
            })
    void everyCellThatDiffersIsAChange(String column) {
        Changes changes = Changes.between(state(column, "one", Map.of()), state(column, "two", Map.of()));
        assertThat(changes.entries())
                .singleElement()
                .satisfies(change ->
                        assertThat(change.cells()).containsExactly(Map.entry(column, new Changes.Pair("one", "two"))));
    }

    @Test
    void onlyNewDecisionsAreReasons() {
        Changes changes = Changes.between(
                state("type", "one", Map.of("d1", "Corrects. Why: old")),
                state("type", "two", Map.of("d1", "Corrects. Why: old", "d2", "Merges. Why: new")));
        assertThat(changes.entries().getFirst().reasons()).containsExactly("decision d2: Merges. Why: new");
    }

    private static Snapshot state(String column, String value, Map<String, String> decisions) {
        return new Snapshot(
                value, "Tranche", Map.of("an-entry", Map.of(column, value)), Map.of(), Map.of("an-entry", decisions));
    }
}
