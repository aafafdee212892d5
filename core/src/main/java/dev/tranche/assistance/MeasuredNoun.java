package dev.tranche.assistance;

import dev.tranche.lexicon.Cue;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.SumMention;
import dev.tranche.syntax.Clauses;
import dev.tranche.syntax.NounGroup;
import dev.tranche.text.Tokens;
import org.jspecify.annotations.Nullable;

/** Finds the noun before a sum that the sum measures: "a package of", "weapons for Kyiv worth", "aid for Egypt:". */
final class MeasuredNoun {

    private static final int DEPTH = 6;

    private final MarkedText text;
    private final Tokens tokens;

    MeasuredNoun(MarkedText text) {
        this.text = text;
        this.tokens = text.tokens();
    }

    /** The noun to the left that the sum measures: "a package of", "weapons worth", "a request for". */
    @Nullable
    NounGroup above(Clauses clauses, NounGroup group, SumMention sum) {
        boolean inside = group.head() >= sum.outerStart() && group.head() < sum.end();
        int first = Math.min(group.start(), inside ? sum.outerStart() : group.start());
        int tie = first - 1;
        while (tie > 0 && (English.ARTICLE.at(tokens, tie) || text.is(tie, Cue.FRESH))) {
            tie--;
        }
        if (tie < 1) {
            return null;
        }
        boolean label = tokens.isSign(tie, ':') && tie == first - 1;
        if (isDash(tie) || label && isAid(clauses, tie - 1)) {
            int before = clauses.groupAt(tie - 1);
            if (before < 0 || before == group.index()) {
                return null;
            }
            NounGroup left = clauses.groups().get(before);
            return label ? measured(clauses, left) : left;
        }
        if (group.apposition() >= 0 && group.apposition() < clauses.groups().size()) {
            return clauses.groups().get(group.apposition());
        }
        if (English.AT.at(tokens, tie) && English.TIES.at(tokens, tie - 1)) {
            tie--;
        }
        boolean asks = English.FOR.at(tokens, tie) || English.ON.at(tokens, tie);
        boolean holds = English.WITH.at(tokens, tie) || text.is(tie, Cue.INCLUDE);
        if (!English.TIES.at(tokens, tie) && !asks && !holds) {
            return null;
        }
        int left = tie - 1;
        while (left > 0 && (English.TIES.at(tokens, left) || tokens.isSign(left, ','))) {
            left--;
        }
        int index = group.noun() >= 0 && group.preposition() >= 0 ? group.noun() : clauses.groupAt(left);
        if (index < 0 || index >= clauses.groups().size() || index == group.index()) {
            return null;
        }
        NounGroup above = clauses.groups().get(index);
        if (English.WORTH.at(tokens, tie)
                || English.TIES.at(tokens, tie) && above.preposition() >= 0 && text.actorAt(above.head()) != null) {
            above = measured(clauses, above);
        }
        if (holds && hasOwnSum(above)) {
            return null;
        }
        if (holds && !text.is(above.head(), Cue.BILL) && !text.is(above.head(), Cue.PACKAGE)) {
            return null;
        }
        boolean total = English.TOTAL.at(tokens, group.head());
        if (total && text.sumAt(above.head()) == null) {
            return above;
        }
        if (asks
                && !text.is(above.head(), Cue.WISH)
                && !text.is(above.head(), Cue.APPROVE)
                && !text.is(above.head(), Cue.PLAN)
                && !text.is(above.head(), Cue.PROMISE)
                && !text.is(above.head(), Cue.REQUEST)) {
            return null;
        }
        return text.sumAt(above.head()) == null ? above : null;
    }

    /** "A $901bn act with $400m for Kyiv": the sum of the part does not measure the whole. */
    private boolean hasOwnSum(NounGroup group) {
        for (int token = group.start(); token < group.end(); token++) {
            if (text.sumAt(token) != null) {
                return !text.is(group.head(), Cue.PACKAGE) && !text.is(group.head(), Cue.BILL);
            }
        }
        return false;
    }

    /** "A package for Kyiv worth $1bn": the sum measures the goods or money before the name, not the name. */
    private NounGroup measured(Clauses clauses, NounGroup nearest) {
        NounGroup group = nearest;
        for (int i = 0; i < DEPTH && text.actorAt(group.head()) != null && group.index() > 0; i++) {
            boolean loose = group.preposition() >= 0 || group.coordinated() >= 0;
            NounGroup before = clauses.groups().get(group.index() - 1);
            if (!loose || isVerbBetween(clauses, before.end(), group.start())) {
                break;
            }
            group = before;
        }
        return text.actorAt(group.head()) == null && text.sumAt(group.head()) == null ? group : nearest;
    }

    private static boolean isVerbBetween(Clauses clauses, int from, int to) {
        return clauses.all().stream().anyMatch(c -> c.verb() >= from && c.verb() < to);
    }

    /** "Military aid for Egypt: $320 million withheld": does the sum measure the aid before the colon? */
    private boolean isAid(Clauses clauses, int token) {
        int index = clauses.groupAt(token);
        if (index < 0) {
            return false;
        }
        NounGroup group = clauses.groups().get(index);
        NounGroup goods = text.actorAt(group.head()) == null ? group : measured(clauses, group);
        boolean money = text.is(goods.head(), Cue.MONEY)
                || text.is(goods.head(), Cue.LOAN)
                || goods.head() > 0 && text.is(goods.head() - 1, Cue.MONEY);
        return (text.is(goods.head(), Cue.AID) || money)
                && clauses.all().stream().noneMatch(c -> c.verb() >= 0 && c.verb() < token);
    }

    private boolean isDash(int token) {
        return tokens.isSign(token, '\u2014') || tokens.isSign(token, '\u2013');
    }
}
