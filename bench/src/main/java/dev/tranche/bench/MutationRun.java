package dev.tranche.bench;

import dev.tranche.extract.Extractor;
import dev.tranche.ingest.Ingest;
import dev.tranche.source.Incoming;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * Reads mutated inputs of every format and reports what breaks: exceptions, and inputs that take long.
 *
 * <p>The seeds are the kept inputs of the fuzz targets and the samples; they are cut, repeated, spliced and overwritten.
 * Unlike the fuzz targets, which follow what the code does with an input, this tries many at random. Run in the root of a
 * checkout, after {@code ./tranche help} has built the program:
 *
 * <pre>
 *   java -cp 'app/target/quick/tranche.jar:app/target/quick/lib/*' bench/src/main/java/dev/tranche/bench/MutationRun.java 100000
 * </pre>
 *
 * <p>Arguments: inputs a format (10000), seed. What broke is kept in a temporary folder. Exits with 1 when anything did.
 */
public final class MutationRun {

    private static final int LONGEST_SEED = 20_000;
    private static final long SLOW_NANOS = 5_000_000_000L;
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    /** The name under which the inputs of a fuzz target are read. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("readsPages", "page.html"),
            Map.entry("readsFeeds", "feed.xml"),
            Map.entry("readsJson", "feed.json"),
            Map.entry("readsMail", "letter.eml"),
            Map.entry("readsMailboxes", "letters.mbox"),
            Map.entry("readsRichText", "note.rtf"),
            Map.entry("readsPapers", "paper.pdf"),
            Map.entry("readsTables", "list.csv"),
            Map.entry("readsWebArchives", "crawl.warc"),
            Map.entry("readsArchives", "reports.zip"),
            Map.entry("readsWhatHasNoName", "reports"),
            Map.entry("readsAnyBytes", "feed.jsonl"),
            Map.entry("readsAnyDateInAText", "day.txt"),
            Map.entry("samples", "report.txt"));

    private final Random random;
    private final Path kept;
    private final Set<String> told = new HashSet<>();
    private int broken;

    private MutationRun(long seed, Path kept) {
        this.random = new Random(seed);
        this.kept = kept;
    }

    /** Runs and prints; see the class. */
    public static void main(String[] args) throws IOException {
        int wanted = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        long seed = args.length > 1
                ? Long.parseLong(args[1])
                : ThreadLocalRandom.current().nextLong();
        System.out.println("seed " + seed);
        MutationRun run = new MutationRun(seed, Files.createTempDirectory("tranche-mutations"));
        for (Map.Entry<String, List<byte[]>> format : seeds().entrySet()) {
            run.read(format.getKey(), format.getValue(), wanted);
        }
        System.out.println(
                run.broken + " inputs broke something" + (run.broken == 0 ? "." : "; they are in " + run.kept));
        System.exit(run.broken == 0 ? 0 : 1);
    }

    private static Map<String, List<byte[]>> seeds() throws IOException {
        Map<String, List<byte[]>> seeds = new TreeMap<>();
        for (Path root : List.of(
                Path.of("testkit/src/test/resources"),
                Path.of("ingest/src/test/resources"),
                Path.of("corpus/samples"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    String name =
                            NAMES.get(String.valueOf(file.resolveSibling("").getFileName()));
                    byte[] bytes = Files.readAllBytes(file);
                    if (name != null && bytes.length <= LONGEST_SEED) {
                        seeds.computeIfAbsent(name, _ -> new ArrayList<>()).add(bytes);
                    }
                }
            }
        }
        if (seeds.size() != NAMES.size()) {
            throw new IllegalStateException(
                    "seeds were found for " + seeds.keySet() + " alone; run in the root of a checkout");
        }
        return seeds;
    }

    private void read(String name, List<byte[]> seeds, int wanted) {
        Extractor extractor = Extractor.standard();
        long start = System.nanoTime();
        int reports = 0;
        int refusals = 0;
        for (int i = 0; i < wanted; i++) {
            byte[] input = mutated(seeds);
            long before = THREAD.getCurrentThreadCpuTime();
            try {
                for (Incoming incoming : Ingest.readAll(name, input)) {
                    if (incoming instanceof Incoming.Report report) {
                        reports++;
                        extractor.extract(report.document());
                    } else {
                        refusals++;
                    }
                }
            } catch (RuntimeException | StackOverflowError failed) {
                keep(name, input, String.valueOf(failed), failed);
            }
            long nanos = THREAD.getCurrentThreadCpuTime() - before;
            if (nanos > SLOW_NANOS) {
                keep(name, input, "took %.1f s".formatted(nanos / 1e9), null);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-14s %,9d inputs, %,9d reports, %,9d refusals, %.0f s%n",
                name,
                wanted,
                reports,
                refusals,
                (System.nanoTime() - start) / 1e9);
    }

    private void keep(String name, byte[] input, String what, @org.jspecify.annotations.Nullable Throwable failed) {
        broken++;
        String place = failed == null || failed.getStackTrace().length == 0 ? "" : " at " + failed.getStackTrace()[0];
        // Many inputs reveal the same fault; one of them is enough.
        if (!told.add(name + place)) {
            return;
        }
        Path file = kept.resolve(broken + "-" + name);
        System.out.println("BROKEN " + file + ": " + what + place);
        try {
            Files.write(file, input);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Cuts, repeats, splices and overwrites a few times over. */
    private byte[] mutated(List<byte[]> seeds) {
        byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
        for (int step = random.nextInt(6); step >= 0 && bytes.length > 0; step--) {
            int from = random.nextInt(bytes.length);
            int to = from + random.nextInt(Math.min(64, bytes.length - from) + 1);
            bytes = switch (random.nextInt(6)) {
                case 0 -> Arrays.copyOf(bytes, from);
                case 1 -> joined(Arrays.copyOf(bytes, from), bytes, to, bytes.length);
                case 2 -> joined(Arrays.copyOf(bytes, to), bytes, from, bytes.length);
                case 3 -> overwritten(bytes, from, to);
                case 4 -> {
                    byte[] other = seeds.get(random.nextInt(seeds.size()));
                    yield joined(Arrays.copyOf(bytes, from), other, Math.min(from, other.length), other.length);
                }
                default -> {
                    bytes[from] ^= (byte) (1 << random.nextInt(8));
                    yield bytes;
                }
            };
            if (bytes.length > 2 * LONGEST_SEED) {
                bytes = Arrays.copyOf(bytes, 2 * LONGEST_SEED);
            }
        }
        return bytes;
    }

    private byte[] overwritten(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            bytes[at] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static byte[] joined(byte[] start, byte[] rest, int from, int to) {
        byte[] all = Arrays.copyOf(start, start.length + to - from);
        System.arraycopy(rest, from, all, start.length, to - from);
        return all;
    }
}
