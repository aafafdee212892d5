package dev.tranche.extract;

import dev.tranche.dating.Dater;
import dev.tranche.dating.Dates;
import dev.tranche.dating.Publication;
import dev.tranche.fact.Fact;
import dev.tranche.fact.Stage;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.MoneyScan;
import dev.tranche.problem.Problems;
import dev.tranche.rule.FactReader;
import dev.tranche.text.Document;
import java.util.List;
import java.util.Optional;

/**
 * Reads one document: the pure function from a report to everything that it says.
 *
 * <p>The same document and version give the same extraction on any machine, thread, locale and time zone. Immutable
 * and safe to share between threads; cheap to build from a loaded lexicon.
 */
public final class Extractor {

    private final Lexicon lexicon;
    private final Dater dater;

    private Extractor(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.dater = Dater.of(lexicon);
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
        Optional<Publication> stated = dater.stated(document, problems);
        boolean money = MoneyScan.mayHoldSum(document.text());
        if (stated.isPresent() && !money) {
            return new Extraction(document, ExtractionVersion.CURRENT, stated.get(), List.of(), problems.toList());
        }
        MarkedText text = MarkedText.of(lexicon, document, problems);
        List<Fact> facts = money ? FactReader.read(lexicon, text) : List.of();
        if (stated.isPresent() && facts.isEmpty()) {
            return new Extraction(document, ExtractionVersion.CURRENT, stated.get(), facts, problems.toList());
        }
        Dates dates = dater.dates(text, stated, problems);
        List<Fact> dated = facts.stream().map(fact -> dated(fact, dates)).toList();
        return new Extraction(document, ExtractionVersion.CURRENT, dates.publication(), dated, problems.toList());
    }

    private static Fact dated(Fact fact, Dates dates) {
        boolean planned = fact.terms().stage() == Stage.PLANNED || fact.terms().stage() == Stage.REQUESTED;
        return fact.with(dates.dateOfAct(fact.evidence().span(), planned));
    }
}
