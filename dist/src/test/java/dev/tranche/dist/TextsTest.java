package dev.tranche.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tranche.app.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class TextsTest {

    private static final List<CommandSpec> COMMANDS =
            Described.all(Main.described().getCommandSpec()).toList();

    @Test
    void everyCommandHasAPageWithAllOfItsOptions() throws IOException {
        assertThat(COMMANDS).hasSizeGreaterThan(30);
        for (CommandSpec command : COMMANDS) {
            String page = Files.readString(Made.SHARE.resolve("man/man1").resolve(ManPages.fileName(command)));
            for (OptionSpec option : Described.options(command)) {
                assertThat(page).contains("\\fB" + option.longestName().replace("-", "\\-") + "\\fR");
            }
            assertThat(page.lines().filter(line -> line.startsWith(".")))
                    .as("requests of " + command.qualifiedName())
                    .allMatch(line -> line.matches("\\.(TH|SH|TP|PP|nf|fi|BR)\\b.*"));
        }
    }

    @Test
    void pagesAreFormattedWithoutAWarning() throws IOException, InterruptedException {
        assumeTrue(has("groff"), "no groff on this machine");
        try (Stream<Path> pages = Files.list(Made.SHARE.resolve("man/man1"))) {
            for (Path page : pages.toList()) {
                assertThat(said("groff", "-man", "-ww", "-Kutf8", "-Tutf8", "-P-bcou", page.toString()))
                        .contains("EXIT STATUS")
                        .doesNotContain("warning:", "error:");
            }
        }
    }

    @Test
    void bashCompletesCommandsAndOptions() throws IOException, InterruptedException {
        assumeTrue(has("bash"), "no bash on this machine");
        Path file = Made.SHARE.resolve("bash-completion/completions/tranche");
        String complete = "source '" + file
                + "'; COMP_WORDS=(%s); COMP_CWORD=%d; _complete_tranche 2>/dev/null; echo ${COMPREPLY[@]}";
        assertThat(said("bash", "-c", complete.formatted("tranche tim", 1)).strip())
                .isEqualTo("timeline");
        assertThat(said("bash", "-c", complete.formatted("tranche demo --ser", 2))
                        .strip())
                .isEqualTo("--serve");
    }

    @Test
    void fishCompletesCommandsAndOptions() throws IOException, InterruptedException {
        assumeTrue(has("fish"), "no fish on this machine");
        Path file = Made.SHARE.resolve("fish/vendor_completions.d/tranche.fish");
        String complete = "source '" + file + "'; complete -C '%s'";
        assertThat(said("fish", "--no-config", "-c", complete.formatted("tranche tim")))
                .startsWith("timeline\t");
        assertThat(said("fish", "--no-config", "-c", complete.formatted("tranche demo --ser")))
                .startsWith("--serve\t");
        assertThat(said("fish", "--no-config", "-c", complete.formatted("tranche accounts ad")))
                .startsWith("add\t");
        assertThat(said("fish", "--no-config", "-c", complete.formatted("tranche accounts add --ro")))
                .startsWith("--role\t");
    }

    @Test
    void zshReadsItsCompletion() throws IOException, InterruptedException {
        assumeTrue(has("zsh"), "no zsh on this machine");
        Path folder = Made.SHARE.resolve("zsh/site-functions");
        assertThat(said("zsh", "-n", folder.resolve("_tranche").toString())).isEmpty();
        assertThat(said(
                        "zsh",
                        "-f",
                        "-c",
                        "fpath=('" + folder + "' $fpath); autoload -Uz compinit; compinit -D; autoload +X _tranche;"
                                + " print $_comps[tranche]"))
                .contains("_tranche");
    }

    private static boolean has(String tool) {
        return Stream.of("/bin", "/usr/bin").anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    private static String said(String... call) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(call).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
