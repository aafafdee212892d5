package dev.tranche.spark;

import dev.tranche.shard.NoteFormat;
import dev.tranche.shard.ShardNote;
import dev.tranche.shard.ShardPiece;
import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;

/**
 * The task of an executor: one piece, one shard.
 *
 * @param shards how shards are read and written
 * @param mostFailures how often the engine tries a task; the last failure becomes a result, so that one bad
 *     file does not end the job
 */
record ReadShard(Shards shards, int mostFailures) implements Function<ShardPiece, ReadShard.Done> {

    /**
     * The outcome of a piece.
     *
     * @param piece the piece
     * @param note the line of its note; empty when it could not be read
     * @param fresh was it read now, or was its shard complete already?
     * @param why why it could not be read; empty otherwise
     */
    record Done(ShardPiece piece, String note, boolean fresh, String why) implements Serializable {

        Optional<ShardNote> found() {
            return note.isEmpty() ? Optional.empty() : Optional.of(NoteFormat.read(piece.name(), note));
        }
    }

    @Override
    public Done call(ShardPiece piece) throws IOException {
        try {
            Optional<ShardNote> known = shards.known(piece);
            if (known.isPresent()) {
                return new Done(piece, NoteFormat.write(known.get()), false, "");
            }
            return new Done(piece, NoteFormat.write(shards.write(piece)), true, "");
        } catch (IOException broken) {
            if (TaskContext.get().attemptNumber() + 1 < mostFailures) {
                throw broken;
            }
            String message = broken.getMessage() == null ? "" : ": " + broken.getMessage();
            return new Done(piece, "", true, broken.getClass().getSimpleName() + message);
        }
    }
}
