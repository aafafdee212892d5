package dev.tranche.spark;

import dev.tranche.resolve.Origins;
import java.io.Serializable;

/** The sketch of a text as it is sent between machines. */
final class Sketch implements Serializable {

    private static final long serialVersionUID = 1L;

    private final byte[] bytes;

    private Sketch(byte[] bytes) {
        this.bytes = bytes;
    }

    static Sketch of(String text) {
        return new Sketch(Origins.sketch(text));
    }

    int bands() {
        return Origins.bands(bytes);
    }

    long band(int band) {
        return Origins.band(bytes, band);
    }

    boolean isLike(Sketch other) {
        return Origins.alike(bytes, other.bytes);
    }
}
