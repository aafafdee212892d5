package dev.tranche.ingest;

import dev.tranche.problem.Problem;
import dev.tranche.problem.ProblemCode;
import dev.tranche.source.Incoming;
import dev.tranche.text.Document;
import java.util.List;
import java.util.Optional;

/** Receives what a source finds. */
@FunctionalInterface
public interface Sink {

    /** Receives a report or a refusal. */
    void accept(Incoming incoming);

    /** Receives a report. */
    default void report(String place, Document document) {
        accept(Incoming.report(place, document, List.of()));
    }

    /**
     * Receives the withdrawal of a report by its agency.
     *
     * @param report the id of the report
     * @param status the agency's word, such as canceled
     */
    default void withdraw(String place, String report, String status) {
        Problem problem =
                Problem.of(ProblemCode.NOT_READ, place + ": The agency marked it as " + status + "; not read.");
        accept(new Incoming.Refused(place, problem, Optional.of(report)));
    }

    /** Receives the reason why something is not a report. */
    default void refuse(String place, ProblemCode code, String sentence) {
        accept(Incoming.refused(place, code, sentence));
    }
}
