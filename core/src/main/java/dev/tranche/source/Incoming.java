package dev.tranche.source;

import dev.tranche.problem.Problem;
import dev.tranche.problem.ProblemCode;
import dev.tranche.text.Document;
import dev.tranche.text.DocumentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an input yields, one after another: a report, or the reason why part of the input is not one. */
public sealed interface Incoming {

    /** Returns its place: the input's name, and the line where the input has several reports. */
    String place();

    /** Returns a report whose problems include any oddities in its characters. */
    static Report report(String place, Document document, List<Problem> problems) {
        List<Problem> all = new ArrayList<>(problems);
        OddCharacters.find(document.text()).ifPresent(all::add);
        return new Report(place, document, all);
    }

    /**
     * Returns a refusal.
     *
     * @param sentence the reason; the place is put before it
     */
    static Refused refused(String place, ProblemCode code, String sentence) {
        return new Refused(place, Problem.of(code, place + ": " + sentence));
    }

    /**
     * A report that could be read.
     *
     * @param place its place in the input
     * @param document the report
     * @param problems what was odd about its bytes and characters
     */
    record Report(String place, Document document, List<Problem> problems) implements Incoming {

        /** Replaces an id that no address can hold and adds a problem about it, whatever the input. */
        public Report {
            DocumentId id = document.id().addressable();
            if (!id.equals(document.id())) {
                List<Problem> all = new ArrayList<>(problems);
                all.add(Problem.of(
                        ProblemCode.ODD_CHARACTERS,
                        place
                                + ": The id cannot be part of an address; its characters that cannot were"
                                + " replaced by U+FFFD."));
                problems = all;
                document = document.withId(id.value());
            }
            problems = List.copyOf(problems);
        }
    }

    /**
     * A part of the input that could not be read; reading goes on after it.
     *
     * @param place its place in the input
     * @param problem why; its message names the place
     * @param recall which report its agency withdraws with this part; what a book holds of it no longer counts
     */
    record Refused(String place, Problem problem, Optional<Recall> recall) implements Incoming {

        /** A part that withdraws no report. */
        public Refused(String place, Problem problem) {
            this(place, problem, Optional.empty());
        }
    }

    /**
     * A report that its agency withdraws.
     *
     * @param report its id
     * @param origin where the withdrawal came from: only what came from there is meant
     */
    record Recall(String report, String origin) {}
}
