package dev.tranche.ingest.apart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.ingest.Content;
import dev.tranche.problem.ProblemCode;
import dev.tranche.source.Format;
import dev.tranche.source.Incoming;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents whose reading never ends by itself are refused with the reason, and leave no process behind. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileChildTest {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Duration KEPT = Duration.ofMinutes(5);

    /** Long enough to start a process, so that it is the document that takes too long. */
    private static final Duration COMPUTING = Duration.ofSeconds(5);

    private static final Duration WAITING = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofMinutes(4);

    private static Children children(Duration time, Duration patience, Class<?> program) {
        return new Children(new Children.Limits(64, time, patience, 1, KEPT), JAVA, program);
    }

    private static List<Incoming> read(Children children, String name, int bytes) throws IOException {
        List<Incoming> found = new ArrayList<>();
        new ApartSource(Format.RTF, children).read(Content.of(name, new byte[bytes]), found::add);
        return found;
    }

    private static void assertRefused(Incoming incoming, ProblemCode code, String why) {
        assertThat(incoming).isInstanceOfSatisfying(Incoming.Refused.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo(code);
            assertThat(refused.problem().message()).contains(why, "not read, or not to its end");
        });
    }

    private static Set<ProcessHandle> processes() {
        return ProcessHandle.current().children().collect(Collectors.toSet());
    }

    /** Waits until no process is left besides those that there were; without end if one goes on. */
    private static void assertEnded(Set<ProcessHandle> before) {
        processes().stream()
                .filter(process -> !before.contains(process))
                .forEach(process -> process.onExit().join());
    }

    @ParameterizedTest
    @ValueSource(strings = {"spins", "spins on many threads", "catches everything"})
    void whatComputesWithoutEndIsEndedAndTheNextDocumentIsRead(String document) throws IOException {
        Set<ProcessHandle> before = processes();
        Children children = children(COMPUTING, LONG, HostileMain.class);
        assertThat(read(children, document, 1))
                .singleElement()
                .satisfies(refused ->
                        assertRefused(refused, ProblemCode.TOO_LARGE, "takes more than 5 seconds of processor time"));
        assertThat(children.count()).isZero();
        assertEnded(before);
        assertThat(read(children, "harmless", 1)).singleElement().isInstanceOf(Incoming.Report.class);
        assertThat(children.count()).isEqualTo(1);
    }

    @Test
    void whatWaitsWithoutEndIsEndedByTheClock() throws IOException {
        Set<ProcessHandle> before = processes();
        Children children = children(LONG, WAITING, HostileMain.class);
        assertThat(read(children, "hangs", 1))
                .singleElement()
                .satisfies(refused -> assertRefused(refused, ProblemCode.TOO_LARGE, "takes more than 2 seconds;"));
        assertThat(children.count()).isZero();
        assertEnded(before);
    }

    @Test
    void aProgramThatIsIncompleteSaysSoAndGoesOn() throws IOException {
        Children children = children(LONG, LONG, HostileMain.class);
        assertThat(read(children, "is incomplete", 1))
                .singleElement()
                .isInstanceOfSatisfying(
                        Incoming.Refused.class,
                        refused -> assertThat(refused.problem().message())
                                .endsWith("A part of the program that reads such documents cannot be loaded:"
                                        + " quay.Pump."));
        assertThat(read(children, "harmless", 1)).singleElement().isInstanceOf(Incoming.Report.class);
        assertThat(children.count()).isEqualTo(1);
    }

    @Test
    void whatWasReadBeforeStays() throws IOException {
        List<Incoming> found = read(children(COMPUTING, LONG, HostileMain.class), "reports and spins", 1);
        assertThat(found).hasSize(3);
        assertThat(found.subList(0, 2)).allMatch(Incoming.Report.class::isInstance);
        assertRefused(found.getLast(), ProblemCode.TOO_LARGE, "of processor time");
    }

    /** The document is larger than what the system keeps between two processes, so that handing it over blocks. */
    @Test
    void aProcessThatDoesNotTakeTheDocumentIsEnded() throws IOException {
        Children children = children(LONG, WAITING, HostileMain.Deaf.class);
        assertThat(read(children, "large", 4 << 20))
                .singleElement()
                .satisfies(refused -> assertRefused(refused, ProblemCode.TOO_LARGE, "takes more than 2 seconds;"));
        assertThat(children.count()).isZero();
    }

    /** A book that takes long to add a report must not cost the document. */
    @Test
    void theClockStopsWhileOthersWorkWithTheResults() throws IOException {
        Process idle = start(HostileMain.Deaf.class);
        try (Stopwatch stopwatch = new Stopwatch(idle, new Children.Limits(64, LONG, WAITING, 1, KEPT))) {
            stopwatch.pause(true);
            LockSupport.parkNanos(WAITING.multipliedBy(2).toNanos());
            assertThat(stopwatch.outcome()).isEqualTo(Stopwatch.Outcome.IN_TIME);
            assertThat(idle.isAlive()).isTrue();
            stopwatch.pause(false);
            idle.onExit().join();
            assertThat(stopwatch.outcome()).isEqualTo(Stopwatch.Outcome.WAITED);
        } finally {
            idle.destroyForcibly();
        }
    }

    private static Process start(Class<?> program) throws IOException {
        return new ProcessBuilder(JAVA.toString(), "-cp", System.getProperty("java.class.path"), program.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    void anAnswerThatIsNotOneIsNoReport() throws IOException {
        Children children = children(LONG, LONG, HostileMain.Babbling.class);
        assertThat(read(children, "noise", 1))
                .singleElement()
                .satisfies(refused -> assertRefused(refused, ProblemCode.UNREADABLE, "ended early"));
        assertThat(children.count()).isZero();
    }

    /** Nobody is left who would end it from outside. */
    @Test
    void aProgramThatIsKilledLeavesNoProcessBehind() throws IOException, InterruptedException, ExecutionException {
        Process parent = start(HostileMain.Parent.class);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
            long pid = Long.parseLong(String.valueOf(lines.readLine()));
            ProcessHandle child = ProcessHandle.of(pid).orElseThrow();
            parent.destroyForcibly().waitFor();
            child.onExit().get();
            assertThat(child.isAlive()).isFalse();
        } finally {
            parent.destroyForcibly();
        }
    }
}
