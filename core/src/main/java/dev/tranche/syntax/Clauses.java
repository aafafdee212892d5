package dev.tranche.syntax;

import dev.tranche.mention.MarkedText;
import java.util.List;

/** The clauses and noun groups of one sentence. Immutable. */
public final class Clauses {

    /** No groups and no clauses: the result for sentences not analysed. */
    public static final Clauses NONE = new Clauses(List.of(), List.of());

    private final List<NounGroup> groups;
    private final List<Clause> all;

    private Clauses(List<NounGroup> groups, List<Clause> all) {
        this.groups = List.copyOf(groups);
        this.all = List.copyOf(all);
    }

    /**
     * Analyses one sentence.
     *
     * @param text the marked text
     * @param sentence index of the sentence in {@link MarkedText#sentences()}
     */
    public static Clauses of(MarkedText text, int sentence) {
        Atoms atoms = Atoms.of(Language.english(), text, text.sentences().get(sentence));
        Tagger.tag(atoms);
        Chunker chunker = new Chunker(atoms);
        chunker.run();
        Walk walk = new ClauseBuilder(atoms, chunker).run();
        List<Clause> clauses = new ClauseWriter(atoms, walk).write();
        return new Clauses(
                chunker.groups.stream().map(group -> group.toNounGroup(atoms)).toList(), clauses);
    }

    /** Returns the noun groups from left to right. */
    public List<NounGroup> groups() {
        return groups;
    }

    /** Returns the clauses in the order of their verbs. */
    public List<Clause> all() {
        return all;
    }

    /** Returns the index of the noun group that holds the token, or -1. */
    public int groupAt(int token) {
        for (NounGroup group : groups) {
            if (group.holds(token)) {
                return group.index();
            }
        }
        return -1;
    }

    /** Returns the index of the innermost clause that holds the token, or -1. */
    public int clauseAt(int token) {
        int best = -1;
        int length = Integer.MAX_VALUE;
        for (Clause clause : all) {
            if (token >= clause.start() && token < clause.end() && clause.end() - clause.start() < length) {
                best = clause.index();
                length = clause.end() - clause.start();
            }
        }
        return best;
    }
}
