package dev.tranche.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tranche.lexicon.Lexicon;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The comparison of clauses with a treebank, on two invented sentences. */
class ClauseScoreTest {

    private static final String TREE = """
        # text = Malta did not send doctors to Rome.
        1\tMalta\tMalta\tPROPN\tNNP\t_\t4\tnsubj\t_\t_
        2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_
        3\tnot\tnot\tPART\tRB\tPolarity=Neg\t4\tadvmod\t_\t_
        4\tsend\tsend\tVERB\tVB\t_\t0\troot\t_\t_
        5\tdoctors\tdoctor\tNOUN\tNNS\t_\t4\tobj\t_\t_
        6\tto\tto\tADP\tIN\t_\t7\tcase\t_\t_
        7\tRome\tRome\tPROPN\tNNP\t_\t4\tobl\t_\tSpaceAfter=No
        8\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

        # text = The law was signed by a judge.
        1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_
        2\tlaw\tlaw\tNOUN\tNN\t_\t4\tnsubj:pass\t_\t_
        3\twas\tbe\tAUX\tVBD\t_\t4\taux:pass\t_\t_
        4\tsigned\tsign\tVERB\tVBN\t_\t0\troot\t_\t_
        5\tby\tby\tADP\tIN\t_\t7\tcase\t_\t_
        6\ta\ta\tDET\tDT\t_\t7\tdet\t_\t_
        7\tjudge\tjudge\tNOUN\tNN\t_\t4\tobl:agent\t_\tSpaceAfter=No
        8\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_
        """;

    @Test
    void everyPartOfPlainSentencesIsFound() {
        ClauseScore score = ClauseScore.of(Lexicon.standard(), TreeSentence.parse(TREE));
        assertThat(score.misses()).isEmpty();
        assertThat(score.counts(ClauseScore.Part.VERB)).isEqualTo(new Counts(2, 2, 2, 2));
        assertThat(score.counts(ClauseScore.Part.SUBJECT)).isEqualTo(new Counts(2, 2, 2, 2));
        assertThat(score.counts(ClauseScore.Part.OBJECT)).isEqualTo(new Counts(1, 1, 1, 1));
        assertThat(score.counts(ClauseScore.Part.OBLIQUE)).isEqualTo(new Counts(1, 1, 1, 1));
        assertThat(score.counts(ClauseScore.Part.AGENT)).isEqualTo(new Counts(1, 1, 1, 1));
        assertThat(score.counts(ClauseScore.Part.NEGATIVE)).isEqualTo(new Counts(1, 1, 1, 1));
    }

    @Test
    void whatTheTreeSaysOtherwiseIsMissedAndFalse() {
        String other = TREE.replace("4\tobj\t", "7\tcompound\t");
        ClauseScore score = ClauseScore.of(Lexicon.standard(), TreeSentence.parse(other));
        assertThat(score.counts(ClauseScore.Part.OBJECT)).isEqualTo(new Counts(0, 1, 0, 0));
        assertThat(score.misses()).hasSize(1).first().asString().startsWith("false\tobject\tsend\tdoctors");
    }

    @Test
    void aFileInAnotherFormatIsRefusedWithItsLine() {
        assertThat(TreeSentence.parse("")).isEqualTo(List.of());
        assertThatThrownBy(() -> TreeSentence.parse("# text = a\n1\ta\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2");
    }
}
