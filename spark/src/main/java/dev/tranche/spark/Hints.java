package dev.tranche.spark;

import dev.tranche.shard.Manifest;
import dev.tranche.shard.ShardNote;
import dev.tranche.shard.ShardPiece;
import dev.tranche.shard.ShardReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * Finds on the cluster which reports are copies of one text and which claims may be of one commitment, and writes two
 * tables of JSON lines beside the readings. They are for inspection before the import: a book finds both by itself.
 */
final class Hints {

    /** The folder of the two tables. */
    static final String FOLDER = "hints";

    private static final int MOST_FILES = 16;

    private final JavaSparkContext spark;
    private final Shards shards;

    Hints(JavaSparkContext spark, Shards shards) {
        this.spark = spark;
        this.shards = shards;
    }

    void write(Manifest manifest) throws IOException {
        String folder = shards.out() + "/" + FOLDER;
        Storage.of(folder, shards.settings()).remove(folder);
        List<ShardPiece> pieces = manifest.notes().stream()
                .filter(note -> note.counts().facts() > 0)
                .map(ShardNote::piece)
                .toList();
        if (pieces.isEmpty()) {
            return;
        }
        int parts = Math.min(pieces.size(), 2 * Math.max(1, spark.defaultParallelism()));
        JavaPairRDD<TextName, Told> told = spark.parallelize(pieces, parts)
                .flatMap(new Telling(shards))
                .mapToPair(each -> new Tuple2<>(each.name(), each))
                .reduceByKey((one, same) -> one, parts)
                .persist(StorageLevel.MEMORY_AND_DISK());
        JavaPairRDD<TextName, TextName> firsts = Components.of(
                        told.keys(), CopyBands.pairs(told.values(), parts), parts)
                .persist(StorageLevel.MEMORY_AND_DISK());
        int files = Math.min(parts, MOST_FILES);
        told.join(firsts, parts)
                .values()
                .map(each -> HintLines.copy(each._1(), each._2()))
                .coalesce(files)
                .saveAsTextFile(address(folder) + "/copies");
        JavaPairRDD<String, ClaimRow> rows = told.join(firsts, parts)
                .values()
                .flatMapToPair(each -> ClaimRow.of(each._1(), each._2()).iterator())
                .persist(StorageLevel.MEMORY_AND_DISK());
        JavaPairRDD<String, String> pairs = rows.flatMapToPair(each -> each._2().blocks().stream()
                        .map(block -> new Tuple2<>(block, each._2()))
                        .iterator())
                .groupByKey(parts)
                .flatMapToPair(each -> ClaimRow.pairs(each._2()).iterator());
        rows.join(Components.of(rows.keys(), pairs, parts), parts)
                .values()
                .map(each -> HintLines.claim(each._1(), each._2()))
                .coalesce(files)
                .saveAsTextFile(address(folder) + "/claims");
    }

    /** Hadoop looks for a path without a scheme in its default store. */
    private static String address(String folder) {
        return folder.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")
                ? folder
                : java.nio.file.Path.of(folder).toUri().toString().replaceFirst("/$", "");
    }

    /** Reads the texts with sums from a shard. */
    private record Telling(Shards shards)
            implements org.apache.spark.api.java.function.FlatMapFunction<ShardPiece, Told>, Serializable {

        @Override
        public Iterator<Told> call(ShardPiece piece) throws IOException {
            List<Told> told = new ArrayList<>();
            String path = shards.path(piece, ShardNote.READINGS);
            try (InputStream in = Storage.of(path, shards.settings()).open(path, 0)) {
                ShardReader.read(path, in, reading -> {
                    if (!reading.facts().isEmpty()) {
                        told.add(Told.of(reading));
                    }
                });
            }
            return told.iterator();
        }
    }
}
