package dev.tranche.spark;

import dev.tranche.backfill.SparkHome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A real cluster on loopback: a master and workers, each a process of its own, from the jars of a Spark installation. All
 * of them end with it.
 */
final class Cluster implements AutoCloseable {

    /** Long enough for a machine that is busy with other work. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final long STEP_MILLIS = 100;
    private static final String LOOPBACK = "127.0.0.1";

    private final Path folder;
    private final SparkHome spark;
    private final String master;
    private final List<Process> processes = new ArrayList<>();
    private final List<Process> workers = new ArrayList<>();

    private Cluster(Path folder, SparkHome spark, String master) {
        this.folder = folder;
        this.spark = spark;
        this.master = master;
    }

    /** Starts a master and workers of one core each, and waits until the master knows them all. */
    static Cluster start(Path folder, Path home, int workers) throws IOException, InterruptedException {
        SparkHome spark = SparkHome.find(Optional.of(home.toString()), Map.of());
        int port = freePort();
        Cluster cluster = new Cluster(folder, spark, "spark://" + LOOPBACK + ":" + port);
        try {
            Path log = cluster.log("master");
            Process first = cluster.run(
                    log,
                    "org.apache.spark.deploy.master.Master",
                    List.of("--host", LOOPBACK, "--port", Integer.toString(port), "--webui-port", "0"));
            await("a master that is alive", first, () -> content(log).contains("New state: ALIVE"));
            for (int i = 0; i < workers; i++) {
                cluster.workers.add(cluster.run(
                        cluster.log("worker-" + i),
                        "org.apache.spark.deploy.worker.Worker",
                        List.of(
                                cluster.master,
                                "--host",
                                LOOPBACK,
                                "--webui-port",
                                "0",
                                "--cores",
                                "1",
                                "--memory",
                                "2g",
                                "--work-dir",
                                folder.resolve("work-" + i).toString())));
            }
            await("workers that the master knows", first, () -> count(content(log), "Registering worker") >= workers);
            return cluster;
        } catch (IOException | InterruptedException | RuntimeException | Error failed) {
            cluster.close();
            throw failed;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }

    private Process run(Path log, String program, List<String> arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(spark.program(program, arguments))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(spark.environment());
        builder.environment().putAll(environment());
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    /** Returns the variables that keep every process of Spark on loopback and small. */
    static Map<String, String> environment() {
        return Map.of("SPARK_LOCAL_IP", LOOPBACK, "SPARK_LOCAL_HOSTNAME", LOOPBACK, "SPARK_DAEMON_MEMORY", "256m");
    }

    /** Returns the address of the master. */
    String master() {
        return master;
    }

    /** Kills a worker and the executor that it started, without warning. */
    void kill(int worker) {
        Process process = workers.get(worker);
        List<ProcessHandle> below = process.descendants().toList();
        process.destroyForcibly();
        below.forEach(ProcessHandle::destroyForcibly);
    }

    /** Waits until a condition holds, for as long as a process is alive. */
    static void await(String what, Process alive, BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            boolean over = alive.waitFor(STEP_MILLIS, TimeUnit.MILLISECONDS);
            if (holds.getAsBoolean()) {
                return;
            }
            if (over || System.nanoTime() > end) {
                throw new IllegalStateException(over ? "the process ended before " + what : "no sign of " + what);
            }
        }
    }

    private static String content(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        } catch (IOException halfWritten) {
            return "";
        }
    }

    private static int count(String text, String words) {
        return text.split(words, -1).length - 1;
    }

    @Override
    public void close() {
        for (Process process : processes.reversed()) {
            List<ProcessHandle> below = process.descendants().toList();
            process.destroyForcibly();
            below.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
