package dev.tranche.cli;

import dev.tranche.backfill.JobJar;
import dev.tranche.backfill.SparkHome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tranche backfill}: reads crawls on a Spark cluster. */
@Command(
        name = "backfill",
        header = "Read crawls on a Spark cluster, into shards that 'tranche import' adds to a book.",
        description = {
            "",
            "Submits the job tranche-spark-job.jar with the spark-submit of the installation and shows its progress."
                + " Running the same command again reads only what is missing. Web pages without a sum of money are"
                + " left out before they are parsed, as with 'tranche add --sums-only', unless --all-pages is given.",
            ""
        })
public final class BackfillCommand implements Runnable {

    /** How many of the last lines of the log are shown when a job fails. */
    private static final int LAST_LINES = 15;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Option(
            names = "--master",
            paramLabel = "URL",
            required = true,
            description = "The cluster: spark://HOST:PORT, yarn, k8s://…, or local[N] for this machine.")
    @SuppressWarnings("NullAway.Init")
    private String master;

    @Option(
            names = "--warc",
            paramLabel = "PATH",
            arity = "1..*",
            description = "Web archives: files, folders, patterns with *; any address that the cluster can open"
                    + " (s3a://…, hdfs://…).")
    private List<String> warc = new ArrayList<>();

    @Option(
            names = "--list",
            paramLabel = "FILE",
            description = "A file with one path per line, as Common Crawl publishes them (warc.paths.gz).")
    private List<String> lists = new ArrayList<>();

    @Option(
            names = "--prefix",
            paramLabel = "ADDRESS",
            description = "Prefix of every path of --list, such as s3a://BUCKET/.")
    private @Nullable String prefix;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            required = true,
            description = "Where the shards go: a folder that all machines of the cluster can see.")
    @SuppressWarnings("NullAway.Init")
    private String out;

    @Option(names = "--all-pages", description = "Also read web pages without a sum of money.")
    private boolean allPages;

    @Option(
            names = "--piece-mb",
            paramLabel = "N",
            description = "Cut archives into pieces of at most N MiB, one task each. Default: 128.")
    private @Nullable String pieceMegabytes;

    @Option(
            names = "--lexicon",
            paramLabel = "FOLDER",
            description = "Add the rows of the tables in FOLDER, as with 'tranche add'.")
    private @Nullable String lexicon;

    @Option(names = "--no-parquet", description = "Write no tables for analysis beside the shards.")
    private boolean noParquet;

    @Option(names = "--no-hints", description = "Do not look for copies or for claims of one commitment.")
    private boolean noHints;

    @Option(
            names = "--spark-home",
            paramLabel = "FOLDER",
            description = "The installation of Spark. Default: SPARK_HOME, else the spark-submit on the PATH.")
    private @Nullable String sparkHome;

    @Option(
            names = "--job-jar",
            paramLabel = "FILE",
            description = "The jar of the job. Default: tranche-spark-job.jar beside the program.")
    private @Nullable Path jobJar;

    @Option(
            names = "--conf",
            paramLabel = "KEY=VALUE",
            description = "A setting passed on to Spark, such as spark.executor.memory=4g.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--log",
            paramLabel = "FILE",
            description = "Keep what Spark logs. Default: a temporary file, shown when the job fails.")
    private @Nullable Path log;

    /** Submits the job and waits for its end. */
    @Override
    public void run() {
        if (warc.isEmpty() && lists.isEmpty()) {
            throw CommandException.usage("there is nothing to read: give --warc or --list.");
        }
        try {
            Path kept = log == null ? Files.createTempFile("tranche-backfill", ".log") : log;
            int status = submit(kept);
            if (status == 0) {
                if (log == null) {
                    Files.deleteIfExists(kept);
                }
                say("the shards are in " + out + "; 'tranche import " + out + "' adds them to a book.");
                return;
            }
            throw failed(status, kept);
        } catch (IOException broken) {
            throw CommandException.outside(String.valueOf(broken.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw CommandException.outside("the back-fill was stopped; the same command continues where it stopped.");
        }
    }

    private int submit(Path kept) throws IOException, InterruptedException {
        SparkHome spark = SparkHome.find(
                Optional.ofNullable(sparkHome), program.terminal().environment());
        List<String> arguments = new ArrayList<>(List.of("--master", master));
        settings.forEach(setting -> arguments.addAll(List.of("--conf", setting)));
        arguments.add(JobJar.find(Optional.ofNullable(jobJar)).toString());
        arguments.addAll(ofJob());
        ProcessBuilder builder = new ProcessBuilder(spark.command(arguments));
        builder.environment().putAll(spark.environment());
        builder.redirectError(kept.toFile());
        Process job = builder.start();
        // A job whose submitter was stopped must not continue unseen.
        Thread stop = new Thread(job::destroy, "stop-job");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            job.getOutputStream().close();
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(job.getInputStream(), StandardCharsets.UTF_8))) {
                lines.lines().forEach(line -> program.terminal().err().println(line));
            }
            return job.waitFor();
        } finally {
            job.destroy();
            removeQuietly(stop);
        }
    }

    private static void removeQuietly(Thread stop) {
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException ending) {
            // The program is ending, and the hook runs.
        }
    }

    private List<String> ofJob() {
        List<String> arguments = new ArrayList<>();
        warc.forEach(path -> arguments.addAll(List.of("--warc", absolute(path))));
        lists.forEach(list -> arguments.addAll(List.of("--list", absolute(list))));
        add(arguments, "--prefix", prefix);
        add(arguments, "--out", absolute(out));
        add(arguments, "--piece-mb", pieceMegabytes);
        add(arguments, "--lexicon", lexicon == null ? null : absolute(lexicon));
        add(arguments, allPages, "--all-pages");
        add(arguments, noParquet, "--no-parquet");
        add(arguments, noHints, "--no-hints");
        return arguments;
    }

    private static void add(List<String> arguments, boolean is, String name) {
        if (is) {
            arguments.add(name);
        }
    }

    private static void add(List<String> arguments, String name, @Nullable String value) {
        if (value != null) {
            arguments.add(name);
            arguments.add(value);
        }
    }

    /** The job may run in another folder; addresses of other stores stay as they are. */
    private static String absolute(String path) {
        return path.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")
                ? path
                : Path.of(path).toAbsolutePath().normalize().toString();
    }

    private CommandException failed(int status, Path kept) throws IOException {
        if (Files.exists(Path.of(absolute(out)).resolve("manifest.jsonl")) && status == 1) {
            return CommandException.outside("not everything was read; the log of Spark is " + kept + ".");
        }
        PrintStream err = program.terminal().err();
        try (Stream<String> all = Files.lines(kept, StandardCharsets.UTF_8)) {
            List<String> lines = all.filter(line -> !line.isBlank()).toList();
            lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size())
                    .forEach(line -> err.println("spark: " + line.strip()));
        }
        return status == CommandException.USAGE
                ? CommandException.usage("the job refused its arguments.")
                : CommandException.outside(
                        "the job failed with status " + status + "; the log of Spark is " + kept + ".");
    }

    private void say(String sentence) {
        program.terminal().err().println("tranche: " + sentence);
    }
}
