package dev.tranche.assistance;

import dev.tranche.lexicon.Cue;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.SumMention;
import dev.tranche.syntax.Clause;
import dev.tranche.syntax.Clauses;
import dev.tranche.syntax.NounGroup;
import dev.tranche.text.Sentence;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a sum is mentioned: its noun phrase and the predicates that apply to it.
 *
 * @param sum the sum
 * @param sentence the sentence that holds it
 * @param index index of the sentence
 * @param clauses the clauses of the sentence
 * @param group the noun group that holds the sum, or null
 * @param chain indices of the noun groups that make up its noun phrase, the sum's own first
 * @param heads tokens of the nouns that state its content, nearest first
 * @param start first token of the noun phrase
 * @param end index after its last token
 * @param clause the clause in which it is an argument, or null
 * @param predicates the predicates that apply to it, nearest first
 * @param holders nouns whose verb applies to it, nearest first; for a pronoun, the bill or package of preceding
 *     sentences: "it provides"
 * @param reach the position after the last token that can still belong to its own clause
 */
record Site(
        SumMention sum,
        Sentence sentence,
        int index,
        Clauses clauses,
        @Nullable NounGroup group,
        List<Integer> chain,
        List<Integer> heads,
        int start,
        int end,
        @Nullable Clause clause,
        List<Predicate> predicates,
        List<Integer> holders,
        int reach) {

    /** Copies the lists. */
    Site {
        chain = List.copyOf(chain);
        heads = List.copyOf(heads);
        predicates = List.copyOf(predicates);
        holders = List.copyOf(holders);
    }

    /** Returns the nearest verb that applies to it. */
    Optional<Predicate> verb() {
        return predicates.stream().filter(p -> !p.isNoun()).findFirst();
    }

    /** Returns the actors of that verb: its subjects; none if it is passive. */
    List<NounGroup> actors() {
        Clause acting = verb().map(Predicate::clause).orElse(null);
        return acting == null || acting.passive()
                ? List.of()
                : acting.subjects().stream().map(clauses.groups()::get).toList();
    }

    /** Is the actor a conference: "the Geneva conference yields $9bn"? */
    boolean isOfConference(MarkedText text) {
        return actors().stream().anyMatch(group -> English.CONFERENCE.at(text.tokens(), group.head()));
    }

    /** Does a word of the noun phrase, outside the number itself, give this cue? */
    boolean has(MarkedText text, Cue cue) {
        return any(text, start, sum.outerStart(), cue) || any(text, sum.end(), end, cue);
    }

    /** Does the noun phrase or a noun it measures give this cue? */
    boolean tells(MarkedText text, Cue cue) {
        return has(text, cue) || headIs(text, cue);
    }

    /** Does one of the nouns that state its content give this cue? */
    boolean headIs(MarkedText text, Cue cue) {
        return heads.stream().anyMatch(token -> text.is(token, cue));
    }

    /** "A spending bill that carries $44.9 billion", "the law provides $61bn": is a bill the subject of a predicate? */
    boolean isFromBill(MarkedText text) {
        return holders.stream().anyMatch(token -> text.is(token, Cue.BILL));
    }

    /** "Agreed to cancel $4.5 billion of Somalia's debts", "a $2bn debt restructuring": a debt that creditors ease. */
    boolean isDebtRelief(MarkedText text) {
        boolean named = heads.stream().anyMatch(head -> English.isRestructuring(text.tokens(), head));
        if (named && (tells(text, Cue.DEBT) || English.hasCreditors(text.tokens(), sentence.start(), sentence.end()))) {
            return true;
        }
        return headIs(text, Cue.DEBT)
                && predicates.stream()
                        .anyMatch(p -> !p.isNoun() && !p.negative() && English.isForgiving(text.tokens(), p.token()));
    }

    /** Does the nearest such noun give this cue? */
    boolean nearestHeadIs(MarkedText text, Cue cue) {
        return !heads.isEmpty() && text.is(heads.get(0), cue);
    }

    /** Does a verb or noun that applies to it give this cue? */
    boolean governedBy(MarkedText text, Cue cue) {
        return predicates.stream().anyMatch(p -> p.is(text, cue));
    }

    /** Does a token of the range, its end excluded, give this cue? */
    static boolean any(MarkedText text, int from, int to, Cue cue) {
        for (int token = from; token < to; token++) {
            if (text.is(token, cue)) {
                return true;
            }
        }
        return false;
    }

    /** Does a word of its sentence give this cue? */
    boolean sentenceHas(MarkedText text, Cue cue) {
        return any(text, sentence.start(), sentence.end(), cue);
    }
}
