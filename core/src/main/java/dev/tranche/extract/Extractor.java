package dev.tranche.extract;

import dev.tranche.dating.Publication;
import dev.tranche.dating.StatedDate;
import dev.tranche.fact.Fact;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.MoneyScan;
import dev.tranche.problem.Problem;
import dev.tranche.problem.ProblemCode;
import dev.tranche.problem.Problems;
import dev.tranche.rule.FactReader;
import dev.tranche.text.Document;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/**
 * Reads one document: the pure function from a report to everything that it says.
 *
 * <p>The same document and version give the same extraction on any machine, thread, locale and time zone. Immutable
 * and safe to share between threads; cheap to build from a loaded lexicon.
 */
public final class Extractor {

    private final Lexicon lexicon;

    private Extractor(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Builds an extractor over the lexicon that ships. */
    public static Extractor standard() {
        return new Extractor(Lexicon.standard());
    }

    /** Builds an extractor over a lexicon of one's own. */
    public static Extractor of(Lexicon lexicon) {
        return new Extractor(lexicon);
    }

    /** Reads one document; never throws for what stands in it. */
    public Extraction extract(Document document) {
        Problems problems = new Problems();
        Publication published = published(document, problems);
        List<Fact> facts = List.of();
        if (MoneyScan.mayHoldSum(document.text())) {
            facts = FactReader.read(lexicon, MarkedText.of(lexicon, document, problems));
        }
        return new Extraction(document, ExtractionVersion.CURRENT, published, facts, problems.toList());
    }

    private static Publication published(Document document, Problems problems) {
        if (document.published().isEmpty()) {
            return Publication.UNKNOWN;
        }
        String written = document.published().get();
        try {
            LocalDate day = LocalDate.parse(MarkedText.day(document).orElse(written));
            return new Publication(StatedDate.on(day), Publication.Basis.METADATA, List.of());
        } catch (DateTimeException noDate) {
            String shown = written.length() > 40 ? written.substring(0, 40) + "…" : written;
            problems.add(Problem.of(
                    ProblemCode.BAD_DATE, "The stated publication date \"" + shown + "\" is no ISO date; ignored."));
            return Publication.UNKNOWN;
        }
    }
}
