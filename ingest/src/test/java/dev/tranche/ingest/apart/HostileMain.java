package dev.tranche.ingest.apart;

import dev.tranche.ingest.Content;
import dev.tranche.ingest.Sink;
import dev.tranche.ingest.Source;
import dev.tranche.source.Format;
import dev.tranche.text.Document;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Processes whose readers never come to an end by themselves: what a document can do to a library, for tests. */
final class HostileMain {

    private HostileMain() {}

    /** Reads each document as its name says. */
    public static void main(String[] arguments) throws IOException {
        ChildMain.run(task -> reader(task.name()));
    }

    /** Returns what reads a document of this name. */
    private static Source reader(String name) {
        return switch (name) {
            case "spins" -> (_, _) -> spin();
            case "spins on many threads" ->
                (_, _) -> {
                    Thread.ofPlatform().start(HostileMain::spin);
                    spin();
                };
            case "reports and spins" ->
                (Content content, Sink sink) -> {
                    sink.report(content.name(), Document.of("r", "Pumps", "The council bought pumps."));
                    sink.report(content.name(), Document.of("s", "Dykes", "The council built a dyke."));
                    spin();
                };
            case "catches everything" ->
                (_, _) -> {
                    while (true) {
                        try {
                            spin();
                        } catch (Throwable ignored) {
                            Thread.interrupted();
                        }
                    }
                };
            case "hangs" -> (_, _) -> hang();
            case "is incomplete" ->
                (_, _) -> {
                    throw new NoClassDefFoundError("quay/Pump");
                };
            default -> (content, sink) -> sink.report(content.name(), Document.of("r", name, "The pumps work."));
        };
    }

    private static void spin() {
        long sum = 0;
        while (sum != -1) {
            sum = Math.abs(sum + 1) % 1_000_000_007;
        }
    }

    private static void hang() {
        while (true) {
            LockSupport.parkNanos(Duration.ofHours(1).toNanos());
        }
    }

    /** A process that never takes the document. */
    static final class Deaf {

        private Deaf() {}

        /** Hangs. */
        public static void main(String[] arguments) {
            hang();
        }
    }

    /** A process that answers with noise. */
    static final class Babbling {

        private Babbling() {}

        /** Writes what is not an answer. */
        public static void main(String[] arguments) {
            System.out.print("What is this?");
            System.out.flush();
            hang();
        }
    }

    /** A program that has a document read that never ends, says so, and is killed in the meantime. */
    static final class Parent {

        private Parent() {}

        /** Reads a document that spins. */
        public static void main(String[] arguments) throws IOException {
            Duration hour = Duration.ofHours(1);
            Children children = new Children(
                    new Children.Limits(64, hour, hour, 1, hour),
                    Path.of(System.getProperty("java.home"), "bin", "java"),
                    HostileMain.class);
            new ApartSource(Format.RTF, children).read(Content.of("reports and spins", new byte[1]), _ -> {
                ProcessHandle.current().children().forEach(child -> System.out.println(child.pid()));
                System.out.flush();
            });
        }
    }
}
