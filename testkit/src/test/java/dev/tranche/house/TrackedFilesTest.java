package dev.tranche.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No file of the repository names a folder of one machine or the host of a package registry. */
class TrackedFilesTest {
    /** The alternatives are cut in two so that this file does not match itself. */
    private static final Pattern MACHINE =
            Pattern.compile("/ro" + "ot/|/wo" + "rk/|/ho" + "me/\\w|/Use" + "rs/\\w" + "|repo\\d?\\.ma"
                    + "ven|central\\.sona" + "type|registry\\.np" + "mjs|(deb|security)\\.deb" + "ian\\.org");

    /** Larger files are sample texts and lists of names, not places where a path slips in. */
    private static final long LARGEST_BYTES = 1_000_000;

    @Test
    void nameNoMachineAndNoRegistry() throws IOException, InterruptedException {
        Path root = Sources.root();
        assumeTrue(Files.exists(root.resolve(".git")), "not a git checkout, so nothing says which files belong to it");
        List<String> files = tracked(root);
        assertThat(files).as("tracked files").isNotEmpty();
        List<String> findings = new ArrayList<>();
        for (String name : files) {
            Path file = root.resolve(name);
            if (Files.isRegularFile(file) && Files.size(file) <= LARGEST_BYTES) {
                find(name, Files.readString(file, StandardCharsets.ISO_8859_1), findings);
            }
        }
        assertThat(findings).isEmpty();
    }

    private static void find(String name, String text, List<String> findings) {
        int line = 1;
        for (String each : (Iterable<String>) text.lines()::iterator) {
            Matcher matcher = MACHINE.matcher(each);
            if (matcher.find()) {
                findings.add(name + ":" + line + ": names a machine's folder or a registry: " + matcher.group());
            }
            line++;
        }
    }

    /** Tracked files, and those that would be tracked: a new file should fail before it is committed. */
    private static List<String> tracked(Path root) throws IOException, InterruptedException {
        Process git = new ProcessBuilder("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z")
                .directory(root.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(git.waitFor() == 0, "git cannot list the files of this checkout");
        return List.of(names.split("\0"));
    }
}
