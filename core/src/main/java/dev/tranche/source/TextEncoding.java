package dev.tranche.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The encoding of a text, from a byte order mark or from the bytes themselves. */
enum TextEncoding {
    /** UTF-8, or Windows-1252 where the bytes are not UTF-8: decided for each text or line. */
    BYTES(1),
    /** UTF-16, low byte first. */
    UTF_16LE(2),
    /** UTF-16, high byte first. */
    UTF_16BE(2);

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Text has almost no control characters; pictures, archives and programs have one in every nine bytes. */
    private static final int BYTES_PER_CONTROL = 20;

    /** This many stray control characters do not make a short text binary. */
    private static final int FEW_CONTROLS = 3;

    private final int unitBytes;

    TextEncoding(int unitBytes) {
        this.unitBytes = unitBytes;
    }

    /**
     * Decoded text.
     *
     * @param text the text
     * @param replaced number of replacement characters for bytes that could not be decoded
     */
    record Decoded(String text, int replaced) {}

    /** Returns the number of bytes of a unit of text. */
    int unitBytes() {
        return unitBytes;
    }

    /** Returns the index of the byte of a unit that holds its low half. */
    int lowByte() {
        return this == UTF_16BE ? 1 : 0;
    }

    /** Returns the encoding of a text from its first bytes; empty if they are not text. */
    static Optional<TextEncoding> detect(byte[] start) {
        if (starts(start, 0xFF, 0xFE)) {
            return Optional.of(UTF_16LE);
        }
        if (starts(start, 0xFE, 0xFF)) {
            return Optional.of(UTF_16BE);
        }
        if (isUtf16(start, UTF_16LE)) {
            return Optional.of(UTF_16LE);
        }
        if (isUtf16(start, UTF_16BE)) {
            return Optional.of(UTF_16BE);
        }
        int controls = 0;
        for (byte b : start) {
            controls += isControl(b) ? 1 : 0;
        }
        boolean binary = controls > FEW_CONTROLS && controls * BYTES_PER_CONTROL > start.length;
        return binary ? Optional.empty() : Optional.of(BYTES);
    }

    /**
     * Does the text have the high bytes of an alphabet? They are zero for ASCII, so for spaces and line ends in every
     * language, and nearly all others share one value: 4 for Cyrillic letters, 5 for Hebrew, 6 for Arabic.
     */
    private static boolean isUtf16(byte[] start, TextEncoding encoding) {
        int units = start.length / 2;
        int[] count = new int[256];
        int controls = 0;
        for (int i = 0; i < units; i++) {
            byte high = start[2 * i + 1 - encoding.lowByte()];
            count[high & 0xFF]++;
            controls += high == 0 && isControl(start[2 * i + encoding.lowByte()]) ? 1 : 0;
        }
        if (controls * BYTES_PER_CONTROL > units) {
            return false;
        }
        int alphabet = 0;
        for (int high = 1; high < count.length; high++) {
            alphabet = Math.max(alphabet, count[high]);
        }
        return count[0] * 10 > units && (count[0] + alphabet) * 10 > units * 8;
    }

    /** Returns the length in bytes of the byte order mark at the start. */
    int markLength(byte[] start) {
        return switch (this) {
            case BYTES -> starts(start, 0xEF, 0xBB, 0xBF) ? 3 : 0;
            case UTF_16LE -> starts(start, 0xFF, 0xFE) ? 2 : 0;
            case UTF_16BE -> starts(start, 0xFE, 0xFF) ? 2 : 0;
        };
    }

    /** Decodes bytes without a byte order mark. Unpaired surrogates in UTF-16 are kept. */
    Decoded decode(byte[] bytes, int from, int to) {
        return this == BYTES ? decodeBytes(bytes, from, to) : decodeUnits(bytes, from, to);
    }

    private Decoded decodeUnits(byte[] bytes, int from, int to) {
        int units = (to - from) / 2;
        boolean torn = (to - from) % 2 == 1;
        char[] text = new char[units + (torn ? 1 : 0)];
        for (int i = 0; i < units; i++) {
            int low = bytes[from + 2 * i + lowByte()] & 0xFF;
            int high = bytes[from + 2 * i + 1 - lowByte()] & 0xFF;
            text[i] = (char) (high << 8 | low);
        }
        if (torn) {
            text[units] = '\uFFFD';
        }
        return new Decoded(new String(text), torn ? 1 : 0);
    }

    /**
     * UTF-8 that was cut or patched has a few invalid sequences among valid ones; Windows-1252 has hardly any valid
     * ones.
     */
    private static Decoded decodeBytes(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') < 0) {
            return new Decoded(text, 0);
        }
        int wide = 0;
        int marks = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\uFFFD') {
                marks++;
            } else if (c > 0x7F) {
                wide++;
            }
        }
        int replaced = marks - written(bytes, from, to);
        if (wide >= replaced) {
            return new Decoded(text, replaced);
        }
        String western = new String(bytes, from, to - from, WINDOWS_1252);
        return new Decoded(
                western, (int) western.chars().filter(c -> c == 0xFFFD).count());
    }

    /** Returns the number of replacement characters encoded in the bytes themselves (EF BF BD). */
    private static int written(byte[] bytes, int from, int to) {
        int count = 0;
        for (int i = from; i + 2 < to; i++) {
            if (bytes[i] == (byte) 0xEF && bytes[i + 1] == (byte) 0xBF && bytes[i + 2] == (byte) 0xBD) {
                count++;
            }
        }
        return count;
    }

    private static boolean isControl(byte b) {
        return (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') || b == 0x7F;
    }

    private static boolean starts(byte[] bytes, int... wanted) {
        if (bytes.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((bytes[i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
