package dev.tranche.ingest.paper;

import dev.tranche.ingest.BlockText;
import dev.tranche.text.BlockKind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Reads the text of RTF.
 *
 * <pre>
 *   group   = "{" { group | control | character } "}"
 *   control = "\" ( letters [ "-" digits ] [ " " ] | "'" hex hex | sign )
 * </pre>
 */
final class Rtf {

    /** Groups without text: font and style tables, pictures, field instructions, page headers. */
    private static final Set<String> SILENT = Set.of(
            "fonttbl",
            "colortbl",
            "stylesheet",
            "info",
            "pict",
            "object",
            "header",
            "headerl",
            "headerr",
            "headerf",
            "footer",
            "footerl",
            "footerr",
            "footerf",
            "footnote",
            "fldinst",
            "themedata",
            "colorschememapping",
            "latentstyles",
            "datastore",
            "listtable",
            "listoverridetable",
            "rsidtbl",
            "generator",
            "xmlnstbl",
            "filetbl",
            "revtbl",
            "nonshppict",
            "bkmkstart",
            "bkmkend",
            "listtext",
            "pntext");

    private static final int DEEPEST = 10_000;

    private final byte[] bytes;
    private final BlockText text = new BlockText();
    private final StringBuilder paragraph = new StringBuilder();
    private final ByteArrayOutputStream coded = new ByteArrayOutputStream();
    private final Deque<State> states = new ArrayDeque<>();
    private Charset charset = Charset.forName("windows-1252");
    private State state = new State(false, 1);
    private int at;
    private int skip;
    private boolean inTable;

    private record State(boolean silent, int replacements) {}

    private Rtf(byte[] bytes) {
        this.bytes = bytes;
    }

    static BlockText read(byte[] bytes) {
        Rtf rtf = new Rtf(bytes);
        rtf.run();
        return rtf.text;
    }

    private void run() {
        while (at < bytes.length) {
            char c = (char) (bytes[at++] & 0xFF);
            switch (c) {
                case '{' -> {
                    decode();
                    if (states.size() < DEEPEST) {
                        states.push(state);
                    }
                }
                case '}' -> {
                    decode();
                    state = states.isEmpty() ? state : states.pop();
                }
                case '\\' -> control();
                case '\r', '\n', '\0' -> {}
                default -> character(c);
            }
        }
        endParagraph();
    }

    private void character(int c) {
        if (skip > 0) {
            skip--;
        } else if (!state.silent) {
            coded.write(c);
        }
    }

    private void control() {
        if (at >= bytes.length) {
            return;
        }
        char c = (char) (bytes[at] & 0xFF);
        if (c == '\'') {
            at++;
            int value = hex(at) * 16 + hex(at + 1);
            at = Math.min(bytes.length, at + 2);
            character(value);
            return;
        }
        if (!isLetter(c)) {
            at++;
            sign(c);
            return;
        }
        int start = at;
        while (at < bytes.length && isLetter((char) (bytes[at] & 0xFF))) {
            at++;
        }
        StringBuilder word = new StringBuilder();
        for (int i = start; i < at; i++) {
            word.append((char) bytes[i]);
        }
        int number = number();
        if (at < bytes.length && bytes[at] == ' ') {
            at++;
        }
        word(word.toString(), number);
    }

    private int number() {
        boolean negative = at < bytes.length && bytes[at] == '-';
        int from = negative ? at + 1 : at;
        int value = 0;
        int i = from;
        while (i < bytes.length && bytes[i] >= '0' && bytes[i] <= '9' && i - from < 9) {
            value = 10 * value + bytes[i] - '0';
            i++;
        }
        if (i == from) {
            return 0;
        }
        at = i;
        return negative ? -value : value;
    }

    private void sign(char c) {
        switch (c) {
            case '*' -> state = new State(true, state.replacements);
            case '~' -> character(' ');
            case '_' -> character('-');
            case '{', '}', '\\' -> character(c);
            case '\n', '\r' -> endParagraph();
            default -> {}
        }
    }

    private void word(String word, int number) {
        if (SILENT.contains(word)) {
            state = new State(true, state.replacements);
            return;
        }
        switch (word) {
            case "par", "sect", "page" -> endParagraph();
            case "line" -> add("\n");
            case "tab" -> add(" ");
            case "cell" -> add("\t");
            case "row" -> {
                inTable = true;
                endParagraph();
            }
            case "ansicpg" -> codePage(number);
            case "uc" -> state = new State(state.silent, Math.clamp(number, 0, 10));
            case "u" -> {
                add(String.valueOf((char) (number < 0 ? number + 65_536 : number)));
                skip = state.replacements;
            }
            case "bin" -> at = (int) Math.min(bytes.length, (long) at + Math.max(0, number));
            case "emdash" -> add("\u2014");
            case "endash" -> add("\u2013");
            case "lquote" -> add("\u2018");
            case "rquote" -> add("\u2019");
            case "ldblquote" -> add("\u201C");
            case "rdblquote" -> add("\u201D");
            case "bullet" -> add("\u2022");
            default -> {}
        }
    }

    private void codePage(int number) {
        String name = number == 65_001 ? "UTF-8" : "windows-" + number;
        if (number > 0 && Charset.isSupported(name)) {
            charset = Charset.forName(name);
        }
    }

    private void add(String more) {
        decode();
        if (!state.silent) {
            paragraph.append(more);
        }
    }

    private void decode() {
        if (coded.size() > 0) {
            paragraph.append(new String(coded.toByteArray(), charset));
            coded.reset();
        }
    }

    private void endParagraph() {
        decode();
        if (state.silent) {
            return;
        }
        text.add(inTable ? BlockKind.TABLE_ROW : BlockKind.PARAGRAPH, paragraph.toString());
        inTable = false;
        paragraph.setLength(0);
    }

    private int hex(int index) {
        return index < bytes.length ? Math.max(0, Character.digit(bytes[index], 16)) : 0;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
