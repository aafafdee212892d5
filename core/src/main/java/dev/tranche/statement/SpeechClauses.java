package dev.tranche.statement;

import dev.tranche.mention.MarkedText;
import dev.tranche.naming.Cast;
import dev.tranche.naming.Party;
import dev.tranche.syntax.Clause;
import dev.tranche.syntax.Clauses;
import dev.tranche.syntax.Link;
import dev.tranche.syntax.NounGroup;
import dev.tranche.text.Sentence;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds speakers, and claims after verbs, from the clauses of a sentence; each sentence is analysed at most once. */
final class SpeechClauses {

    private final MarkedText text;
    private final Cast cast;
    private final NounGroups groups;
    private final Map<Integer, Clauses> bySentence = new HashMap<>();

    SpeechClauses(MarkedText text, Cast cast, Quotes quotes) {
        this.text = text;
        this.cast = cast;
        this.groups = new NounGroups(text, quotes);
    }

    /** Is what the verb governs a finite clause, with or without "that"? */
    boolean saysClause(Sentence sentence, int verb) {
        Clauses clauses = of(sentence);
        Clause told = clauseOf(clauses, verb);
        if (told == null) {
            return false;
        }
        return clauses.all().stream()
                .anyMatch(clause -> clause.parent() == told.index()
                        && clause.link() == Link.COMPLEMENT
                        && clause.verb() > verb
                        && !clause.subjects().isEmpty()
                        && !clause.sharedSubject());
    }

    /** "Told the civilians to leave": an order, in a clause without its own subject. */
    boolean tellsToDo(Sentence sentence, int verbEnd) {
        Clauses clauses = of(sentence);
        Clause told = clauseOf(clauses, verbEnd - 1);
        if (told == null || told.objects().isEmpty() || told.negative()) {
            return false;
        }
        return clauses.all().stream()
                .anyMatch(clause -> clause.parent() == told.index()
                        && clause.verb() > verbEnd
                        && (clause.link() == Link.COMPLEMENT || clause.link() == Link.INFINITIVE));
    }

    /** Returns the party that is the subject of the verb at the token, or null. */
    @Nullable
    Party subject(Sentence sentence, int verb) {
        Clauses clauses = of(sentence);
        Clause clause = clauseOf(clauses, verb);
        if (clause == null || clause.passive() || clause.subjects().isEmpty()) {
            return null;
        }
        NounGroup group = clauses.groups().get(clause.subjects().get(0));
        if (group.end() > verb) {
            return null;
        }
        Party named = cast.at(group.head());
        if (named != null) {
            return named;
        }
        Party first = cast.firstFrom(group.start(), group.end());
        boolean owner = first != null && group.possessor() >= 0;
        return first != null && !owner && first.end() == group.end() ? first : groups.before(sentence, group.end() - 1);
    }

    private static @Nullable Clause clauseOf(Clauses clauses, int verb) {
        for (Clause clause : clauses.all()) {
            if (clause.verb() == verb || clause.verbStart() <= verb && verb < clause.verbEnd()) {
                return clause;
            }
        }
        return null;
    }

    private Clauses of(Sentence sentence) {
        int index = text.sentenceIndex(sentence.start());
        return bySentence.computeIfAbsent(index, at -> Clauses.of(text, at));
    }
}
