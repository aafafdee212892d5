package dev.tranche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.app.Main;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One call of the program inside the test's own process, with everything that it wrote.
 *
 * @param status exit status
 * @param out what went to standard output
 * @param err what went to standard error
 */
record Call(int status, String out, String err) {

    /** Runs a command in pipes, without input. */
    static Call of(String... args) {
        return of("", Map.of(), false, args);
    }

    /** Runs a command with text on standard input. */
    static Call withInput(String input, String... args) {
        return of(input, Map.of(), false, args);
    }

    /** Runs a command with an environment, and with standard output on a terminal or not. */
    static Call of(String input, Map<String, String> environment, boolean terminal, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return of(input, out, environment, terminal, args);
    }

    /** Runs a command whose results go to a stream of the test. */
    static Call of(String input, OutputStream out, Map<String, String> environment, boolean terminal, String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal streams = new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment,
                terminal,
                false);
        int status = Main.run(streams, args);
        Call call = new Call(
                status,
                out instanceof ByteArrayOutputStream bytes ? bytes.toString(StandardCharsets.UTF_8) : "",
                err.toString(StandardCharsets.UTF_8));
        call.checkLaws();
        return call;
    }

    /** What holds for every call: a status of the contract, and a sentence instead of a stack. */
    private void checkLaws() {
        assertThat(status).isBetween(0, 2);
        assertThat(out).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(err).doesNotContain("\tat ").doesNotContain("Exception");
        if (status != 0) {
            assertThat(err).as("a failure says why").contains("tranche: ");
        }
        if (status == 2) {
            assertThat(out).as("wrong usage yields no results").isEmpty();
        }
    }
}
