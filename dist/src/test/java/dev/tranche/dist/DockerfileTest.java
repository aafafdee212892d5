package dev.tranche.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows the instructions of the Dockerfile in folders in place of images, since no engine for containers is needed to
 * build Tranche. Not shown by this: that the base images exist and contain what is used from them.
 */
class DockerfileTest {

    private static final Path FILE = Path.of(System.getProperty("tranche.root", ".."), "dist/src/files/Dockerfile");

    /** An absolute path of a command: it lies in the folder of the stage. */
    private static final Pattern ABSOLUTE = Pattern.compile("(?<=\\s|^)/(?=[a-z])");

    private static final Pattern WORDS = Pattern.compile("\"([^\"]*)\"");

    @TempDir
    Path scratch;

    /** An instruction and what follows it. */
    private record Instruction(String name, String rest) {

        String[] words() {
            return rest.split(" ");
        }
    }

    private static List<Instruction> instructions() throws IOException {
        List<Instruction> all = new ArrayList<>();
        for (String line : Files.readAllLines(FILE)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(" ", 2);
                all.add(new Instruction(parts[0], parts[1].strip()));
            }
        }
        assertThat(all).hasSizeGreaterThan(8);
        return all;
    }

    @Test
    void itsInstructionsMakeAnImageThatStarts() throws IOException, InterruptedException {
        Map<String, Path> stages = new HashMap<>();
        Path root = scratch;
        String home = "/";
        String entry = "";
        List<String> usual = List.of();
        for (Instruction one : instructions()) {
            switch (one.name()) {
                case "FROM" -> {
                    root = Files.createDirectories(scratch.resolve("stage " + stages.size()));
                    Files.createDirectories(root.resolve("opt/java"));
                    stages.put(one.words().length > 2 ? one.words()[2] : "", root);
                    assertThat(one.words()[0]).matches("eclipse-temurin:25-(jdk|jre)");
                }
                case "COPY" -> copy(one.words(), root, stages);
                case "RUN" -> run(one.rest(), root);
                case "WORKDIR", "VOLUME" -> {
                    home = one.rest();
                    assertThat(root.resolve(home.substring(1))).isDirectory();
                }
                case "USER" -> assertThat(one.rest()).matches("[1-9]\\d+:[1-9]\\d+");
                case "ENV" -> assertThat(one.rest()).matches("[A-Z_]+=\\S+");
                case "EXPOSE" ->
                    assertThat(launched(root, entry(instructions()))
                                    .call("serve", "--help")
                                    .out())
                            .contains("Default: " + one.rest());
                case "ENTRYPOINT" -> entry = entry(instructions());
                case "CMD" -> usual = words(one.rest());
                default -> throw new AssertionError("an instruction that this test does not know: " + one);
            }
        }
        Launched.Said said = launched(root, entry).call(usual.toArray(String[]::new));
        assertThat(said.status()).as(said.err()).isZero();
        assertThat(said.out()).contains("tranche", "export", "serve");
        Path report = Files.writeString(
                root.resolve(home.substring(1)).resolve("report.txt"),
                "Canada will give Ukraine $500 million in military aid, Mr Trudeau said.\n");
        String book = report.resolveSibling("book.db").toString();
        assertThat(launched(root, entry)
                        .call("add", "--book", book, report.toString())
                        .status())
                .isZero();
        assertThat(launched(root, entry).call("ledger", "--book", book).out()).contains("Canada");
    }

    private static String entry(List<Instruction> all) {
        List<String> words = all.stream()
                .filter(one -> one.name().equals("ENTRYPOINT"))
                .map(one -> words(one.rest()))
                .findFirst()
                .orElseThrow();
        assertThat(words).as("a program without arguments").hasSize(1);
        return words.getFirst();
    }

    private Launched launched(Path root, String entry) throws IOException {
        return Launched.of(
                root.resolve(entry.substring(1)),
                scratch.resolve("machine"),
                Optional.of(Path.of(System.getProperty("java.home"))));
    }

    private static List<String> words(String array) {
        Matcher found = WORDS.matcher(array);
        return found.results().map(one -> one.group(1)).toList();
    }

    /** From the release, or from an earlier stage. */
    private static void copy(String[] words, Path root, Map<String, Path> stages) throws IOException {
        Path to = root.resolve(words[words.length - 1].substring(1));
        if (!words[0].startsWith("--from=")) {
            List<Path> found = new ArrayList<>();
            try (DirectoryStream<Path> listed = Files.newDirectoryStream(Made.RELEASE, words[0])) {
                listed.forEach(found::add);
            }
            assertThat(found)
                    .as("files beside the Dockerfile that are " + words[0])
                    .hasSize(1);
            Files.copy(found.getFirst(), to);
            return;
        }
        String stage = words[0].substring("--from=".length());
        Path built = stages.get(stage);
        if (built == null) {
            throw new AssertionError("a stage that the Dockerfile does not build: " + stage);
        }
        Path from = built.resolve(words[1].substring(1));
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path copy = to.resolve(from.relativize(each).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(each, copy, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** Runs a command whose absolute paths lie in a stage; who owns a file is not changed, as only root may. */
    private void run(String command, Path root) throws IOException, InterruptedException {
        Path owner = Files.createDirectories(scratch.resolve("owner")).resolve("chown");
        Files.writeString(owner, "#!/bin/sh\n[ -e \"$2\" ]\n");
        Files.setPosixFilePermissions(owner, PosixFilePermissions.fromString("rwxr-xr-x"));
        String here = ABSOLUTE.matcher(command).replaceAll("\"\\$ROOT\"/");
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", here).inheritIO();
        builder.environment().put("ROOT", root.toString());
        builder.environment()
                .put("PATH", owner.getParent() + ":" + System.getProperty("java.home") + "/bin:/usr/bin:/bin");
        assertThat(builder.start().waitFor()).as(command).isZero();
    }
}
