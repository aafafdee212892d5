package dev.tranche.backfill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An installation of Apache Spark: a folder with {@code bin/spark-submit}, or one that holds nothing but {@code jars}.
 *
 * @param folder the installation
 * @param submit the script that submits; empty if there is none; the jars are then started directly
 */
public record SparkHome(Path folder, Optional<Path> submit) {

    private static final Pattern CORE = Pattern.compile("spark-core_([0-9.]+)-[0-9].*\\.jar");
    private static final String JARS = "jars";

    /**
     * Finds an installation: the folder given, else {@code SPARK_HOME}, else the {@code spark-submit} on the
     * {@code PATH}.
     *
     * @throws IOException with a sentence if there is none
     */
    public static SparkHome find(Optional<String> given, Map<String, String> environment) throws IOException {
        Optional<String> named = given.or(
                () -> Optional.ofNullable(environment.get("SPARK_HOME")).filter(home -> !home.isBlank()));
        if (named.isPresent()) {
            Path home = Path.of(named.get()).toAbsolutePath();
            Path script = home.resolve("bin").resolve("spark-submit");
            if (Files.isExecutable(script)) {
                return new SparkHome(home, Optional.of(script));
            }
            if (scala(home).isPresent()) {
                return new SparkHome(home, Optional.empty());
            }
            throw new IOException(
                    "there is no Spark in " + home + ": neither bin/spark-submit nor jars/spark-core_….jar."
                            + " Name the folder of a Spark 4.2 or newer with --spark-home or SPARK_HOME.");
        }
        for (String folder : environment.getOrDefault("PATH", "").split(":")) {
            Path script = Path.of(folder, "spark-submit");
            if (!folder.isBlank() && Files.isExecutable(script)) {
                Path real = script.toRealPath();
                Path home = Optional.ofNullable(real.getParent())
                        .flatMap(bin -> Optional.ofNullable(bin.getParent()))
                        .orElse(real);
                return new SparkHome(home, Optional.of(real));
            }
        }
        throw new IOException("Spark was not found: SPARK_HOME is not set, and there is no spark-submit on the PATH."
                + " Install Apache Spark 4.2 or newer and name its folder with --spark-home.");
    }

    /** Returns the version of Scala of the jars, which the launcher asks for; empty where there is no Spark. */
    private static Optional<String> scala(Path home) {
        try (Stream<Path> jars = Files.list(home.resolve(JARS))) {
            return jars.map(jar -> CORE.matcher(String.valueOf(jar.getFileName())))
                    .filter(Matcher::matches)
                    .map(core -> core.group(1))
                    .findFirst();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Returns the variables that the process of the job needs besides those of this one. */
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("SPARK_HOME", folder.toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        scala(folder).ifPresent(version -> environment.put("SPARK_SCALA_VERSION", version));
        return environment;
    }

    /**
     * Returns the command that submits a job.
     *
     * @param arguments options of spark-submit, the jar, and its own arguments
     * @throws IOException if the launcher of Spark cannot be asked
     */
    public List<String> command(List<String> arguments) throws IOException, InterruptedException {
        if (submit.isPresent()) {
            List<String> command = new ArrayList<>();
            command.add(submit.get().toString());
            command.addAll(arguments);
            return command;
        }
        return program("org.apache.spark.deploy.SparkSubmit", arguments);
    }

    /**
     * Returns the command that starts a program of Spark from its jars, as the scripts of an installation do: Spark's
     * own launcher knows the options of the virtual machine that it needs.
     *
     * @param program name of its class
     * @param arguments its arguments
     * @throws IOException if the launcher cannot be asked
     */
    public List<String> program(String program, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(List.of("-cp", folder.resolve(JARS) + "/*"));
        command.add("org.apache.spark.launcher.Main");
        command.add(program);
        command.addAll(arguments);
        ProcessBuilder launcher = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        launcher.environment().putAll(environment());
        Process process = launcher.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        List<String> words = words(printed);
        if (status != 0 || words.isEmpty()) {
            throw new IOException("the launcher in " + folder.resolve(JARS) + " did not answer; is it a whole Spark?");
        }
        return words;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The launcher prints a zero and a line end, then each word with a zero behind it. */
    static List<String> words(String printed) {
        int start = printed.indexOf("\0\n");
        if (start < 0) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        for (String word : printed.substring(start + 2).split("\0", -1)) {
            words.add(word);
        }
        words.removeLast();
        return words;
    }
}
