package dev.tranche.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Standard error, on which text from outside cannot control the terminal. */
final class SafeStream extends PrintStream {

    private SafeStream(PrintStream out) {
        super(out, true, StandardCharsets.UTF_8);
    }

    /** Returns a stream that writes to another. */
    static PrintStream over(PrintStream out) {
        return out instanceof SafeStream ? out : new SafeStream(out);
    }

    /**
     * Writes lines; anything that cannot be printed, except line ends and tabs, becomes the replacement
     * character.
     */
    @Override
    public void println(String lines) {
        StringBuilder safe = new StringBuilder(lines.length());
        lines.codePoints().forEach(c -> safe.appendCodePoint(isShown(c) ? c : 0xFFFD));
        super.println(safe.toString());
    }

    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n' || c == '\t' || c == '\r';
            case Character.FORMAT, Character.SURROGATE -> false;
            default -> true;
        };
    }
}
