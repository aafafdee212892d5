package dev.tranche.pipeline;

import dev.tranche.ledger.JournalEntry;
import dev.tranche.problem.Problem;
import dev.tranche.source.Incoming;
import java.util.Optional;

/**
 * The outcome of one part of an input.
 *
 * @param <T> what a report is turned into
 */
public sealed interface Outcome<T> {

    /**
     * A report went through.
     *
     * @param <T> what a report is turned into
     * @param report the report
     * @param result its result
     */
    record Done<T>(Incoming.Report report, T result) implements Outcome<T> {}

    /**
     * A part of an input is not a report.
     *
     * @param <T> what a report is turned into
     * @param place where it was
     * @param problem why
     * @param recall which report its agency withdraws with this part
     */
    record Refused<T>(String place, Problem problem, Optional<Incoming.Recall> recall) implements Outcome<T> {

        /** Returns what the withdrawal of a report changes in a book; empty for another refusal. */
        public Optional<JournalEntry> change() {
            return recall.map(one -> new JournalEntry.Recalled(one.report(), one.origin(), problem.message()));
        }

        /** Returns the outcome of a part that could not be read. */
        public static <T> Refused<T> of(Incoming.Refused refused) {
            return new Refused<>(refused.place(), refused.problem(), refused.recall());
        }
    }

    /**
     * A report met a bug in the program.
     *
     * @param <T> what a report is turned into
     * @param report the report
     * @param cause the error of the program
     */
    record Failed<T>(Incoming.Report report, Throwable cause) implements Outcome<T> {}
}
