package dev.tranche.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops reading a compressed input that expands out of all proportion: a bomb. Not safe for several threads. */
public final class Guard {

    /** Text shrinks to a tenth, tables of one word to a hundredth; only bombs exceed that. */
    private static final long MOST_GROWTH = 200;

    /** Small inputs may expand freely up to this. */
    private static final long ALWAYS_ALLOWED = 256L << 20;

    private final Counter packed;
    private long unpacked;

    private Guard(InputStream packed) {
        this.packed = new Counter(packed);
    }

    /** A compressed input has expanded beyond the limit. */
    public static final class Bomb extends IOException {
        Bomb(long unpacked) {
            super("it unpacks to more than " + (unpacked >> 20) + " MiB, which is more than " + MOST_GROWTH
                    + " times its size");
        }
    }

    /** Watches a compressed stream, which is read through {@link #packed()}. */
    public static Guard over(InputStream packed) {
        return new Guard(packed);
    }

    /** Returns the compressed stream. */
    public InputStream packed() {
        return packed;
    }

    /** Returns the unpacked stream, which throws a {@link Bomb} if it has expanded too much. */
    public InputStream watch(InputStream inner) {
        return new FilterInputStream(inner) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                count(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int count = super.read(target, offset, length);
                count(Math.max(0, count));
                return count;
            }

            @Override
            public long skip(long count) throws IOException {
                long skipped = super.skip(count);
                count(skipped);
                return skipped;
            }

            // The archive continues after its entry.
            @Override
            public void close() {
                // The archive is closed by whoever opened it.
            }
        };
    }

    private void count(long more) throws Bomb {
        unpacked += more;
        if (unpacked > ALWAYS_ALLOWED && unpacked > packed.count * MOST_GROWTH) {
            throw new Bomb(unpacked);
        }
    }

    private static final class Counter extends FilterInputStream {
        private long count;

        Counter(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
