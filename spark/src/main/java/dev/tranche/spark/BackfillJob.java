package dev.tranche.spark;

import dev.tranche.extract.ExtractionVersion;
import dev.tranche.shard.Manifest;
import dev.tranche.shard.ShardCounts;
import dev.tranche.shard.ShardNote;
import dev.tranche.shard.ShardPiece;
import dev.tranche.shard.ShardRules;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Reads archives of crawls on a cluster into shards of readings, with a manifest and hints; {@code tranche import}
 * imports them into a book.
 *
 * <p>Started by {@code spark-submit} or {@code tranche backfill}. It reports on standard output, one message per line;
 * it exits with 1 when something could not be read, and with 2 for a wrong command line.
 */
public final class BackfillJob {

    private static final int LONGEST_LIST_LINE = 4096;

    private final JavaSparkContext spark;
    private final JobArguments arguments;
    private final SortedMap<String, String> settings = new TreeMap<>();
    private final PrintStream out;

    private BackfillJob(JavaSparkContext spark, JobArguments arguments, PrintStream out) {
        this.spark = spark;
        this.arguments = arguments;
        this.out = out;
        // Only what the user set for the job: executors have the files of their own installation.
        for (scala.Tuple2<String, String> each : spark.getConf().getAllWithPrefix("spark.hadoop.")) {
            settings.put(each._1(), each._2());
        }
    }

    /** Runs the job. */
    public static void main(String[] args) {
        JobArguments arguments;
        try {
            arguments = JobArguments.parse(args);
        } catch (IllegalArgumentException wrong) {
            System.out.println("tranche: " + wrong.getMessage());
            System.exit(2);
            return;
        }
        SparkConf conf = new SparkConf().setIfMissing("spark.app.name", "tranche backfill");
        boolean whole;
        try (JavaSparkContext spark = new JavaSparkContext(conf)) {
            whole = new BackfillJob(spark, arguments, System.out).run();
        } catch (IOException | IllegalArgumentException failed) {
            System.out.println("tranche: the back-fill failed: " + failed.getMessage());
            whole = false;
        }
        System.exit(whole ? 0 : 1);
    }

    private boolean run() throws IOException {
        SortedMap<String, String> tables = tables();
        ShardRules rules =
                new ShardRules(ExtractionVersion.CURRENT.value(), Readers.digest(tables), !arguments.allPages());
        Shards shards = new Shards(arguments.out(), rules, tables, settings, arguments.parquet());
        List<ShardPiece> pieces = pieces();
        long bytes =
                pieces.stream().mapToLong(piece -> piece.end() - piece.start()).sum();
        out.println(String.format(Locale.ROOT, "tranche: %,.1f MB in %,d pieces", bytes / 1e6, pieces.size()));
        List<ReadShard.Done> done = mended(read(pieces, shards), shards);
        Manifest manifest = manifest(rules, done);
        Storage storage = Storage.of(arguments.out(), settings);
        String unfinished = arguments.out() + "/" + Shards.UNFINISHED;
        try (OutputStream to = storage.create(unfinished + "/" + Manifest.FILE)) {
            for (String line : manifest.lines()) {
                to.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        storage.move(unfinished + "/" + Manifest.FILE, arguments.out() + "/" + Manifest.FILE);
        storage.remove(unfinished);
        boolean whole = tell(manifest, done);
        return hint(shards, manifest) && whole;
    }

    /** Nothing depends on hints: if they fail, the readings are complete without them. */
    private boolean hint(Shards shards, Manifest manifest) {
        if (!arguments.hints()) {
            return true;
        }
        try {
            new Hints(spark, shards).write(manifest);
            return true;
        } catch (IOException | RuntimeException failed) {
            out.println("tranche: the readings are complete, and the hints could not be written: " + failed);
            return false;
        }
    }

    private List<ReadShard.Done> read(List<ShardPiece> pieces, Shards shards) {
        if (pieces.isEmpty()) {
            return List.of();
        }
        boolean local = spark.master().startsWith("local");
        int failures = local ? 1 : spark.getConf().getInt("spark.task.maxFailures", 4);
        JobProgress progress = new JobProgress(out, pieces.size());
        spark.sc().addSparkListener(progress);
        try {
            return spark.parallelize(pieces, pieces.size())
                    .map(new ReadShard(shards, failures))
                    .collect();
        } finally {
            spark.sc().removeSparkListener(progress);
        }
    }

    /**
     * Reads each file whose pieces do not meet as a single piece. A page may contain a copy of an archive, which looks
     * like records to a machine that starts inside it.
     */
    private List<ReadShard.Done> mended(List<ReadShard.Done> done, Shards shards) {
        Map<String, List<ReadShard.Done>> byFile = new LinkedHashMap<>();
        done.forEach(each -> byFile.computeIfAbsent(each.piece().input(), file -> new ArrayList<>())
                .add(each));
        List<ShardPiece> again = new ArrayList<>();
        byFile.values().stream()
                .filter(parts -> !isJoined(parts))
                .forEach(parts -> again.add(parts.getFirst().piece().entire()));
        if (again.isEmpty()) {
            return done;
        }
        again.forEach(piece -> out.println("tranche: the pieces of " + piece.input()
                + " do not meet at the start of a record; it is read as one."));
        for (ReadShard.Done one : read(again, shards)) {
            byFile.put(one.piece().input(), List.of(one));
        }
        return byFile.values().stream().flatMap(List::stream).toList();
    }

    static boolean isJoined(List<ReadShard.Done> parts) {
        for (int i = 1; i < parts.size(); i++) {
            Optional<ShardNote> before = parts.get(i - 1).found();
            Optional<ShardNote> note = parts.get(i).found();
            if (before.isPresent() && note.isPresent() && !note.get().follows(before.get())) {
                return false;
            }
        }
        return true;
    }

    private static Manifest manifest(ShardRules rules, List<ReadShard.Done> done) {
        List<Manifest.Shard> shards = new ArrayList<>();
        for (ReadShard.Done one : done) {
            shards.add(one.found()
                    .<Manifest.Shard>map(Manifest.Shard.Written::new)
                    .orElseGet(() -> new Manifest.Shard.Missing(one.piece(), one.why())));
        }
        return new Manifest(rules, shards);
    }

    private boolean tell(Manifest manifest, List<ReadShard.Done> done) {
        ShardCounts counts = manifest.counts();
        long kept = done.stream().filter(each -> !each.fresh()).count();
        out.println(String.format(
                Locale.ROOT,
                "tranche: %,d records, %,d reports read, %,d sums; %,d shards, %,d of them were there",
                counts.records(),
                counts.readings(),
                counts.facts(),
                manifest.shards().size(),
                kept));
        if (!counts.problems().isEmpty()) {
            List<String> parts = new ArrayList<>();
            counts.problems().forEach((code, count) -> parts.add(code + " " + count));
            out.println("tranche: problems: " + String.join(", ", parts) + " (the manifest has examples)");
        }
        for (Manifest.Shard.Missing lost : manifest.missing()) {
            out.println("tranche: " + lost.piece().input() + ", bytes "
                    + lost.piece().start() + " to "
                    + lost.piece().end() + ", could not be read: " + lost.why()
                    + ". Run the same command again: only what is missing is read.");
        }
        return manifest.missing().isEmpty();
    }

    private List<ShardPiece> pieces() throws IOException {
        Set<String> paths = new LinkedHashSet<>(arguments.warc());
        for (String list : arguments.lists()) {
            paths.addAll(names(list));
        }
        List<ShardPiece> pieces = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String path : paths) {
            Storage storage = Storage.of(path, settings);
            List<Storage.Found> files = storage.list(path);
            if (files.isEmpty()) {
                throw new IOException("there is nothing at " + path + ".");
            }
            List<Storage.Found> fresh =
                    files.stream().filter(file -> seen.add(file.path())).toList();
            pieces.addAll(Pieces.of(fresh, storage, arguments.pieceBytes()));
        }
        return pieces;
    }

    /** A list of paths as Common Crawl publishes them, plain or compressed. */
    private List<String> names(String list) throws IOException {
        List<String> names = new ArrayList<>();
        try (InputStream in = Storage.of(list, settings).open(list, 0);
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        list.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.length() > LONGEST_LIST_LINE) {
                    throw new IOException(
                            list + " is not a list of paths: a line has " + line.length() + " characters.");
                }
                if (!line.isBlank() && !line.startsWith("#")) {
                    names.add(arguments.prefix() + line.strip());
                }
            }
        }
        return names;
    }

    private SortedMap<String, String> tables() throws IOException {
        SortedMap<String, String> tables = new TreeMap<>();
        if (arguments.lexicon().isEmpty()) {
            return tables;
        }
        String folder = arguments.lexicon().get();
        Storage storage = Storage.of(folder, settings);
        for (Storage.Found file : storage.list(folder)) {
            String name = file.path().substring(file.path().lastIndexOf('/') + 1);
            if (name.endsWith(".csv")) {
                try (InputStream in = storage.open(file.path(), 0)) {
                    tables.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        if (tables.isEmpty()) {
            throw new IOException("--lexicon: " + folder + " contains no table.");
        }
        // A broken table is reported before the cluster does any work.
        Readers.of(tables);
        return tables;
    }
}
