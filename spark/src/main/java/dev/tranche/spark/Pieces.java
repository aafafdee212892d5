package dev.tranche.spark;

import dev.tranche.ingest.archive.WarcMembers;
import dev.tranche.shard.ShardPiece;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Cuts files into pieces that machines read side by side. */
final class Pieces {

    /** A file of a crawl has 1 GiB: eight pieces, each some minutes of work for one core. */
    static final long USUAL_BYTES = 128L << 20;

    private static final int START_BYTES = 8192;

    private Pieces() {}

    /**
     * Returns the pieces of files in order.
     *
     * @param most bytes of a piece, above 0; an archive compressed record by record is cut into such ranges, every other
     *     file is one piece
     */
    static List<ShardPiece> of(List<Storage.Found> files, Storage storage, long most) throws IOException {
        List<ShardPiece> pieces = new ArrayList<>();
        for (Storage.Found file : files) {
            pieces.addAll(of(file, isCut(file, storage), most));
        }
        return pieces;
    }

    static List<ShardPiece> of(Storage.Found file, boolean cut, long most) {
        List<ShardPiece> pieces = new ArrayList<>();
        long count = cut ? Math.max(1, Math.ceilDiv(file.bytes(), most)) : 1;
        for (long i = 0; i < count; i++) {
            // Pieces of equal size, so that none is a small remainder.
            long start = cutAt(file.bytes(), i, count);
            long end = cutAt(file.bytes(), i + 1, count);
            pieces.add(new ShardPiece(file.path(), file.bytes(), file.changed(), start, end, !cut));
        }
        return pieces;
    }

    private static long cutAt(long bytes, long i, long count) {
        return bytes / count * i + bytes % count * i / count;
    }

    /** A file that cannot be opened is a piece as well: the reason is reported when it is read. */
    private static boolean isCut(Storage.Found file, Storage storage) {
        try (InputStream in = storage.open(file.path(), 0)) {
            return WarcMembers.begins(in.readNBytes(START_BYTES));
        } catch (IOException unreadable) {
            return false;
        }
    }
}
