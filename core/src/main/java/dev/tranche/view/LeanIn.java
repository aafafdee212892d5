package dev.tranche.view;

import dev.tranche.dating.Granularity;
import dev.tranche.dating.StatedDate;
import dev.tranche.text.DocumentId;
import dev.tranche.text.Evidence;
import dev.tranche.text.Span;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.CRC32C;

/** Reads what {@link LeanOut} wrote. */
final class LeanIn {

    private static final int SUM = 4;

    private final byte[] bytes;
    private final DocumentId id;
    private int at;

    private LeanIn(byte[] bytes) {
        this.bytes = bytes;
        this.id = new DocumentId(text());
    }

    /** Starts reading; empty for bytes with a wrong checksum. */
    static Optional<LeanIn> of(byte[] bytes) {
        int end = bytes.length - SUM;
        if (end <= 0) {
            return Optional.empty();
        }
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, end);
        long told = 0;
        for (int i = end; i < bytes.length; i++) {
            told = told << 8 | bytes[i] & 0xff;
        }
        return told == sum.getValue() ? Optional.of(new LeanIn(bytes)) : Optional.empty();
    }

    private LeanIn(byte[] bytes, DocumentId id) {
        this.bytes = bytes;
        this.id = id;
    }

    /** Returns a reader of what is left alone, so that what was read need not be kept for it. */
    LeanIn rest() {
        return new LeanIn(Arrays.copyOfRange(bytes, at, bytes.length - SUM), id);
    }

    DocumentId id() {
        return id;
    }

    int number() {
        return Math.toIntExact(large());
    }

    long large() {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            number |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    boolean truth() {
        return bytes[at++] != 0;
    }

    long bits() {
        long bits = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            bits = bits << 8 | bytes[at++] & 0xff;
        }
        return bits;
    }

    String text() {
        int told = number();
        int length = told / 2;
        if (told % 2 == 0) {
            String text = new String(bytes, at, length, StandardCharsets.ISO_8859_1);
            at += length;
            return text;
        }
        char[] text = new char[length];
        for (int i = 0; i < length; i++) {
            text[i] = (char) ((bytes[at++] & 0xff) << 8 | bytes[at++] & 0xff);
        }
        return new String(text);
    }

    Optional<String> optional() {
        return truth() ? Optional.of(text()) : Optional.empty();
    }

    byte[] bytes() {
        int length = number();
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    <E> E constant(E[] all) {
        return all[number()];
    }

    StatedDate date() {
        Granularity granularity = constant(Granularity.values());
        Optional<LocalDate> from = day();
        Optional<LocalDate> to = day();
        return from.isEmpty() && to.isEmpty() && granularity == Granularity.SPAN
                ? StatedDate.UNKNOWN
                : new StatedDate(from, to, granularity);
    }

    private Optional<LocalDate> day() {
        return truth() ? Optional.of(LocalDate.ofEpochDay(bits())) : Optional.empty();
    }

    Evidence evidence() {
        int start = number();
        String quote = text();
        return new Evidence(id, new Span(start, start + quote.length()), quote);
    }

    <T> List<T> list(Function<LeanIn, T> each) {
        int size = number();
        List<T> all = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            all.add(each.apply(this));
        }
        return all;
    }
}
