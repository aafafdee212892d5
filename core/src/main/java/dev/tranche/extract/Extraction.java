package dev.tranche.extract;

import dev.tranche.dating.Publication;
import dev.tranche.fact.Fact;
import dev.tranche.fact.Refusal;
import dev.tranche.problem.Problem;
import dev.tranche.problem.Problems;
import dev.tranche.text.Document;
import java.util.List;

/**
 * Everything that one version of the reader has read from one document.
 *
 * @param document the report
 * @param version the reader's version
 * @param published when the report was published, with clues
 * @param facts sums of assistance in the order of their words; {@code partOf} indices point into this list
 * @param refused sums of money that are not assistance, each with the reason
 * @param story its content besides sums
 * @param problems oddities, in the order in which they were encountered
 */
public record Extraction(
        Document document,
        ExtractionVersion version,
        Publication published,
        List<Fact> facts,
        List<Refusal> refused,
        Story story,
        List<Problem> problems) {

    /** Builds an extraction that keeps no refused sums. */
    public Extraction(
            Document document,
            ExtractionVersion version,
            Publication published,
            List<Fact> facts,
            Story story,
            List<Problem> problems) {
        this(document, version, published, facts, List.of(), story, problems);
    }

    /** Builds an extraction that holds only sums. */
    public Extraction(
            Document document,
            ExtractionVersion version,
            Publication published,
            List<Fact> facts,
            List<Problem> problems) {
        this(document, version, published, facts, Story.NONE, problems);
    }

    /** Copies the lists; refuses a part of a missing fact or of itself, and evidence from another text. */
    public Extraction {
        facts = List.copyOf(facts);
        refused = List.copyOf(refused);
        problems = List.copyOf(problems);
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            int parent = fact.partOf().orElse(-1);
            if (parent >= facts.size() || parent == i) {
                throw new IllegalArgumentException("fact " + i + " cannot be a part of fact " + parent);
            }
            if (!document.text()
                    .startsWith(fact.evidence().quote(), fact.evidence().span().start())) {
                throw new IllegalArgumentException("fact " + i + " does not quote its report");
            }
        }
    }

    /** Returns the same reading under another version. */
    public Extraction by(ExtractionVersion other) {
        return new Extraction(document, other, published, facts, refused, story, problems);
    }

    /** Returns the same reading with the problems of the report's bytes before those of its words. */
    public Extraction after(List<Problem> earlier) {
        if (earlier.isEmpty()) {
            return this;
        }
        Problems all = new Problems();
        earlier.forEach(all::add);
        problems.forEach(all::add);
        return new Extraction(document, version, published, facts, refused, story, all.toList());
    }
}
