package dev.tranche.source;

import dev.tranche.problem.Problem;
import dev.tranche.problem.ProblemCode;
import dev.tranche.text.Span;
import java.util.Optional;

/** Counts the characters of a text that are invisible or reverse the order of others. They are left in place. */
final class OddCharacters {

    private int controls;
    private int bidirectional;
    private int halves;
    private int first = -1;

    private OddCharacters() {}

    /** Returns a problem that counts them and points at the first; empty if there are none. */
    static Optional<Problem> find(String text) {
        OddCharacters odd = new OddCharacters();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' ? !isLayout(c) : c >= 0x7F && odd.isOdd(text, i, c)) {
                odd.count(i, c);
            }
        }
        return odd.first < 0 ? Optional.empty() : Optional.of(odd.problem());
    }

    private static boolean isLayout(char c) {
        return c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }

    private boolean isOdd(String text, int at, char c) {
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
        }
        return isControl(c) || isBidirectional(c);
    }

    /** NEL (U+0085) is a line end on some mainframes, not an oddity. */
    private static boolean isControl(char c) {
        return c >= 0x7F && c < 0xA0 && c != 0x85;
    }

    private static boolean isBidirectional(char c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x61C;
    }

    private void count(int at, char c) {
        if (first < 0) {
            first = at;
        }
        if (Character.isSurrogate(c)) {
            halves++;
        } else if (isBidirectional(c)) {
            bidirectional++;
        } else {
            controls++;
        }
    }

    private Problem problem() {
        StringBuilder message = new StringBuilder("The text holds characters that show nothing:");
        append(message, controls, "control character", "control characters");
        append(message, bidirectional, "mark of writing direction", "marks of writing direction");
        append(message, halves, "half of a surrogate pair", "halves of surrogate pairs");
        message.append("; they are kept, and the first is at ").append(first).append('.');
        return Problem.at(ProblemCode.ODD_CHARACTERS, message.toString(), new Span(first, first + 1));
    }

    private static void append(StringBuilder message, int count, String singular, String plural) {
        if (count == 0) {
            return;
        }
        message.append(message.charAt(message.length() - 1) == ':' ? " " : ", ");
        message.append(count).append(' ').append(count == 1 ? singular : plural);
    }
}
