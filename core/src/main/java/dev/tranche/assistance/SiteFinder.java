package dev.tranche.assistance;

import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.SumMention;
import dev.tranche.syntax.Clause;
import dev.tranche.syntax.Clauses;
import dev.tranche.syntax.Link;
import dev.tranche.syntax.NounGroup;
import dev.tranche.syntax.Oblique;
import dev.tranche.syntax.Tense;
import dev.tranche.text.Sentence;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the noun phrase of a sum and the predicates that apply to it, from the clauses of its sentence. */
final class SiteFinder {

    /** The longest path from a sum up through its nouns and clauses; real sentences are no deeper. */
    private static final int DEPTH = 6;

    /** The most sentences back that a pronoun may refer. */
    private static final int PRONOUN_REACH = 2;

    /** The most tokens in a real sentence; anything longer is a table or noise and has no clauses. */
    private static final int LONGEST = 400;

    private final Lexicon lexicon;
    private final MarkedText text;
    private final Tokens tokens;
    private final ContentWalk contents;
    private final MeasuredNoun measures;
    private final Map<Integer, Clauses> cache = new HashMap<>();

    SiteFinder(Lexicon lexicon, MarkedText text) {
        this.lexicon = lexicon;
        this.text = text;
        this.tokens = text.tokens();
        this.contents = new ContentWalk(text);
        this.measures = new MeasuredNoun(text);
    }

    /** Returns the clauses of a sentence; each sentence is analysed once. */
    Clauses clauses(int sentence) {
        return cache.computeIfAbsent(sentence, index -> {
            Sentence s = text.sentences().get(index);
            return s.end() - s.start() > LONGEST ? Clauses.NONE : Clauses.of(text, index);
        });
    }

    Site find(SumMention sum) {
        int index = text.sentenceIndex(sum.start());
        Sentence first = text.sentences().get(index);
        // A sentence cut for its length may end inside a sum.
        Sentence sentence =
                new Sentence(first.start(), Math.max(first.end(), sum.end()), first.title(), first.paragraphStart());
        Clauses clauses = clauses(index);
        NounGroup group = groupOf(clauses, sum);
        List<Integer> chain = new ArrayList<>();
        List<Integer> heads = new ArrayList<>();
        int start = sum.outerStart();
        int end = sum.end();
        if (group != null) {
            chain.add(group.index());
            start = Math.min(start, group.start());
            end = Math.max(end, group.end());
            if (!holds(sum, group.head())) {
                heads.add(group.head());
            }
            end = contents.walk(clauses, end, sentence.end(), chain, heads);
            NounGroup top = group;
            for (int i = 0; i < DEPTH; i++) {
                NounGroup above = measures.above(clauses, top, sum);
                if (above == null || chain.contains(above.index())) {
                    break;
                }
                chain.add(above.index());
                heads.add(above.head());
                start = Math.min(start, above.start());
                top = above;
            }
        }
        addTopped(clauses, sum, chain, heads);
        Clause own = own(clauses, chain, sum);
        addRaised(clauses, group, own, chain, heads);
        List<Predicate> predicates = new ArrayList<>();
        addNouns(heads, predicates);
        addGoverning(clauses, chain, own, predicates, heads);
        addBehind(clauses, withMeasured(chain, own), own, sum, predicates);
        int reach = reach(clauses, own, chain, end, sentence);
        List<Integer> holders = holders(clauses, index, chain, predicates);
        return new Site(
                sum, sentence, index, clauses, group, chain, heads, start, end, own, predicates, holders, reach);
    }

    private List<Integer> holders(Clauses clauses, int index, List<Integer> chain, List<Predicate> predicates) {
        List<Integer> holders = new ArrayList<>();
        for (Predicate predicate : predicates) {
            Clause clause = predicate.clause();
            if (!holders.isEmpty()) {
                break;
            }
            for (int subject : clause == null ? List.<Integer>of() : clause.subjects()) {
                NounGroup noun = clauses.groups().get(subject);
                if (!chain.contains(subject)) {
                    boolean pronoun = English.ONLY_IT.at(tokens, noun.head())
                            && noun.start() == text.sentences().get(index).start();
                    holders.add(pronoun ? antecedent(index, noun.head()) : noun.head());
                }
            }
        }
        return holders;
    }

    /** "The House passed the bill. It provides …": the last bill, request or package before a pronoun, or the pronoun. */
    private int antecedent(int index, int pronoun) {
        for (int i = index - 1; i >= Math.max(0, index - PRONOUN_REACH); i--) {
            List<NounGroup> groups = clauses(i).groups();
            for (NounGroup group : groups.reversed()) {
                int head = group.head();
                boolean whole =
                        text.is(head, Cue.BILL) || text.is(head, Cue.PACKAGE) || English.PROPOSAL.at(tokens, head);
                if (whole && text.sumAt(head) == null) {
                    return head;
                }
            }
        }
        return pronoun;
    }

    private static boolean holds(SumMention sum, int token) {
        return token >= sum.outerStart() && token < sum.end();
    }

    private static @Nullable NounGroup groupOf(Clauses clauses, SumMention sum) {
        for (int token = sum.end() - 1; token >= sum.start(); token--) {
            int index = clauses.groupAt(token);
            if (index >= 0) {
                return clauses.groups().get(index);
            }
        }
        return null;
    }

    /** The clause in which the noun phrase is an argument; the innermost that holds it if it is not an argument. */
    private static @Nullable Clause own(Clauses clauses, List<Integer> chain, SumMention sum) {
        Clause best = null;
        for (Clause clause : clauses.all()) {
            boolean argument = chain.stream()
                    .anyMatch(g -> clause.objects().contains(g) && !isGap(clauses, clause, g)
                            || clause.subjects().contains(g) && !describes(clause)
                            || clause.obliques().stream().anyMatch(o -> o.group() == g));
            if (clause.verb() >= 0 && argument && (best == null || isNearer(clause, best, sum))) {
                best = clause;
            }
        }
        if (best != null) {
            return best;
        }
        int index = clauses.clauseAt(sum.start());
        return index < 0 ? null : clauses.all().get(index);
    }

    /** Is the group the object of a relative clause that describes it? */
    private static boolean isGap(Clauses clauses, Clause clause, int group) {
        return clause.link() == Link.RELATIVE && clauses.groups().get(group).start() < clause.verb();
    }

    private static boolean isNearer(Clause one, Clause other, SumMention sum) {
        return Math.abs(one.verb() - sum.start()) < Math.abs(other.verb() - sum.start());
    }

    private static boolean describes(Clause clause) {
        return clause.link() == Link.PARTICIPLE || clause.link() == Link.RELATIVE || clause.link() == Link.INFINITIVE;
    }

    private void addNouns(List<Integer> heads, List<Predicate> predicates) {
        for (int head : heads) {
            predicates.add(Predicate.noun(head));
        }
    }

    /** The noun phrase and what it measures: "the weapons are part of a $1bn package". */
    private List<Integer> withMeasured(List<Integer> chain, @Nullable Clause own) {
        List<Integer> all = new ArrayList<>(chain);
        if (own != null && own.verb() >= 0 && isMeasure(own)) {
            all.addAll(own.subjects());
        }
        return all;
    }

    /** "aid approved by Congress", "$1bn that was pledged": what follows the noun phrase and describes it. */
    private void addBehind(
            Clauses clauses, List<Integer> chain, @Nullable Clause own, SumMention sum, List<Predicate> predicates) {
        for (Clause clause : clauses.all()) {
            if (isContact(clauses, clause, own, sum, chain)) {
                predicates.add(new Predicate(clause.verb(), clause, true, true, lexicon.cuesOf(clause.lemma())));
                continue;
            }
            boolean coordinated = clause.link() == Link.COORDINATED && clause.sharedSubject() && clause.passive();
            if (clause.equals(own) || clause.verb() < sum.end() || !describes(clause) && !coordinated) {
                continue;
            }
            boolean passive = clause.passive() || clause.link() == Link.RELATIVE;
            boolean relative = clause.link() == Link.RELATIVE && chain.stream().anyMatch(clause.objects()::contains);
            if (relative || passive && chain.stream().anyMatch(clause.subjects()::contains)) {
                predicates.add(new Predicate(clause.verb(), clause, true, true, lexicon.cuesOf(clause.lemma())));
                if (relative) {
                    addInfinitive(clauses, clause, predicates);
                }
            }
        }
    }

    /** "The money that Brussels wants to give Kyiv": the intended use of the money. */
    private void addInfinitive(Clauses clauses, Clause relative, List<Predicate> predicates) {
        for (Clause inner : clauses.all()) {
            boolean own = inner.parent() == relative.index() && inner.tense() == Tense.INFINITIVE;
            if (own && inner.verb() >= 0 && (inner.link() == Link.COMPLEMENT || inner.link() == Link.INFINITIVE)) {
                predicates.add(new Predicate(inner.verb(), inner, true, true, lexicon.cuesOf(inner.lemma())));
            }
        }
    }

    /** "the money (that) Washington has provided": a clause without an object whose subject follows the noun phrase. */
    private boolean isContact(
            Clauses clauses, Clause clause, @Nullable Clause own, SumMention sum, List<Integer> chain) {
        if (clause.equals(own)
                || clause.verb() < sum.end()
                || clause.passive()
                || !clause.objects().isEmpty()) {
            return false;
        }
        int end = sum.end();
        for (int index : chain) {
            end = Math.max(end, clauses.groups().get(index).end());
        }
        int last = end;
        boolean gives = text.is(clause.verb(), Cue.GIVE)
                || text.is(clause.verb(), Cue.GATHER)
                || text.is(clause.verb(), Cue.PROMISE)
                || text.is(clause.verb(), Cue.ANNOUNCE);
        return gives
                && !clause.sharedSubject()
                && clause.subjects().stream()
                        .map(clauses.groups()::get)
                        .anyMatch(g -> g.start() == last || g.start() == last + 1 && tokens.isWord(last));
    }

    private void addGoverning(
            Clauses clauses,
            List<Integer> chain,
            @Nullable Clause own,
            List<Predicate> predicates,
            List<Integer> heads) {
        Clause clause = own;
        for (int i = 0; i < DEPTH && clause != null; i++) {
            if (clause.verb() >= 0) {
                Clause c = clause;
                boolean subject = i == 0
                        && !c.passive()
                        && chain.stream().anyMatch(c.subjects()::contains)
                        && chain.stream().noneMatch(c.objects()::contains);
                if (i == 0 && isMeasure(c)) {
                    addComplement(clauses, chain, c, heads, predicates);
                    addMeasured(clauses, chain, c, heads, predicates);
                }
                predicates.add(new Predicate(c.verb(), c, false, !subject, lexicon.cuesOf(c.lemma())));
                int noun = nounBefore(clauses, c);
                if (noun >= 0) {
                    predicates.add(Predicate.noun(noun));
                }
            }
            if (isSecondInfinitive(clauses, clause)) {
                clause = clauses.all().get(clause.parent());
            }
            boolean holds = text.is(clause.verb() < 0 ? clause.start() : clause.verb(), Cue.INCLUDE)
                    || isMeasure(clause)
                    || describesBill(clauses, clause);
            boolean climbs = switch (clause.link()) {
                case COMPLEMENT, INFINITIVE -> true;
                case PARTICIPLE -> !clause.passive() || English.WORTH.at(tokens, clause.verb());
                case RELATIVE -> holds;
                case ADVERBIAL -> English.FAVOUR.at(tokens, clause.verbStart() - 2);
                case ROOT, COORDINATED, CONDITION -> false;
            };
            clause = climbs && clause.parent() >= 0 ? clauses.all().get(clause.parent()) : null;
        }
    }

    /**
     * "A bill to fund the ministries and send $9bn": the second of two infinitives depends on the same word as the
     * first.
     */
    private static boolean isSecondInfinitive(Clauses clauses, Clause clause) {
        if (clause.link() != Link.COORDINATED || clause.parent() < 0) {
            return false;
        }
        Clause first = clauses.all().get(clause.parent());
        return clause.sharedSubject() && clause.tense() == Tense.INFINITIVE && first.tense() == Tense.INFINITIVE;
    }

    /** "Adopted a programme that sets aside $1bn": what is done with a bill or package is done with its sums. */
    private boolean describesBill(Clauses clauses, Clause clause) {
        return clause.link() == Link.RELATIVE
                && clause.subjects().stream()
                        .map(clauses.groups()::get)
                        .anyMatch(g -> text.is(g.head(), Cue.BILL) || text.is(g.head(), Cue.PACKAGE));
    }

    private boolean isMeasure(Clause clause) {
        return clause.verb() >= 0 && isMeasuring(clause) && !isVote(clause);
    }

    /** "Parliament passes a budget with $1bn": "passes" is not a measure there. */
    private boolean isVote(Clause clause) {
        return text.is(clause.verb(), Cue.ENACT)
                && !clause.objects().isEmpty()
                && text.sumAt(clause.verbEnd()) == null
                && text.sumAt(clause.verbEnd() + 1) == null
                && text.sumAt(clause.verbEnd() + 2) == null;
    }

    private boolean isMeasuring(Clause clause) {
        return English.BE.at(tokens, clause.verb())
                || text.is(clause.verb(), Cue.STAND)
                || English.TOTAL.at(tokens, clause.verb());
    }

    /** "support for Kyiv tops $1bn": a headline's measure, already read as the bound of the sum. */
    private void addTopped(Clauses clauses, SumMention sum, List<Integer> chain, List<Integer> heads) {
        if (!text.is(sum.outerStart(), Cue.STAND) || sum.outerStart() == sum.start()) {
            return;
        }
        int before = sum.outerStart() - 1;
        while (before >= 0 && chain.contains(clauses.groupAt(before))) {
            before--;
        }
        int index = before < 0 ? -1 : clauses.groupAt(before);
        // "Aid since February exceeds $1bn": a time between the aid and its measure.
        boolean time = index > 0
                && clauses.groups().get(index).preposition() >= 0
                && English.SINCE.at(tokens, clauses.groups().get(index).preposition());
        index -= time ? 1 : 0;
        for (int i = 0; i < 2 && index >= 0 && !chain.contains(index); i++) {
            NounGroup group = clauses.groups().get(index);
            chain.add(index);
            heads.add(group.head());
            index = group.noun();
        }
    }

    /** "increase aid to Kyiv by $10bn", "cuts its appeal to $2bn": the object changed states the content of the sum. */
    private void addRaised(
            Clauses clauses,
            @Nullable NounGroup group,
            @Nullable Clause own,
            List<Integer> chain,
            List<Integer> heads) {
        boolean by = group != null
                && group.preposition() >= 0
                && (English.BY.at(tokens, group.preposition()) || English.TO.at(tokens, group.preposition()));
        if (!by || own == null || own.verb() < 0 || !isChange(own.verb())) {
            return;
        }
        for (int index : own.objects()) {
            NounGroup raised = clauses.groups().get(index);
            boolean aid = text.is(raised.head(), Cue.AID)
                    || text.is(raised.head(), Cue.MONEY)
                    || text.is(raised.head(), Cue.APPEAL);
            if (aid && !chain.contains(index)) {
                chain.add(index);
                heads.add(raised.head());
            }
        }
    }

    private boolean isChange(int verb) {
        return English.INCREASE.at(tokens, verb) || English.REDUCE.at(tokens, verb);
    }

    /** "17 billion are grants": what a sum is said to be. */
    private void addComplement(
            Clauses clauses, List<Integer> chain, Clause clause, List<Integer> heads, List<Predicate> predicates) {
        boolean subject = chain.stream().anyMatch(clause.subjects()::contains)
                && chain.stream().noneMatch(clause.objects()::contains)
                && clause.lemma().equals("be");
        for (int object : subject ? clause.objects() : List.<Integer>of()) {
            int head = clauses.groups().get(object).head();
            boolean kind = text.is(head, Cue.MONEY) || text.is(head, Cue.LOAN) || text.is(head, Cue.AID);
            if (kind && clauses.groups().get(object).preposition() < 0) {
                heads.add(head);
                predicates.add(Predicate.noun(head));
            }
        }
    }

    /** "the package is worth $1bn", "aid totalling $2bn": the subject states the content of the sum. */
    private static void addMeasured(
            Clauses clauses, List<Integer> chain, Clause clause, List<Integer> heads, List<Predicate> predicates) {
        for (int subject : clause.subjects()) {
            if (!chain.contains(subject) && subject < clauses.groups().size()) {
                heads.add(clauses.groups().get(subject).head());
                chain.add(subject);
                for (NounGroup part : clauses.groups()) {
                    if (part.noun() == subject && !chain.contains(part.index())) {
                        chain.add(part.index());
                        heads.add(part.head());
                    }
                }
                predicates.add(Predicate.noun(clauses.groups().get(subject).head()));
            }
        }
    }

    /** "a plan to send", "a decision to give": the noun before an infinitive. */
    private int nounBefore(Clauses clauses, Clause clause) {
        if (clause.link() != Link.INFINITIVE && clause.link() != Link.COMPLEMENT) {
            return -1;
        }
        int before = clause.verbStart() - 1;
        int group = before < 0 ? -1 : clauses.groupAt(before);
        if (group < 0 || clauses.groups().get(group).end() != before + 1) {
            return -1;
        }
        int head = clauses.groups().get(group).head();
        boolean act = text.is(head, Cue.PLAN)
                || text.is(head, Cue.WISH)
                || text.is(head, Cue.PROMISE)
                || text.is(head, Cue.APPROVE)
                || text.is(head, Cue.BLOCK);
        return act ? head : -1;
    }

    /** The position where another finite clause, a semicolon or another sum's own words begin. */
    private int reach(Clauses clauses, @Nullable Clause own, List<Integer> chain, int end, Sentence sentence) {
        for (int token = end; token < sentence.end(); token++) {
            if (tokens.isSign(token, ';')
                    || tokens.isSign(token, '|')
                    || tokens.isSign(token, '\u2014') && token > end) {
                return token;
            }
            if (text.sumAt(token) != null && isOwnTelling(token)) {
                return token;
            }
            for (Clause clause : clauses.all()) {
                if (clause.start() == token && !clause.equals(own) && isApart(clause, chain)) {
                    return token;
                }
            }
        }
        return sentence.end();
    }

    /** Another sum after a comma, "and" or a donor takes the words that follow. */
    private boolean isOwnTelling(int token) {
        int before = token - 1;
        return tokens.isSign(before, ',')
                || English.AND.at(tokens, before)
                || English.DEMONSTRATIVE.at(tokens, before)
                || English.BY.at(tokens, before) && English.FOLLOWED.at(tokens, before - 1)
                || English.AS.at(tokens, before) && English.AS.at(tokens, before - 2)
                || text.actorAt(before) != null
                || text.is(before, Cue.INCLUDE)
                || text.is(before, Cue.GIVE)
                || text.is(before, Cue.FRESH);
    }

    private static boolean isApart(Clause clause, List<Integer> chain) {
        return switch (clause.link()) {
            case COORDINATED -> !clause.sharedSubject() || clause.tense() != Tense.INFINITIVE;
            case ROOT, ADVERBIAL, CONDITION -> true;
            case RELATIVE -> chain.stream().noneMatch(clause.subjects()::contains);
            case COMPLEMENT, INFINITIVE, PARTICIPLE -> false;
        };
    }

    /** Returns the group of the oblique of a clause that has this preposition, or null. */
    @Nullable
    NounGroup oblique(Clauses clauses, Clause clause, dev.tranche.mention.Words prepositions) {
        for (Oblique oblique : clause.obliques()) {
            if (prepositions.at(tokens, oblique.preposition())) {
                return clauses.groups().get(oblique.group());
            }
        }
        return null;
    }
}
