package dev.tranche;

import static org.assertj.core.api.Assertions.assertThat;

import com.dynatrace.hash4j.similarity.SimilarityHashPolicy;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.reflect.ClassFileFormatVersion;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;

/** Core as a module of another program: it is resolved with what it requires, and reads. */
class CoreModuleTest {

    private static final String NAME = "dev.tranche.core";

    private static ModuleFinder finder() throws URISyntaxException {
        List<Path> places = new ArrayList<>();
        for (Class<?> one : List.of(
                Tranche.class, CsvReader.class, SimilarityHashPolicy.class, JsonParser.class, NullMarked.class)) {
            places.add(Path.of(
                    one.getProtectionDomain().getCodeSource().getLocation().toURI()));
        }
        return ModuleFinder.of(places.toArray(Path[]::new));
    }

    @Test
    void aProgramOnTheModulePathReads() throws ReflectiveOperationException, URISyntaxException {
        Configuration resolved = ModuleLayer.boot().configuration().resolve(finder(), ModuleFinder.of(), Set.of(NAME));
        ModuleLayer layer =
                ModuleLayer.boot().defineModulesWithOneLoader(resolved, ClassLoader.getPlatformClassLoader());
        Class<?> tranche = layer.findLoader(NAME).loadClass("dev.tranche.Tranche");
        assertThat(tranche.getModule().getName()).isEqualTo(NAME);
        Object read = tranche.getMethod("read", String.class, String.class)
                .invoke(null, "note", "Canada will give Ukraine $500 million in military aid.");
        assertThat(read.toString()).contains("500000000", "CA", "UA");
    }

    /** Maven may run on an older Java than the one that compiles, and its jar plugin reads the declaration. */
    @Test
    void everyJavaThatRunsMavenCanReadItsDeclaration() throws IOException, URISyntaxException {
        try (ModuleReader core = finder().find(NAME).orElseThrow().open();
                DataInputStream in =
                        new DataInputStream(core.open("module-info.class").orElseThrow())) {
            assertThat(in.readInt()).isEqualTo(0xCAFEBABE);
            in.readUnsignedShort();
            assertThat(in.readUnsignedShort()).isLessThanOrEqualTo(ClassFileFormatVersion.RELEASE_17.major());
        }
    }

    @Test
    void whatItExportsLeavesOutItsWorkings() throws URISyntaxException {
        ModuleDescriptor module = finder().find(NAME).orElseThrow().descriptor();
        Set<String> exported = module.exports().stream()
                .filter(one -> !one.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toSet());
        assertThat(exported).contains("dev.tranche", "dev.tranche.fact", "dev.tranche.ledger", "dev.tranche.view");
        Set<String> inside = module.packages().stream()
                .filter(name -> !exported.contains(name))
                .collect(Collectors.toSet());
        assertThat(inside).contains("dev.tranche.syntax", "dev.tranche.assistance", "dev.tranche.eval");
    }
}
