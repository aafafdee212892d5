package dev.tranche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.opinion.ModelServer;
import dev.tranche.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondOpinionCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @BeforeAll
    static void addSamples() {
        assertThat(Call.of("add", "--book", book(), Repository.corpus("samples").toString())
                        .status())
                .isZero();
    }

    private static String book() {
        return folder.resolve("book.db").toString();
    }

    private static Call ask(String address, String... more) {
        return Call.of(Stream.concat(
                        Stream.of("second-opinion", "--book", book(), "--second-reader", address), Stream.of(more))
                .toArray(String[]::new));
    }

    private static String ledger() {
        return Call.of("ledger", "--book", book(), "--format", "json").out();
    }

    @Test
    void proposalsArePrintedAndTheLedgerStays() throws IOException {
        String before = ledger();
        Path answers = folder.resolve("book.db.second-reader.jsonl");
        try (ModelServer server = ModelServer.saying(request -> "{\"answer\": 1}")) {
            Call call = ask(server.address(), "--model", "tiny", "--at-once", "1");
            assertThat(call.status()).isZero();
            assertThat(call.out()).contains("Second reader proposes: ", "(model tiny, prompt 2), now ");
            assertThat(call.err())
                    .containsPattern("\\d+ answers: \\d+ propose another value")
                    .contains("on the desk");
            int put = server.requests().size();
            assertThat(put).isPositive();
            assertThat(Files.readAllLines(answers)).hasSize(put);
            Call again = ask(server.address(), "--model", "tiny");
            assertThat(again.err()).contains(put + " answered before");
            assertThat(server.requests()).hasSize(put);
        }
        assertThat(ledger()).isEqualTo(before);
        Files.delete(answers);
    }

    @Test
    void aReaderWithoutAnswersIsOneClearFailure() {
        try (ModelServer server = ModelServer.saying(request -> "What a nice report!")) {
            Call call = ask(server.address(), "--model", "tiny");
            assertThat(call.status()).isEqualTo(1);
            assertThat(call.err()).contains("What a nice report!", "gave no usable answer. Nothing is lost");
        }
        assertThat(folder.resolve("book.db.second-reader.jsonl")).doesNotExist();
    }

    @Test
    void wrongCallsSayWhatToDo() {
        assertThat(ask("http://models.example", "--model", "tiny").err())
                .contains("is another machine", "--beyond-this-machine allows that");
        assertThat(ask("localhost:80", "--model", "tiny").status()).isEqualTo(2);
        assertThat(ask("http://localhost:80").err()).contains("--model");
        assertThat(ask("http://localhost:80", "--model", " ").status()).isEqualTo(2);
        assertThat(ask("http://localhost:80", "--model", "tiny", "--at-once", "17")
                        .err())
                .contains("--at-once needs a number from 1 to 16, not 17.");
        assertThat(ask("http://localhost:80", "--model", "tiny", "--patience", "0")
                        .status())
                .isEqualTo(2);
    }
}
