package dev.tranche.spark;

import dev.tranche.bundle.BundleException;
import dev.tranche.export.ReadingTables;
import dev.tranche.extract.Extraction;
import dev.tranche.extract.Extractor;
import dev.tranche.ingest.Content;
import dev.tranche.ingest.Ingest;
import dev.tranche.ingest.Sink;
import dev.tranche.ingest.archive.WarcMembers;
import dev.tranche.problem.Problem;
import dev.tranche.problem.ProblemCode;
import dev.tranche.shard.Manifest;
import dev.tranche.shard.NoteFormat;
import dev.tranche.shard.ShardNote;
import dev.tranche.shard.ShardPiece;
import dev.tranche.shard.ShardReader;
import dev.tranche.shard.ShardRules;
import dev.tranche.shard.ShardWriter;
import dev.tranche.source.Incoming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

/**
 * Reads pieces into shards: the part of the work that needs no engine.
 *
 * <p>A shard is written under a temporary name and renamed when it is complete, the readings before their note. A shard
 * with a matching note is therefore complete, and is not read again.
 *
 * @param out the folder of the back-fill
 * @param rules by what is read
 * @param tables the user's tables of the lexicon, by name
 * @param settings of Hadoop
 * @param parquet whether to write tables for analysis as well
 */
record Shards(
        String out,
        ShardRules rules,
        SortedMap<String, String> tables,
        SortedMap<String, String> settings,
        boolean parquet)
        implements Serializable {

    /** The end of a table's name. */
    static final String TABLE = ".parquet";

    /** The folder for incomplete files. */
    static final String UNFINISHED = "unfinished";

    /** Returns where a file of a shard lies. */
    String path(ShardPiece piece, String ending) {
        return out + "/" + Manifest.SHARDS + "/" + piece.name() + ending;
    }

    private Storage storage() {
        return Storage.of(out, settings);
    }

    /** Returns the note of a shard that is there, complete and of the same rules and input. */
    Optional<ShardNote> known(ShardPiece piece) throws IOException {
        String name = path(piece, ShardNote.NOTE);
        Storage storage = storage();
        if (!storage.exists(name) || !storage.exists(path(piece, ShardNote.READINGS))) {
            return Optional.empty();
        }
        ShardNote note;
        try (InputStream in = storage.open(name, 0)) {
            note = NoteFormat.read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (BundleException damaged) {
            return Optional.empty();
        }
        if (!note.piece().equals(piece) || !note.rules().equals(rules)) {
            return Optional.empty();
        }
        if (parquet && !storage.exists(path(piece, TABLE))) {
            return Optional.empty();
        }
        try (InputStream in = storage.open(path(piece, ShardNote.READINGS), 0)) {
            return ShardReader.isSound(note, in) ? Optional.of(note) : Optional.empty();
        }
    }

    /**
     * Reads a piece and writes its shard.
     *
     * @throws IOException if the input cannot be opened or read, or the shard not written; no file then has its name
     */
    ShardNote write(ShardPiece piece) throws IOException {
        String own = out + "/" + UNFINISHED + "/" + piece.name() + "." + UUID.randomUUID();
        Storage storage = storage();
        try {
            ShardNote note = write(piece, storage, own);
            if (parquet) {
                storage.move(own + TABLE, path(piece, TABLE));
            }
            storage.move(own + ShardNote.READINGS, path(piece, ShardNote.READINGS));
            try (OutputStream to = storage.create(own + ShardNote.NOTE)) {
                to.write((NoteFormat.write(note) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            storage.move(own + ShardNote.NOTE, path(piece, ShardNote.NOTE));
            return note;
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        } finally {
            storage.remove(own + TABLE);
            storage.remove(own + ShardNote.READINGS);
            storage.remove(own + ShardNote.NOTE);
        }
    }

    private ShardNote write(ShardPiece piece, Storage storage, String own) throws IOException {
        Extractor extractor = Readers.of(tables);
        try (InputStream in = Storage.of(piece.input(), settings).open(piece.input(), piece.start())) {
            ShardWriter shard = new ShardWriter(storage.create(own + ShardNote.READINGS));
            WarcMembers.Part part;
            try (shard;
                    Table table = parquet ? Table.to(storage.create(own + TABLE)) : Table.NONE) {
                part = read(piece, in, incoming -> take(incoming, extractor, shard, table));
                table.complete(rules.reader());
            }
            return shard.note(
                    piece, rules, part.first(), part.next(), part.records(), part.malformed(), part.damaged());
        }
    }

    private WarcMembers.Part read(ShardPiece piece, InputStream in, Sink sink) throws IOException {
        Content content = Content.of(piece.input(), in).with(new Content.Options(Optional.empty(), rules.sumsOnly()));
        if (piece.whole()) {
            Ingest.read(content, sink);
            return new WarcMembers.Part(0, piece.inputBytes(), 0, 0, 0);
        }
        // Named and nested as when the file is opened whole.
        return WarcMembers.readRange(content.opened(in, ".gz"), piece.start(), piece.end(), sink);
    }

    private static void take(Incoming incoming, Extractor extractor, ShardWriter shard, Table table) {
        try {
            switch (incoming) {
                case Incoming.Refused refused -> shard.note(refused.problem());
                case Incoming.Report report -> {
                    Optional<Extraction> read = read(report, extractor, shard);
                    if (read.isPresent()) {
                        shard.add(read.get());
                        table.add(read.get());
                    }
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A report that exhausts stack or heap must not take its neighbours with it. */
    private static Optional<Extraction> read(Incoming.Report report, Extractor extractor, ShardWriter shard) {
        try {
            return Optional.of(extractor.extract(report.document()).after(report.problems()));
        } catch (RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError bug) {
            shard.note(Problem.of(
                    ProblemCode.UNREADABLE,
                    report.place() + ": A bug in Tranche kept this report from being read ("
                            + bug.getClass().getSimpleName() + ")."));
            return Optional.empty();
        }
    }

    /** A table, or none. */
    private record Table(Optional<ReadingTables> tables) implements AutoCloseable {

        static final Table NONE = new Table(Optional.empty());

        static Table to(OutputStream out) throws IOException {
            return new Table(Optional.of(new ReadingTables(out)));
        }

        void add(Extraction reading) throws IOException {
            if (tables.isPresent()) {
                tables.get().add(reading);
            }
        }

        void complete(String version) throws IOException {
            if (tables.isPresent()) {
                tables.get().complete(version);
            }
        }

        @Override
        public void close() throws IOException {
            if (tables.isPresent()) {
                tables.get().close();
            }
        }
    }
}
