package dev.tranche.ingest;

import dev.tranche.problem.Problem;
import dev.tranche.problem.ProblemCode;
import dev.tranche.source.Incoming;
import dev.tranche.text.Delivery;
import dev.tranche.text.Document;
import dev.tranche.text.DocumentId;
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
     * Receives the withdrawal of a report by its agency; one that nobody vouches for is a refusal like any other.
     *
     * @param report the id of the report, possibly blank
     * @param status the agency's word, such as canceled
     * @param delivery where it came from
     */
    default void withdraw(String place, String report, String status, Delivery delivery) {
        recall(place, report, "The agency marked it as " + status, delivery);
    }

    /**
     * Receives a notice by which an agency withdraws another report of its own.
     *
     * @param report the id of the other report
     * @param status the agency's word, such as deleted
     * @param delivery where the notice came from
     */
    default void withdrawOther(String place, String report, String status, Delivery delivery) {
        recall(place, report, "By this notice the agency marked " + report + " as " + status, delivery);
    }

    private void recall(String place, String report, String said, Delivery delivery) {
        Optional<Incoming.Recall> recall = delivery.origin()
                .filter(origin -> !report.isBlank())
                .map(origin -> new Incoming.Recall(
                        new DocumentId(Content.id(report)).addressable().value(), origin));
        String effect = recall.isPresent()
                ? "not read"
                : "not read, and nothing is withdrawn, since it is uncertain which report is meant";
        accept(new Incoming.Refused(
                place, Problem.of(ProblemCode.NOT_READ, place + ": " + said + "; " + effect + "."), recall));
    }

    /** Receives the reason why something is not a report. */
    default void refuse(String place, ProblemCode code, String sentence) {
        accept(Incoming.refused(place, code, sentence));
    }
}
