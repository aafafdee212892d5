package dev.tranche.shard;

import dev.tranche.bundle.BundleException;
import dev.tranche.bundle.JsonValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The output of a back-fill: its shards in the order of the inputs, including those that could not be written.
 *
 * <p>It is written last, as lines of JSON: the first names the format {@value #FORMAT} and gives the totals, each of
 * the others is a shard.
 *
 * @param rules the rules by which everything was read
 * @param shards the shards in the order in which a book takes them
 */
public record Manifest(ShardRules rules, List<Shard> shards) {

    /** The name of the format, the first value of the file. */
    public static final String FORMAT = "tranche-backfill/1";

    /** The name of the file. */
    public static final String FILE = "manifest.jsonl";

    /** The folder beside it that holds the shards and their notes. */
    public static final String SHARDS = "shards";

    private static final String MISSING = "missing";
    private static final JsonFactory JSON = new JsonFactory();

    /** Copies the list. */
    public Manifest {
        shards = List.copyOf(shards);
    }

    /** One part of the inputs. */
    public sealed interface Shard {

        /** Returns the part of the input it comes from. */
        ShardPiece piece();

        /**
         * A shard that was written.
         *
         * @param note its note
         */
        record Written(ShardNote note) implements Shard {
            @Override
            public ShardPiece piece() {
                return note.piece();
            }
        }

        /**
         * A part that could not be read.
         *
         * @param piece the part of the input it was to be read from
         * @param why the reason, in a sentence
         */
        record Missing(ShardPiece piece, String why) implements Shard {}
    }

    /** Returns the notes of the shards that were written, in order. */
    public List<ShardNote> notes() {
        List<ShardNote> notes = new ArrayList<>();
        for (Shard shard : shards) {
            if (shard instanceof Shard.Written written) {
                notes.add(written.note());
            }
        }
        return notes;
    }

    /** Returns the parts that could not be read, in order. */
    public List<Shard.Missing> missing() {
        List<Shard.Missing> missing = new ArrayList<>();
        for (Shard shard : shards) {
            if (shard instanceof Shard.Missing one) {
                missing.add(one);
            }
        }
        return missing;
    }

    /** Returns the counts of all shards. */
    public ShardCounts counts() {
        return notes().stream().map(ShardNote::counts).reduce(ShardCounts.NONE, ShardCounts::plus);
    }

    /** Returns the lines of the file, each without its end. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(head());
        for (Shard shard : shards) {
            lines.add(
                    switch (shard) {
                        case Shard.Written written -> NoteFormat.write(written.note());
                        case Shard.Missing lost -> line(lost);
                    });
        }
        return lines;
    }

    private String head() {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("format", FORMAT);
            NoteFormat.write(json, rules);
            json.writeNumberProperty("shards", shards.size());
            json.writeNumberProperty("shards_missing", missing().size());
            NoteFormat.write(json, counts());
            json.writeEndObject();
        }
        return line.toString();
    }

    private static String line(Shard.Missing lost) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("format", NoteFormat.FORMAT);
            json.writeStringProperty("name", lost.piece().name());
            NoteFormat.write(json, lost.piece());
            json.writeStringProperty(MISSING, lost.why());
            json.writeEndObject();
        }
        return line.toString();
    }

    /**
     * Reads the file.
     *
     * @param place its name, for the message of the {@link BundleException} raised for anything else
     */
    public static Manifest read(String place, BufferedReader file) throws IOException {
        String first = file.readLine();
        JsonValue head = JsonValue.parse(place + ", line 1", first == null ? "null" : first);
        if (!head.member("format").text().orElse("").equals(FORMAT)) {
            throw new BundleException(place + ": this is not a manifest in the format " + FORMAT + ".");
        }
        int wanted = head.member("shards").integer().orElse(-1);
        List<Shard> shards = new ArrayList<>();
        for (String line = file.readLine(); line != null; line = file.readLine()) {
            shards.add(shard(place + ", line " + (shards.size() + 2), line));
        }
        if (shards.size() != wanted) {
            throw new BundleException(
                    place + ": it names " + shards.size() + " of " + wanted + " shards; the file is cut off.");
        }
        return new Manifest(NoteFormat.rules(place, head), shards);
    }

    private static Shard shard(String place, String line) {
        JsonValue root = JsonValue.parse(place, line);
        return root.member(MISSING).text().isPresent()
                ? new Shard.Missing(NoteFormat.piece(place, root), NoteFormat.text(place, root, MISSING))
                : new Shard.Written(NoteFormat.read(place, line));
    }
}
