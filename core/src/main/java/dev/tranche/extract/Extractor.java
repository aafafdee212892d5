package dev.tranche.extract;

import dev.tranche.assistance.FactReader;
import dev.tranche.assistance.ReaderWeights;
import dev.tranche.dating.Dater;
import dev.tranche.dating.Dates;
import dev.tranche.dating.Publication;
import dev.tranche.dating.StatedDate;
import dev.tranche.encounter.Days;
import dev.tranche.fact.Fact;
import dev.tranche.fact.Stage;
import dev.tranche.lexicon.Languages;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.MoneyScan;
import dev.tranche.problem.Problem;
import dev.tranche.problem.ProblemCode;
import dev.tranche.problem.Problems;
import dev.tranche.text.Document;
import dev.tranche.text.Span;
import dev.tranche.text.Tokenizer;
import dev.tranche.text.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one document: the pure function from a report to everything read from it.
 *
 * <p>The same document and version give the same extraction on any machine, thread, locale and time zone. Immutable
 * and safe to share between threads; cheap to build from a loaded lexicon.
 */
public final class Extractor {

    /** The problems found by reading itself. */
    private static final Set<ProblemCode> OF_WORDS = Set.of(
            ProblemCode.BAD_DATE,
            ProblemCode.CONFLICT,
            ProblemCode.NUMBER_TOO_LARGE,
            ProblemCode.OTHER_LANGUAGE,
            ProblemCode.TOO_MANY);

    private final Lexicon lexicon;
    private final Dater dater;
    private final ReaderWeights weights;
    private final ExtractionVersion version;

    private Extractor(Lexicon lexicon) {
        this.version = ExtractionVersion.CURRENT.with(lexicon.addedRows());
        this.lexicon = lexicon;
        this.dater = Dater.of(lexicon);
        this.weights = ReaderWeights.of(lexicon);
    }

    /** Builds an extractor over the lexicon that ships. */
    public static Extractor standard() {
        return new Extractor(Lexicon.standard());
    }

    /** Builds an extractor over a custom lexicon. */
    public static Extractor of(Lexicon lexicon) {
        return new Extractor(lexicon);
    }

    /**
     * Reads one document; never throws because of its content.
     *
     * <p>A text in an unsupported language yields a problem and nothing else. A text without a sum of money that names no state, body or official is dropped after one dictionary pass.
     */
    public Extraction extract(Document document) {
        Problems problems = new Problems();
        Optional<Publication> stated = dater.stated(document, problems);
        boolean money = MoneyScan.mayHoldSum(document.text());
        Tokens tokens = Tokenizer.split(document.text());
        Optional<Languages.Language> other = lexicon.languages().other(tokens, document.language());
        other.ifPresent(language -> problems.add(unread(language)));
        if (other.isPresent() || !money && !lexicon.namesActor(tokens)) {
            return new Extraction(
                    document, version, stated.orElse(Publication.UNKNOWN), List.of(), Story.NONE, problems.toList());
        }
        MarkedText text = MarkedText.of(lexicon, document, tokens, problems);
        FactReader.Result sums = money ? FactReader.read(lexicon, weights, text) : FactReader.Result.NONE;
        List<Fact> facts = sums.facts();
        LazyDates dates = new LazyDates(text, stated, problems);
        StoryReader.Told told = StoryReader.read(lexicon, text, facts, dates);
        List<Fact> dated =
                told.facts().stream().map(fact -> dated(fact, dates.found())).toList();
        Publication published = stated.isPresent() && dates.found == null
                ? stated.get()
                : dates.found().publication();
        return new Extraction(document, version, published, dated, sums.refused(), told.story(), problems.toList());
    }

    /** Returns the version under which it reads. */
    public ExtractionVersion version() {
        return version;
    }

    /**
     * Reads the report of an earlier reading again. Problems of the original bytes are carried over,
     * since the bytes are gone.
     *
     * @param as the version of the new reading
     */
    public Extraction again(Extraction earlier, ExtractionVersion as) {
        List<Problem> ofBytes = earlier.problems().stream()
                .filter(problem -> !OF_WORDS.contains(problem.code()))
                .toList();
        return extract(earlier.document()).after(ofBytes).by(as);
    }

    private static Problem unread(Languages.Language language) {
        return Problem.about(
                ProblemCode.OTHER_LANGUAGE,
                language.code(),
                "The report is in " + language.name()
                        + ", which Tranche does not read yet; nothing was taken from it.");
    }

    /** Dates are read once, when first needed. */
    private final class LazyDates implements Days {

        private final MarkedText text;
        private final Optional<Publication> stated;
        private final Problems problems;
        private @Nullable Dates found;

        LazyDates(MarkedText text, Optional<Publication> stated, Problems problems) {
            this.text = text;
            this.stated = stated;
            this.problems = problems;
        }

        Dates found() {
            Dates dates = found;
            if (dates == null) {
                dates = dater.dates(text, stated, problems);
                found = dates;
            }
            return dates;
        }

        @Override
        public StatedDate of(Span words, boolean planned) {
            return found().dateOfAct(words, planned);
        }

        @Override
        public StatedDate ofNews() {
            return found().dateOfAct(new Span(0, 1), false);
        }

        @Override
        public StatedDate published() {
            return found().publication().date();
        }
    }

    private static Fact dated(Fact fact, Dates dates) {
        boolean planned = fact.terms().stage() == Stage.PLANNED || fact.terms().stage() == Stage.REQUESTED;
        return fact.with(dates.dateOfAct(fact.evidence().span(), planned));
    }
}
