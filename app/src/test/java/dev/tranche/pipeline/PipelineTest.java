package dev.tranche.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tranche.source.Incoming;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PipelineTest {

    @Test
    void resultsComeInInputOrderWhateverTheThreads() {
        List<Input> inputs = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int file = 0; file < 20; file++) {
            inputs.add(feed("f" + file + ".jsonl", 97));
            for (int line = 1; line <= 97; line++) {
                expected.add("f" + file + ":" + line);
            }
        }
        List<String> seen = new ArrayList<>();
        run(
                inputs,
                8,
                report -> report.document().id().value(),
                outcome -> seen.add(((Outcome.Done<String>) outcome).result()));
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void aFailingReportIsAnOutcomeAndTheRunGoesOn() {
        List<Outcome<String>> outcomes = new ArrayList<>();
        Function<Incoming.Report, String> work = report -> switch (report.place()) {
            case "f.jsonl:2" -> throw new IllegalStateException("a bug");
            case "f.jsonl:4" -> recurse(0);
            default -> "fine";
        };
        run(List.of(feed("f.jsonl", 5)), 2, work, outcomes::add);
        assertThat(outcomes).hasSize(5);
        assertThat(outcomes.get(1))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.cause()).isInstanceOf(IllegalStateException.class));
        assertThat(outcomes.get(3))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.cause()).isInstanceOf(StackOverflowError.class));
        assertThat(outcomes.get(4)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void anInputThatCannotBeOpenedLosesNoNeighbour() {
        Input broken = new Input("gone.txt", OptionalLong.empty(), () -> {
            throw new IOException("the disk is on fire");
        });
        List<Outcome<String>> outcomes = new ArrayList<>();
        run(List.of(feed("a.jsonl", 1), broken, feed("b.jsonl", 1)), 2, report -> "fine", outcomes::add);
        assertThat(outcomes).hasSize(3);
        assertThat(outcomes.get(1))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.problem().message()).contains("gone.txt", "the disk is on fire"));
    }

    @Test
    void readingWaitsForWriting() {
        AtomicInteger read = new AtomicInteger();
        AtomicInteger written = new AtomicInteger();
        AtomicInteger mostUnderway = new AtomicInteger();
        Function<Incoming.Report, String> work = report -> {
            int underway = read.incrementAndGet() - written.get();
            mostUnderway.accumulateAndGet(underway, Math::max);
            return "fine";
        };
        run(List.of(feed("f.jsonl", 50_000)), 2, work, outcome -> written.incrementAndGet());
        assertThat(written).hasValue(50_000);
        assertThat(mostUnderway.get()).isLessThan(2_000);
    }

    @Test
    void aSinkThatFailsEndsTheRun() {
        assertThatThrownBy(() -> run(List.of(feed("f.jsonl", 100_000)), 2, report -> "fine", outcome -> {
                    throw new IllegalStateException("the printer is out of paper");
                }))
                .hasMessage("the printer is out of paper");
    }

    @Test
    void progressTellsDoneTotalRateAndProblems() {
        AtomicLong nanos = new AtomicLong(5);
        Progress progress = Progress.of(nanos::get, OptionalLong.of(4_000_000));
        nanos.set(2_000_000_005L);
        progress.bytes(1_000_000);
        for (int i = 0; i < 1500; i++) {
            progress.report();
        }
        progress.problems(1);
        assertThat(progress.line())
                .startsWith("1,500 reports · 25 % of 4.0 MB · 750/s · 6 s left · 1 problem · ")
                .endsWith(" MiB");
        assertThat(Progress.of(nanos::get, OptionalLong.empty()).line())
                .startsWith("0 reports · 0.0 MB · 0/s · 0 problems");
    }

    private static String recurse(int depth) {
        return depth < 0 ? "" : recurse(depth + 1) + depth;
    }

    private static void run(
            List<Input> inputs,
            int threads,
            Function<Incoming.Report, String> work,
            java.util.function.Consumer<Outcome<String>> sink) {
        new Pipeline<>(threads, work, Progress.silent()).run(inputs, sink);
    }

    private static Input feed(String name, int lines) {
        return Input.of(name, "{\"text\": \"x\"}\n".repeat(lines).getBytes(StandardCharsets.UTF_8));
    }
}
