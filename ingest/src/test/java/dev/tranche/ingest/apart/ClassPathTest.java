package dev.tranche.ingest.apart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tranche.modules.ReadMain;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Documents are read by another process wherever this program was loaded from. */
@Timeout(300)
class ClassPathTest {

    private static final Pattern LIBRARIES =
            Pattern.compile("tranche-core|pdfbox|fontbox|commons-|jackson-|fastcsv|jsoup|hash4j|apache-mime4j|xz-");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** Jars in one folder, folders of classes, and files are all on the module path. */
    @Test
    void asModulesTheProgramReadsDocuments() throws IOException, InterruptedException {
        Path jars = Files.createDirectory(folder.resolve("modules"));
        List<String> modules = new ArrayList<>(List.of(jars.toString()));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path file = Path.of(entry);
            boolean ours = Files.isDirectory(file);
            if (ours && Files.exists(file.resolve("module-info.class"))) {
                modules.add(entry);
            } else if (ours && Files.exists(file.resolve("dev/tranche/ingest/Ingest.class"))) {
                jar(file, jars.resolve("tranche-ingest-9.jar"));
            } else if (LIBRARIES.matcher(file.getFileName().toString()).lookingAt()) {
                Files.copy(file, jars.resolve(file.getFileName()));
            }
        }
        Path rtf = Files.writeString(folder.resolve("a.rtf"), "{\\rtf1 The council bought three pumps.}");
        Path pdf = Files.write(folder.resolve("b.pdf"), pdf());
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-p",
                        String.join(File.pathSeparator, modules),
                        "--add-modules",
                        "ALL-MODULE-PATH",
                        "-cp",
                        ClassPath.file(ReadMain.class).orElseThrow(),
                        ReadMain.class.getName(),
                        rtf.toString(),
                        pdf.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(program.waitFor()).as(output).isZero();
        assertThat(output.lines())
                .contains(
                        "module tranche.ingest",
                        "a.rtf = The council bought three pumps.",
                        "b.pdf = The council bought four pumps.");
    }

    @Test
    void anEntryOfAModulePathIsAJarOrAFolder() throws IOException {
        Path exploded = Files.createDirectories(folder.resolve("all/quay"));
        Files.write(exploded.resolve("module-info.class"), new byte[0]);
        Path jar = Files.write(folder.resolve("all/dyke.jar"), new byte[0]);
        Files.writeString(folder.resolve("all/readme.txt"), "no");
        Files.createDirectory(folder.resolve("all/empty"));
        assertThat(ClassPath.ofModules(folder.resolve("all"))).containsExactly(jar.toString(), exploded.toString());
        assertThat(ClassPath.ofModules(exploded)).containsExactly(exploded.toString());
        assertThat(ClassPath.ofModules(jar)).containsExactly(jar.toString());
    }

    @Test
    void aProgramInsideAnotherFileSaysSo() throws IOException {
        assertThatThrownBy(() -> ClassPath.file("jar:nested:/opt/all.jar/!lib/ingest.jar!/"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("this program was loaded from jar:nested:/opt/all.jar/!lib/ingest.jar!/")
                .hasMessageContaining("with its jars on the class path or the module path");
        assertThat(ClassPath.file("jrt:/dev.tranche.core")).isEmpty();
        assertThat(ClassPath.file("file:/opt/with%20space/a.jar")).contains("/opt/with space/a.jar");
        assertThat(ClassPath.file("file:/opt/with space/a.jar")).contains("/opt/with space/a.jar");
    }

    private static byte[] pdf() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream words = new PDPageContentStream(document, page)) {
                words.beginText();
                words.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                words.newLineAtOffset(50, 700);
                words.showText("The council bought four pumps.");
                words.endText();
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static void jar(Path classes, Path target) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(target));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                jar.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, jar);
                jar.closeEntry();
            }
        }
    }
}
