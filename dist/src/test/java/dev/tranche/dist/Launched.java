package dev.tranche.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Starts an unpacked program as on a bare machine: from an empty folder, with a PATH that leads to the tools
 * of a shell alone and to no Java, Maven or Node.
 *
 * @param launcher the program
 * @param empty the folder that it is called from
 * @param tools the only folder on the PATH
 * @param javaHome the Java of that machine; empty where it has none
 */
record Launched(Path launcher, Path empty, Path tools, Optional<Path> javaHome) {

    private static final List<String> TOOLS = List.of("dirname", "readlink", "locale", "cksum", "mkdir", "ls", "cat");
    private static final Pattern ADDRESS = Pattern.compile("http://[0-9.:]+");
    private static final int MOST_SECONDS = 120;

    /** What a call printed. */
    record Said(int status, String out, String err) {}

    /** What the server of the samples answers. */
    record Served(HttpResponse<String> ledger, HttpResponse<String> page, String java) {}

    /** Prepares the folders of the machine below a folder. */
    static Launched of(Path launcher, Path scratch, Optional<Path> javaHome) throws IOException {
        Path tools = Files.createDirectories(scratch.resolve("tools"));
        for (String tool : TOOLS) {
            Path found = Stream.of("/bin", "/usr/bin")
                    .map(folder -> Path.of(folder, tool))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new IOException("this machine has no " + tool));
            // A link into the system would make JUnit warn when it removes the folder.
            Path call = Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec " + found + " \"$@\"\n");
            Files.setPosixFilePermissions(call, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return new Launched(launcher, Files.createDirectories(scratch.resolve("empty")), tools, javaHome);
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> call = new ArrayList<>(List.of(launcher.toString()));
        call.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(call).directory(empty.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", tools.toString());
        // No folder can be made there, so that nothing is recorded in the background of a test.
        environment.put("XDG_CACHE_HOME", "/dev/null");
        javaHome.ifPresent(home -> environment.put("JAVA_HOME", home.toString()));
        return builder;
    }

    /** Calls the program and waits for its end. */
    Said call(String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile(tools.getParent(), "out", "");
        Path err = Files.createTempFile(tools.getParent(), "err", "");
        Process process = builder(arguments)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).as("ends").isTrue();
        return new Said(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** Serves the samples, asks for the ledger and the first page, and ends the server. */
    Served serve() throws IOException, InterruptedException {
        Process process = builder("demo", "--serve", "--offline", "--port", "0")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        StringBuilder said = new StringBuilder();
        try (HttpClient client = HttpClient.newHttpClient();
                BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = err.readLine(); line != null; line = err.readLine()) {
                said.append(line).append('\n');
                Matcher address = ADDRESS.matcher(line);
                if (address.find()) {
                    return new Served(
                            get(client, address.group() + "/api/v1/ledger?limit=5"),
                            get(client, address.group() + "/"),
                            process.info().command().orElse(""));
                }
            }
            throw new AssertionError("the server ended before it named its address:\n" + said);
        } finally {
            process.destroy();
            assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS))
                    .as("ends")
                    .isTrue();
        }
    }

    private static HttpResponse<String> get(HttpClient client, String address)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .timeout(Duration.ofSeconds(MOST_SECONDS))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Asserts that the demonstration is served, and nothing left in the folder of the call; returns the answers. */
    Served assertServesTheDemonstration(boolean withPages) throws IOException, InterruptedException {
        Served served = serve();
        assertThat(served.ledger().statusCode()).isEqualTo(200);
        assertThat(served.ledger().body()).contains("\"items\":[{\"id\":");
        if (withPages) {
            assertThat(served.page().statusCode()).isEqualTo(200);
            assertThat(served.page().body()).contains("<!doctype html>", "assets/");
        }
        try (Stream<Path> left = Files.list(empty)) {
            assertThat(left).isEmpty();
        }
        return served;
    }
}
