package dev.tranche.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tranche.extract.Extractor;
import dev.tranche.fact.AidType;
import dev.tranche.fact.Basis;
import dev.tranche.fact.Cell;
import dev.tranche.fact.Fact;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconException;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.text.Document;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TypeFitTest {

    /** The last sum is of what the report is about; nothing beside it says of what. */
    private static final String FAR = "Portugal will give Angola another 4 million euros.";

    private static final String HEAD = "clue,military,financial,humanitarian,mixed,unknown\n";

    private static List<Fact> facts(Lexicon lexicon, String title, String body) {
        return Extractor.of(lexicon).extract(Document.of("report", title, body)).facts();
    }

    private static Lexicon with(String rows) {
        return Lexicon.standardWith(List.of(new LexiconFile("type_weights.csv", HEAD + rows)));
    }

    /** Adds a report to a fit, every sum of it with the type. */
    private static void add(TypeFit fit, String title, String body, AidType type) {
        Document document = Document.of(title, title, body);
        List<Fact> facts = Extractor.of(Lexicon.standard()).extract(document).facts();
        assertThat(facts).as(title).isNotEmpty();
        facts.forEach(fact -> fit.add(document, Map.of(fact.evidence().span(), type)));
    }

    /** A fit to types that the shipped table would not choose. */
    private static TypeFit fitted() {
        TypeFit fit = TypeFit.of(Lexicon.standard());
        for (String place : List.of("Chad", "Togo", "Mali", "Peru")) {
            add(
                    fit,
                    "Drought in " + place,
                    "Portugal will give " + place + " another 4 million euros.",
                    AidType.FINANCIAL);
            add(fit, "Rifles for " + place, "Portugal will give " + place + " another 5 million euros.", AidType.MIXED);
            add(
                    fit,
                    "Visit to " + place,
                    "Portugal will give " + place + " another 6 million euros.",
                    AidType.HUMANITARIAN);
        }
        return fit;
    }

    @Test
    void aFittedTableReadsReportsOfTheSameKind() {
        Lexicon lexicon = Lexicon.standardWith(List.of(new LexiconFile("type_weights.csv", fitted().table())));
        assertThat(facts(lexicon, "Famine in Angola", FAR))
                .extracting(fact -> fact.terms().type())
                .containsExactly(AidType.FINANCIAL);
        assertThat(facts(lexicon, "Howitzers for Angola", FAR))
                .extracting(fact -> fact.terms().type())
                .containsExactly(AidType.MIXED);
        assertThat(facts(lexicon, "Minister flies to Angola", FAR))
                .extracting(fact -> fact.terms().type())
                .containsExactly(AidType.HUMANITARIAN);
    }

    @Test
    void theSameSumsGiveTheSameTable() {
        assertThat(fitted().table()).isEqualTo(fitted().table());
        assertThat(fitted().sums()).isEqualTo(12);
    }

    @Test
    void aSumWithWordsOfItsOwnIsNoExample() {
        TypeFit fit = TypeFit.of(Lexicon.standard());
        add(fit, "Visit to Peru", "Portugal will give Peru 4 million euros in military aid.", AidType.MILITARY);
        assertThat(fit.sums()).isZero();
        assertThat(fit.table()).endsWith(HEAD);
    }

    @Test
    void weightsOfAUserDecideOnlyWhatNoWordBesideTheSumSays() {
        Lexicon mixed = with("any,0,0,0,1000000,0\n");
        assertThat(facts(mixed, "Drought in Angola", FAR))
                .extracting(fact -> fact.terms().type())
                .containsExactly(AidType.MIXED);
        assertThat(facts(mixed, "Drought in Angola", "Portugal will give Angola 4 million euros in military aid."))
                .extracting(fact -> fact.terms().type())
                .containsExactly(AidType.MILITARY);
    }

    @Test
    void theCellNamesTheWordsThatSpeakForTheType() {
        Fact fact = facts(Lexicon.standard(), "Famine relief for Angola", FAR).getFirst();
        assertThat(fact.terms().type()).isEqualTo(AidType.HUMANITARIAN);
        Cell cell = fact.cells().type().getFirst();
        assertThat(cell.evidence().orElseThrow().quote()).isIn("Famine", "relief");
        assertThat(cell.basis()).isEqualTo(Basis.CONTEXT);
    }

    @Test
    void wordsBesideOneMentionOutweighTheRestOfTheReport() {
        assertThat(facts(
                        Lexicon.standard(),
                        "Famine in Angola: Portugal gives 4 million euros",
                        "Portugal will give Angola 4 million euros in military aid."))
                .extracting(fact -> fact.terms().type())
                .containsExactly(AidType.MILITARY);
    }

    @Test
    void aClueThatOccursTwiceCountsOnce() {
        TypeWeights weights = TypeWeights.of(with("a,2,0,0,0,0\nb,0,3,0,0,0\n"));
        TypeClues.Clue a = new TypeClues.Clue("a", 0, 1);
        TypeClues.Clue b = new TypeClues.Clue("b", 1, 2);
        assertThat(weights.choose(List.of(a, a, b)).type()).isEqualTo(AidType.FINANCIAL);
        assertThat(weights.choose(List.of(a)).type()).isEqualTo(AidType.MILITARY);
        assertThat(weights.choose(List.of()).type()).isEqualTo(AidType.UNKNOWN);
    }

    @Test
    void wordsThatSpeakAgainstATypeAreNotItsWords() {
        TypeWeights weights = TypeWeights.of(with("x,9,0,0,0,0\ntalk.military,-1,0,0,0,0\n"));
        TypeRules.Told told =
                weights.choose(List.of(new TypeClues.Clue("x", -1, -1), new TypeClues.Clue("talk.military", 4, 5)));
        assertThat(told.type()).isEqualTo(AidType.MILITARY);
        assertThat(told.start()).isNegative();
    }

    @Test
    void aBrokenRowIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> facts(with("any,0,0,much,0,0\n"), "Drought in Angola", FAR))
                .isInstanceOf(LexiconException.class)
                .hasMessageContaining("type_weights.csv, line 2")
                .hasMessageContaining("humanitarian")
                .hasMessageContaining("\"much\"");
    }
}
