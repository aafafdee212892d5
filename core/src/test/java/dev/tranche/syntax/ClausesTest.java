package dev.tranche.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.problem.Problems;
import dev.tranche.text.Document;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tenses, bounds and noun groups of clauses; what their arguments are is told in corpus/spec/clauses.md. */
class ClausesTest {

    private static MarkedText marked(String sentence) {
        return MarkedText.of(Lexicon.standard(), Document.of("example", "", sentence), new Problems());
    }

    private static List<Tense> tenses(String sentence) {
        return Clauses.of(marked(sentence), 0).all().stream().map(Clause::tense).toList();
    }

    @Test
    void tenseIsThatOfTheFirstVerb() {
        assertThat(tenses("Oslo pays the bill.")).containsExactly(Tense.PRESENT);
        assertThat(tenses("Oslo paid the bill.")).containsExactly(Tense.PAST);
        assertThat(tenses("Oslo has paid the bill.")).containsExactly(Tense.PERFECT);
        assertThat(tenses("Oslo had paid the bill.")).containsExactly(Tense.PLUPERFECT);
        assertThat(tenses("Oslo will pay the bill.")).containsExactly(Tense.INFINITIVE);
        assertThat(tenses("Oslo signed a deal backed by Rome.")).containsExactly(Tense.PAST, Tense.PARTICIPLE);
    }

    @Test
    void aGroupKnowsItsPrepositionItsNounAndItsOwner() {
        MarkedText text = marked("Latvia's parliament approved the sale of trucks to Georgia and Armenia.");
        Clauses clauses = Clauses.of(text, 0);
        NounGroup parliament = clauses.groups().get(1);
        assertThat(parliament.possessor()).isZero();
        NounGroup trucks = clauses.groups().get(3);
        assertThat(text.tokens().string(trucks.preposition())).isEqualTo("of");
        assertThat(trucks.noun()).isEqualTo(2);
        assertThat(clauses.groups().get(5).coordinated()).isEqualTo(4);
    }

    @Test
    void aGroupAfterACommaRenamesTheOneBefore() {
        Clauses clauses = Clauses.of(marked("Norway's premier, Jonas Gahr Store, arrived in Paris."), 0);
        assertThat(clauses.groups().get(2).apposition()).isEqualTo(1);
        assertThat(clauses.all().get(0).subjects()).containsExactly(1);
    }

    @Test
    void aSumIsOneGroupWithTheNounBehindIt() {
        MarkedText text = marked("Rome agreed on a $2 billion loan.");
        NounGroup loan = Clauses.of(text, 0).groups().get(1);
        assertThat(text.tokens().string(loan.head())).isEqualTo("loan");
        assertThat(text.tokens().string(loan.start())).isEqualTo("a");
    }

    @Test
    void clausesAreFoundByTheirWords() {
        MarkedText text = marked("The minister said that Malta would send doctors.");
        Clauses clauses = Clauses.of(text, 0);
        int doctors = text.tokens().size() - 2;
        assertThat(clauses.all().get(clauses.clauseAt(doctors)).lemma()).isEqualTo("send");
        assertThat(clauses.all().get(clauses.clauseAt(1)).lemma()).isEqualTo("say");
        assertThat(clauses.groupAt(doctors))
                .isEqualTo(clauses.all().get(1).objects().get(0));
        assertThat(clauses.groupAt(text.tokens().size() - 1)).isEqualTo(-1);
    }

    @Test
    void oddTextsHaveClausesOrNone() {
        for (String text : List.of(
                ".", "\"", "the", "to", "and and", "of of of", "( ) (", "don't", "'s", "1 2 3", "$", ", , who")) {
            MarkedText marked = marked(text);
            for (int i = 0; i < marked.sentences().size(); i++) {
                assertThat(Clauses.of(marked, i).groups()).isNotNull();
            }
        }
    }
}
