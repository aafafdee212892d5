package dev.tranche.eval;

import dev.tranche.eval.TreeSentence.TreeWord;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.problem.Problems;
import dev.tranche.syntax.Clause;
import dev.tranche.syntax.Clauses;
import dev.tranche.syntax.Link;
import dev.tranche.syntax.NounGroup;
import dev.tranche.syntax.Oblique;
import dev.tranche.text.Document;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How often clauses agree with a treebank: verbs, and for each verb its subject, object, oblique, passive agent and
 * polarity.
 *
 * <p>The treebank's enhanced graph is the truth, so that subjects shared by verbs count. A group of the clause layer is
 * right if it contains the head word of an argument of that relation of the same verb. Relative pronouns are left out
 * (the layer gives their referents), and so are subjects that the layer gives to infinitives and participles for which
 * the treebank names none, complements of "be", and arguments of "be" as a verb between a subject and a noun or
 * adjective other than the subject.
 */
public final class ClauseScore {

    /** The parts counted. */
    public enum Part {
        VERB,
        SUBJECT,
        OBJECT,
        OBLIQUE,
        AGENT,
        NEGATIVE
    }

    /** For each part: gold, read, right. */
    private final int[][] counts = new int[Part.values().length][3];

    private final List<String> misses = new ArrayList<>();

    private ClauseScore() {}

    /** Analyses the text of every sentence and compares. */
    public static ClauseScore of(Lexicon lexicon, List<TreeSentence> sentences) {
        ClauseScore score = new ClauseScore();
        for (TreeSentence sentence : sentences) {
            score.add(lexicon, sentence);
        }
        return score;
    }

    /** Returns the number in the treebank, the number read and the number of those that are right. */
    public Counts counts(Part part) {
        int[] each = counts[part.ordinal()];
        return new Counts(each[0], each[1], each[2], each[2]);
    }

    /** Returns every missed and false argument as a line, in the order of the sentences. */
    public List<String> misses() {
        return List.copyOf(misses);
    }

    /** Returns a readable table. */
    public String text() {
        StringBuilder table = new StringBuilder("             gold    read   right  precision  recall      F1\n");
        for (Part part : Part.values()) {
            Counts each = counts(part);
            table.append(String.format(
                    Locale.ROOT,
                    "%-10s %6d  %6d  %6d     %s  %s  %s%n",
                    part.name().toLowerCase(Locale.ROOT),
                    each.gold(),
                    each.read(),
                    each.matched(),
                    each.precision(),
                    each.recall(),
                    each.f1()));
        }
        return table.toString();
    }

    private void add(Lexicon lexicon, TreeSentence sentence) {
        MarkedText text = MarkedText.of(lexicon, Document.of("tree", "", sentence.text()), new Problems());
        Map<Integer, Gold> gold = gold(sentence);
        Map<Integer, Gold> byStart = new HashMap<>();
        gold.values().forEach(each -> byStart.put(each.verb.start(), each));
        for (int i = 0; i < text.sentences().size(); i++) {
            Clauses clauses = Clauses.of(text, i);
            for (Clause clause : clauses.all()) {
                if (clause.verb() >= 0) {
                    compare(sentence, text.tokens(), clauses, clause, byStart);
                }
            }
        }
        for (Gold each : gold.values()) {
            count(Part.VERB, each.found ? 0 : 1, 0, 0);
            for (Part part : Part.values()) {
                for (TreeWord word : each.arguments.get(part.ordinal())) {
                    if (!each.matched.contains(word.id())) {
                        counts[part.ordinal()][0]++;
                        miss("missed", part, each.verb.lemma(), form(sentence, word), sentence);
                    }
                }
            }
            if (each.negative && !each.foundNegative) {
                counts[Part.NEGATIVE.ordinal()][0]++;
                miss("missed", Part.NEGATIVE, each.verb.lemma(), "", sentence);
            }
            if (!each.found) {
                miss("missed", Part.VERB, each.verb.lemma(), "", sentence);
            }
        }
    }

    private void compare(
            TreeSentence sentence, Tokens tokens, Clauses clauses, Clause clause, Map<Integer, Gold> byStart) {
        Gold gold = byStart.get(tokens.start(clause.verb()));
        count(Part.VERB, gold == null ? 0 : 1, 1, gold == null ? 0 : 1);
        if (gold == null) {
            miss("false", Part.VERB, clause.lemma(), "", sentence);
        } else {
            gold.found = true;
        }
        boolean given = clause.sharedSubject()
                || clause.link() == Link.PARTICIPLE
                || clause.link() == Link.INFINITIVE
                || clause.link() == Link.COMPLEMENT && clause.lemma().isEmpty();
        for (int group : clause.subjects()) {
            if (!given
                    || gold != null
                            && !gold.arguments.get(Part.SUBJECT.ordinal()).isEmpty()) {
                argument(sentence, tokens, clauses.groups().get(group), clause, gold, Part.SUBJECT);
            }
        }
        if (gold != null && gold.copula || clause.lemma().equals("be")) {
            return;
        }
        for (int group : clause.objects()) {
            argument(sentence, tokens, clauses.groups().get(group), clause, gold, Part.OBJECT);
        }
        for (Oblique oblique : clause.obliques()) {
            argument(sentence, tokens, clauses.groups().get(oblique.group()), clause, gold, Part.OBLIQUE);
        }
        for (int group : clause.agents()) {
            argument(sentence, tokens, clauses.groups().get(group), clause, gold, Part.AGENT);
        }
        negative(sentence, clause, gold);
    }

    /** The treebank does not mark negation that a clause inherits from its parent. */
    private void negative(TreeSentence sentence, Clause clause, @Nullable Gold gold) {
        boolean right = gold != null && gold.negative;
        boolean inherited = clause.link() == Link.COMPLEMENT
                || clause.link() == Link.COORDINATED
                || clause.link() == Link.ADVERBIAL;
        if (!clause.negative() || inherited && !right) {
            return;
        }
        count(Part.NEGATIVE, right ? 1 : 0, 1, right ? 1 : 0);
        if (gold != null && right) {
            gold.foundNegative = true;
            return;
        }
        miss("false", Part.NEGATIVE, clause.lemma(), "", sentence);
    }

    private void argument(
            TreeSentence sentence, Tokens tokens, NounGroup group, Clause clause, @Nullable Gold gold, Part part) {
        int from = tokens.start(group.start());
        int to = tokens.end(group.end() - 1);
        counts[part.ordinal()][1]++;
        if (gold != null) {
            for (TreeWord word : gold.arguments.get(part.ordinal())) {
                if (word.start() >= from && word.start() < to && gold.matched.add(word.id())) {
                    counts[part.ordinal()][0]++;
                    counts[part.ordinal()][2]++;
                    return;
                }
            }
        }
        miss(
                "false",
                part,
                clause.lemma(),
                sentence.text().substring(from, Math.min(to, sentence.text().length())),
                sentence);
    }

    private void count(Part part, int gold, int read, int right) {
        int[] each = counts[part.ordinal()];
        each[0] += gold;
        each[1] += read;
        each[2] += right;
    }

    private void miss(String what, Part part, String verb, String argument, TreeSentence sentence) {
        misses.add(what + "\t" + part.name().toLowerCase(Locale.ROOT) + "\t" + verb + "\t" + argument + "\t"
                + sentence.text());
    }

    private static String form(TreeSentence sentence, TreeWord word) {
        return sentence.text()
                .substring(word.start(), Math.min(word.end(), sentence.text().length()));
    }

    private static Map<Integer, Gold> gold(TreeSentence sentence) {
        Map<Integer, Gold> verbs = new HashMap<>();
        Map<Integer, Gold> predicates = new HashMap<>();
        for (TreeWord word : sentence.words()) {
            if (word.type().equals("VERB") && !word.isRelation("amod") && !word.isRelation("case")) {
                verbs.put(word.id(), new Gold(word, false));
                predicates.put(word.id(), verbs.get(word.id()));
            }
        }
        for (TreeWord word : sentence.words()) {
            if (word.isRelation("cop") && !predicates.containsKey(word.head())) {
                verbs.put(word.id(), new Gold(word, true));
                predicates.put(word.head(), verbs.get(word.id()));
            }
        }
        Set<Integer> cased = new HashSet<>();
        for (TreeWord word : sentence.words()) {
            if (word.isRelation("case")) {
                cased.add(word.head());
            }
        }
        for (TreeWord word : sentence.words()) {
            if (word.features().contains("PronType=Rel")) {
                continue;
            }
            word.edges().forEach((head, relation) -> {
                Gold verb = predicates.get(head);
                if (verb != null) {
                    verb.add(word, relation, cased.contains(word.id()));
                }
            });
        }
        return verbs;
    }

    private static final class Gold {

        private final TreeWord verb;
        private final boolean copula;
        private final List<List<TreeWord>> arguments = new ArrayList<>();
        private final Set<Integer> matched = new HashSet<>();
        private boolean negative;
        private boolean found;
        private boolean foundNegative;

        Gold(TreeWord verb, boolean copula) {
            this.verb = verb;
            this.copula = copula;
            for (int i = 0; i < Part.values().length; i++) {
                arguments.add(new ArrayList<>());
            }
        }

        /** "The state to which": the antecedent has no preposition of its own, its relation names that of the pronoun. */
        private static boolean isMarked(String relation) {
            return relation.startsWith("obl:") && !relation.equals("obl:unmarked");
        }

        void add(TreeWord word, String relation, boolean cased) {
            if (relation.startsWith("nsubj")) {
                arguments.get(Part.SUBJECT.ordinal()).add(word);
            } else if (copula) {
                return;
            } else if (relation.equals("obj") || relation.equals("iobj")) {
                arguments.get(Part.OBJECT.ordinal()).add(word);
            } else if (relation.startsWith("obl:agent")) {
                arguments.get(Part.AGENT.ordinal()).add(word);
            } else if (relation.startsWith("obl") && (cased || isMarked(relation))) {
                arguments.get(Part.OBLIQUE.ordinal()).add(word);
            } else if (relation.equals("advmod")
                    && (word.features().contains("Polarity=Neg") || word.lemma().equals("never"))) {
                negative = true;
            }
        }
    }
}
