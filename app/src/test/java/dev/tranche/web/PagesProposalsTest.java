package dev.tranche.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import dev.tranche.app.Main;
import dev.tranche.cli.Terminal;
import dev.tranche.opinion.ModelServer;
import dev.tranche.opinion.ProposalFile;
import dev.tranche.store.BookAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a second reader proposes, on the desk. */
class PagesProposalsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private void ask(String book) {
        try (ModelServer server = ModelServer.saying(request -> "{\"answer\": 1}");
                PrintStream err = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8)) {
            Terminal terminal = new Terminal(
                    new ByteArrayInputStream(new byte[0]),
                    OutputStream.nullOutputStream(),
                    err,
                    Map.of(),
                    false,
                    false);
            assertThat(Main.run(
                            terminal,
                            "second-opinion",
                            "--book",
                            book,
                            "--second-reader",
                            server.address(),
                            "--model",
                            "tiny",
                            "--record",
                            "none"))
                    .isZero();
        }
    }

    @Test
    void aProposalIsAcceptedOrRefusedOnTheDesk() throws IOException {
        try (Reader reader = Reader.open(folder);
                Tab tab = reader.tab(1280, ColorScheme.LIGHT);
                Tab phone = reader.tab(360, ColorScheme.DARK)) {
            tab.open("/desk");
            assertThat(tab.find("main").innerText()).doesNotContain("Second reader");
            String book = folder.resolve("samples.db").toString();
            ask(book);
            ProposalFile answers = ProposalFile.of(BookAddress.parse(book));
            tab.open("/desk?kind=proposal");
            Locator proposals = tab.find(".proposal");
            proposals.first().waitFor();
            int open = proposals.count();
            assertThat(open).isGreaterThan(1);
            assertThat(proposals.first().innerText())
                    .contains("Second reader proposes: ", "(model tiny, prompt 2)", "The report says");
            tab.keep("proposals-light-1280");
            tab.check("proposals");
            Download file = tab.page().waitForDownload(() -> {
                tab.find("main").getByText("Export what I see").click();
                tab.find("main").getByText("Tables (CSV)").click();
            });
            assertThat(file.suggestedFilename()).isEqualTo("tranche-csv.zip");
            phone.open("/desk?kind=proposal");
            phone.keep("proposals-dark-360");
            phone.check("proposals on a phone");
            proposals.first().getByText("Refuse it").click();
            tab.waitForToast("Refused.");
            tab.page().waitForFunction("n => document.querySelectorAll('.proposal').length === n", open - 1);
            assertThat(answers.read().refused()).hasSize(1);
            proposals.first().getByText("Accept the proposal").click();
            tab.waitForToast("Accepted: ");
            tab.page().waitForFunction("n => document.querySelectorAll('.proposal').length < n", open - 1);
            tab.open("/decisions");
            tab.find("main")
                    .filter(new Locator.FilterOptions().setHasText("Second reader proposes: "))
                    .waitFor();
            tab.open("/desk");
            tab.find(".task .proposal").first().waitFor();
        }
    }
}
