package dev.tranche.cli;

import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Reads a password: from a person at a terminal twice and unseen, else as one line of standard input. */
final class SecretInput {

    /** The longest allowed password is shorter. */
    private static final int MOST_BYTES = 8_000;

    private SecretInput() {}

    static String read(Terminal terminal, String name) {
        Optional<Console> console = console(terminal.in());
        return console.isPresent() ? ask(console.get(), name) : line(terminal.in());
    }

    /** A console exists only where standard input and output are a terminal. */
    @SuppressWarnings("SystemConsoleNull") // Java 25 returns null again where there is none.
    private static Optional<Console> console(InputStream in) {
        try {
            boolean isProcess = in instanceof FileInputStream file && file.getFD() == FileDescriptor.in;
            return isProcess ? Optional.ofNullable(System.console()).filter(Console::isTerminal) : Optional.empty();
        } catch (IOException closed) {
            return Optional.empty();
        }
    }

    private static String ask(Console console, String name) {
        char[] first = console.readPassword("New password of %s: ", name);
        char[] second = first == null ? null : console.readPassword("Repeat it: ");
        if (first == null || second == null) {
            throw CommandException.usage("no password was typed; nothing was changed.");
        }
        if (!Arrays.equals(first, second)) {
            throw CommandException.usage("the two passwords differ; nothing was changed. Run the command again.");
        }
        return new String(first);
    }

    private static String line(InputStream in) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
                if (line.size() == MOST_BYTES) {
                    throw CommandException.usage("the password on standard input is too long.");
                }
                line.write(next);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        String text = decode(line.toByteArray());
        String password = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        if (password.isEmpty()) {
            throw CommandException.usage(
                    "there is no password on standard input. Write it there as one line, or run the command on a"
                            + " terminal to be asked.");
        }
        return password;
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            throw CommandException.usage("the password on standard input is not in UTF-8.");
        }
    }
}
