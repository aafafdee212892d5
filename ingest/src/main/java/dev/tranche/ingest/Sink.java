package dev.tranche.ingest;

import dev.tranche.problem.ProblemCode;
import dev.tranche.source.Incoming;
import dev.tranche.text.Document;
import java.util.List;

/** Takes what a source finds. */
@FunctionalInterface
public interface Sink {

    /** Takes a report or a refusal. */
    void accept(Incoming incoming);

    /** Takes a report. */
    default void report(String place, Document document) {
        accept(Incoming.report(place, document, List.of()));
    }

    /** Takes the reason why something is not a report. */
    default void refuse(String place, ProblemCode code, String sentence) {
        accept(Incoming.refused(place, code, sentence));
    }
}
