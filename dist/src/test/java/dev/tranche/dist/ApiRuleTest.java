package dev.tranche.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tranche.dist.ApiRule.Differences;
import dev.tranche.dist.ApiRule.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiRuleTest {

    private static final Differences SAME = new Differences(List.of(), List.of());
    private static final Differences MORE = new Differences(List.of(), List.of("a.More"));
    private static final Differences BROKEN = new Differences(List.of("a.Gone"), List.of("a.More"));

    private static boolean isRefused(String before, String now, Differences found) throws IOException {
        return ApiRule.judge(Version.of(before), Version.of(now), found).isRefused();
    }

    @ParameterizedTest
    @CsvSource({"1.2.3,1.2.4", "1.2.3,1.3.0", "1.2.3,1.2.3", "0.1.0,0.1.1", "0.1.0,0.1.0"})
    void whatBreaksProgramsIsRefusedInTheseVersions(String before, String now) throws IOException {
        assertThat(isRefused(before, now, BROKEN)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1.2.3,2.0.0", "1.2.3,3.1.4", "0.1.0,0.2.0", "0.1.0,1.0.0", "0.1.0,0.2.0-SNAPSHOT"})
    void whatBreaksProgramsMayComeWithTheseVersions(String before, String now) throws IOException {
        assertThat(isRefused(before, now, BROKEN)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3,1.2.4,true",
        "1.2.3,1.3.0,false",
        "1.2.3,2.0.0,false",
        "0.1.0,0.1.0,true",
        "0.1.0,0.1.1,false",
        "0.9.0,0.10.0,false"
    })
    void whatIsAddedNeedsAVersionOfItsOwn(String before, String now, boolean refused) throws IOException {
        assertThat(isRefused(before, now, MORE)).isEqualTo(refused);
    }

    @Test
    void theSameTypesMayHaveTheSameVersionButNoEarlierOne() throws IOException {
        assertThat(isRefused("1.2.3", "1.2.3", SAME)).isFalse();
        assertThat(isRefused("1.2.3", "1.2.2", SAME)).isTrue();
    }

    @Test
    void theRefusalNamesTypesAndTheVersionNeeded() throws IOException {
        assertThat(ApiRule.judge(Version.of("0.1.0"), Version.of("0.1.1"), BROKEN)
                        .words())
                .contains("a.Gone", "0.2.0 or later", "The version is 0.1.1")
                .doesNotContain("a.More");
    }

    @Test
    void aReportOfJapicmpIsRead(@TempDir Path folder) throws IOException {
        Path report = folder.resolve("api.xml");
        Files.writeString(report, """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <japicmp><classes>
            <class binaryCompatible="false" changeStatus="MODIFIED" fullyQualifiedName="a.Gone" sourceCompatible="false"/>
            <class binaryCompatible="true" changeStatus="MODIFIED" fullyQualifiedName="a.Source" sourceCompatible="false"/>
            <class binaryCompatible="true" changeStatus="NEW" fullyQualifiedName="a.More" sourceCompatible="true"/>
            <class binaryCompatible="true" changeStatus="UNCHANGED" fullyQualifiedName="a.Same" sourceCompatible="true"/>
            </classes></japicmp>
            """);
        assertThat(ApiRule.read(report)).isEqualTo(new Differences(List.of("a.Gone", "a.Source"), List.of("a.More")));
        Files.writeString(report, "nothing");
        assertThatThrownBy(() -> ApiRule.read(report)).hasMessageContaining("not a report");
    }

    @Test
    void aJarStatesItsVersion(@TempDir Path folder) throws IOException {
        Path jar = folder.resolve("core.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.finish();
        }
        assertThatThrownBy(() -> ApiRule.versionOf(jar)).hasMessageContaining("does not state its version");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, "2.4.6");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.finish();
        }
        assertThat(ApiRule.versionOf(jar)).isEqualTo(new Version(2, 4, 6));
        assertThatThrownBy(() -> Version.of("two")).hasMessageContaining("three numbers");
    }

    /** What is left out of the comparison is exactly what the module keeps to itself. */
    @Test
    void thePackagesLeftOutAreThoseNotExported() throws IOException {
        Path core = Path.of(System.getProperty("tranche.root", "..")).resolve("core");
        Path sources = core.resolve("src/main/java");
        TreeSet<String> kept = new TreeSet<>();
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.endsWith("package-info.java"))
                    .map(file -> sources.relativize(file.getParent()).toString().replace('/', '.'))
                    .forEach(kept::add);
        }
        found("exports ([a-z.]+);", sources.resolve("module-info.java")).forEach(kept::remove);
        assertThat(found("<exclude>(dev\\.tranche\\.[a-z.]+)</exclude>", core.resolve("pom.xml")))
                .containsExactlyElementsOf(kept)
                .isNotEmpty();
    }

    private static List<String> found(String pattern, Path file) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(file))
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
