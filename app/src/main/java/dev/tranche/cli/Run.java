package dev.tranche.cli;

import dev.tranche.extract.Extraction;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.pipeline.Input;
import dev.tranche.pipeline.Inputs;
import dev.tranche.pipeline.Outcome;
import dev.tranche.pipeline.Pipeline;
import dev.tranche.pipeline.Progress;
import dev.tranche.pipeline.RunCounts;
import dev.tranche.print.Columns;
import dev.tranche.problem.Problem;
import dev.tranche.source.Incoming;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

/** One run over inputs: counts everything, reports problems on standard error, passes on what was read. */
final class Run {

    /** How many refusals are shown even without --problems when there is nothing else to show. */
    private static final int FEW = 5;

    private final TrancheCommand program;
    private final boolean listsProblems;
    private final RunCounts counts = new RunCounts();
    private final List<String> firstProblems = new ArrayList<>();
    private Consumer<JournalEntry> withdrawals = ignored -> {};

    /**
     * Builds a run.
     *
     * @param program knows where standard error is
     * @param listsProblems whether to list every problem, rather than only count them
     */
    Run(TrancheCommand program, boolean listsProblems) {
        this.program = program;
        this.listsProblems = listsProblems;
    }

    /**
     * What a report became.
     *
     * @param read what it says; empty for one that need not be read
     * @param rendered the words to print, made by the thread that read it
     */
    record Reading(Optional<Extraction> read, String rendered) {

        /** A report that need not be read, because the book holds its reading. */
        static final Reading KNOWN = new Reading(Optional.empty(), "");

        Reading(Extraction extraction, String rendered) {
            this(Optional.of(extraction), rendered);
        }

        Extraction extraction() {
            return read.orElseThrow();
        }
    }

    /** Passes on what agencies withdraw; returns this run. */
    Run withdrawing(Consumer<JournalEntry> taken) {
        withdrawals = taken;
        return this;
    }

    /** Returns what was counted so far. */
    RunCounts counts() {
        return counts;
    }

    /**
     * Reads all inputs.
     *
     * @param quiet whether to hide progress because results go to the same terminal
     */
    void over(
            List<Input> inputs,
            int threads,
            boolean quiet,
            Function<Incoming.Report, Reading> work,
            Consumer<Reading> sink) {
        OptionalLong bytes = total(inputs);
        Terminal terminal = program.terminal();
        try (Progress progress =
                terminal.isErrTerminal() && !quiet ? Progress.on(terminal.err(), bytes) : Progress.silent()) {
            new Pipeline<>(threads, work, progress).run(inputs, outcome -> take(outcome, progress, sink));
        }
    }

    private void take(Outcome<Reading> outcome, Progress progress, Consumer<Reading> sink) {
        int before = counts.problems();
        switch (outcome) {
            case Outcome.Done<Reading> done
            when done.result().read().isEmpty() -> {
                counts.addKnown();
                progress.report();
            }
            case Outcome.Done<Reading> done -> {
                Extraction extraction = done.result().extraction();
                extraction.problems().forEach(problem -> tell(done.report().place(), problem));
                counts.add(extraction).ifPresent(problem -> tell(done.report().place(), problem));
                sink.accept(done.result());
                progress.report();
            }
            case Outcome.Refused<Reading> refused -> {
                counts.add(refused.problem());
                tell(refused.place(), refused.problem());
                refused.change().ifPresent(withdrawals);
            }
            case Outcome.Failed<Reading> failed -> {
                counts.addFailure();
                tell(failed);
            }
        }
        progress.problems(counts.problems() - before);
    }

    private void tell(String place, Problem problem) {
        String message = Columns.oneLine(problem.message());
        String shown = message.startsWith(Columns.oneLine(place)) ? message : Columns.oneLine(place) + ": " + message;
        tell(problem.code().slug() + "  " + shown);
    }

    private void tell(Outcome.Failed<Reading> failed) {
        String name = failed.cause().getClass().getSimpleName();
        tell("failed  " + failed.report().place() + ": A bug in Tranche kept this report from being read (" + name
                + "); --debug shows where.");
        if (program.isDebug()) {
            StringWriter stack = new StringWriter();
            failed.cause().printStackTrace(new PrintWriter(stack));
            program.terminal().err().print(stack);
        }
    }

    private void tell(String line) {
        if (listsProblems) {
            program.terminal().err().println(line);
        } else if (firstProblems.size() < FEW) {
            firstProblems.add(line);
        }
    }

    /** Prints the counts to standard error. */
    void printSummary() {
        program.terminal().err().println("tranche: " + counts.sentence());
        printProblems();
    }

    /** Prints how many problems there were, if any. */
    void printProblems() {
        String problems = counts.problemsByCode();
        if (!problems.isEmpty()) {
            program.terminal()
                    .err()
                    .println("tranche: problems: " + problems + (listsProblems ? "" : " (--problems lists them)"));
        }
    }

    /** Ends the command with the status for a run that found nothing to read; returns for any other. */
    void refuseNothing(List<String> paths) {
        if (counts.reports() > 0) {
            return;
        }
        firstProblems.forEach(program.terminal().err()::println);
        String where = String.join(
                ", ",
                paths.stream()
                        .map(path -> path.equals(Inputs.STANDARD_INPUT) ? "standard input" : path)
                        .toList());
        boolean nothing = counts.failures() == 0 && counts.problems() == 0;
        throw CommandException.outside(
                (nothing ? "there is no report in " : "no report could be read in ") + where + ".");
    }

    private static OptionalLong total(List<Input> inputs) {
        long sum = 0;
        for (Input input : inputs) {
            if (input.bytes().isEmpty()) {
                return OptionalLong.empty();
            }
            sum += input.bytes().getAsLong();
        }
        return OptionalLong.of(sum);
    }
}
