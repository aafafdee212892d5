package dev.tranche.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.mention.MarkedText;
import dev.tranche.syntax.Clause;
import dev.tranche.syntax.Clauses;
import dev.tranche.syntax.NounGroup;
import dev.tranche.text.Sentence;

/** What is true of the clauses of any text. */
final class ClauseLaws {

    private ClauseLaws() {}

    static void check(MarkedText text) {
        for (int i = 0; i < text.sentences().size(); i++) {
            check(text.sentences().get(i), Clauses.of(text, i));
        }
    }

    private static void check(Sentence sentence, Clauses clauses) {
        int last = sentence.start();
        for (NounGroup group : clauses.groups()) {
            assertThat(group.start()).as("groups do not overlap").isGreaterThanOrEqualTo(last);
            last = group.end();
            assertThat(clauses.groupAt(group.head())).isEqualTo(group.index());
        }
        assertThat(last).isLessThanOrEqualTo(sentence.end());
        int verb = -1;
        for (Clause clause : clauses.all()) {
            assertThat(clause.start()).isBetween(sentence.start(), clause.end() - 1);
            assertThat(clause.end()).isLessThanOrEqualTo(sentence.end());
            if (clause.verb() >= 0) {
                assertThat(clause.verb())
                        .as("clauses come in the order of their verbs")
                        .isGreaterThan(verb);
                verb = clause.verb();
                assertThat(clause.verb()).isBetween(clause.verbStart(), clause.verbEnd() - 1);
                assertThat(clause.verbStart()).isGreaterThanOrEqualTo(clause.start());
                assertThat(clause.verbEnd()).isLessThanOrEqualTo(clause.end());
            }
            assertThat(ancestors(clauses, clause))
                    .as("no clause hangs on itself")
                    .isLessThan(clauses.all().size());
        }
    }

    private static int ancestors(Clauses clauses, Clause clause) {
        int steps = 0;
        int at = clause.parent();
        while (at >= 0 && steps <= clauses.all().size()) {
            at = clauses.all().get(at).parent();
            steps++;
        }
        return steps;
    }
}
