package dev.tranche.view;

import dev.tranche.dating.StatedDate;
import dev.tranche.text.DocumentId;
import dev.tranche.text.Evidence;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.zip.CRC32C;

/** Writes the parts of a reading one after another; see {@link LeanIn}. */
final class LeanOut {

    private final DocumentId id;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);

    /** Starts with the id of the report, which all its words share. */
    LeanOut(DocumentId id) {
        this.id = id;
        text(id.value());
    }

    /** Small numbers take one byte; none is negative. */
    void number(long number) {
        long rest = number;
        while (rest >= 0x80) {
            bytes.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    void truth(boolean truth) {
        bytes.write(truth ? 1 : 0);
    }

    void bits(long bits) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes.write((int) (bits >>> shift));
        }
    }

    /** A text of Latin-1 characters takes one byte for each, any other two: unpaired surrogates have no other form. */
    void text(String text) {
        boolean small = text.chars().allMatch(c -> c < 0x100);
        number(2L * text.length() + (small ? 0 : 1));
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!small) {
                bytes.write(c >>> 8);
            }
            bytes.write(c);
        }
    }

    void optional(Optional<String> text) {
        truth(text.isPresent());
        text.ifPresent(this::text);
    }

    void bytes(byte[] other) {
        number(other.length);
        bytes.writeBytes(other);
    }

    void date(StatedDate date) {
        number(date.granularity().ordinal());
        day(date.from());
        day(date.to());
    }

    private void day(Optional<LocalDate> day) {
        truth(day.isPresent());
        day.ifPresent(known -> bits(known.toEpochDay()));
    }

    void evidence(Evidence evidence) {
        if (!evidence.document().equals(id)) {
            throw new IllegalArgumentException("words of " + evidence.document() + " in a reading of " + id);
        }
        number(evidence.span().start());
        text(evidence.quote());
    }

    <T> void list(Collection<T> all, BiConsumer<LeanOut, T> each) {
        number(all.size());
        all.forEach(one -> each.accept(this, one));
    }

    /** Ends with a checksum. */
    byte[] done() {
        CRC32C sum = new CRC32C();
        sum.update(bytes.toByteArray());
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes.write((int) (sum.getValue() >>> shift));
        }
        return bytes.toByteArray();
    }
}
