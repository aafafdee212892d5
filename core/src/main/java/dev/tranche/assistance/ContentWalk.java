package dev.tranche.assistance;

import dev.tranche.lexicon.Cue;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.SumMention;
import dev.tranche.syntax.Clause;
import dev.tranche.syntax.Clauses;
import dev.tranche.syntax.Link;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the words after a sum that say what it consists of: "in military, economic and humanitarian aid". */
final class ContentWalk {

    private static final Cue[] CONTENT = {
        Cue.AID,
        Cue.PACKAGE,
        Cue.MONEY,
        Cue.LOAN,
        Cue.BILL,
        Cue.WEAPON,
        Cue.MILITARY,
        Cue.FINANCIAL,
        Cue.HUMANITARIAN,
        Cue.MIXED,
        Cue.SALE,
        Cue.TRADE,
        Cue.DEBT,
        Cue.PRIVATE,
        Cue.DOMESTIC,
        Cue.APPEAL,
        Cue.DAMAGE,
        Cue.MARKET,
        Cue.SANCTION,
        Cue.TAX
    };

    private final MarkedText text;
    private final Tokens tokens;

    ContentWalk(MarkedText text) {
        this.text = text;
        this.tokens = text.tokens();
    }

    /**
     * Walks to the right over "in military, economic and humanitarian aid", "worth of weapons"; returns the new end.
     */
    int walk(Clauses clauses, int from, int limit, List<Integer> chain, List<Integer> heads) {
        int end = from;
        int loose = 0;
        int first = from;
        while (first < limit && text.is(first, Cue.FRESH)) {
            first++;
        }
        if (English.OF.at(tokens, first) && sumBehind(first + 1) != null) {
            addWhole(clauses, first + 1, heads);
            return end;
        }
        for (int token = first; token < limit; token++) {
            boolean opens = (token == end || token == first)
                    && (English.CONTENT.at(tokens, token) || isGenitive(token) || isForm(token));
            boolean owner = isGenitive(token) && text.actorAt(token - 1) != null;
            if (opens || owner || isJoint(token)) {
                continue;
            }
            ActorMention actor = text.actorAt(token);
            if (actor != null) {
                token = actor.end() - 1;
                if (++loose > 2) {
                    return end;
                }
                continue;
            }
            if (isMainVerb(clauses, token) || tokens.isSign(token - 1, ',') && isSubject(clauses, token)) {
                return end;
            }
            if (isContent(token) || isGoods(token)) {
                loose = 0;
                end = token + 1;
                if (!isContent(token + 1)) {
                    heads.add(token);
                    int group = clauses.groupAt(token);
                    if (group >= 0 && !chain.contains(group)) {
                        chain.add(group);
                    }
                }
                continue;
            }
            boolean word = tokens.isWord(token) && !ends(clauses, token);
            boolean form = English.AS.at(tokens, token - 1) && English.A.at(tokens, token);
            loose += tokens.isSign(token + 1, '-') || form ? 0 : 1;
            if (!word || loose > 2) {
                return end;
            }
        }
        return end;
    }

    private @Nullable SumMention sumBehind(int token) {
        SumMention sum = text.sumAt(token);
        return sum != null ? sum : text.sumAt(token + 1);
    }

    /** "$1.5bn of a $3bn tranche": the noun of the whole also describes the part. */
    private void addWhole(Clauses clauses, int token, List<Integer> heads) {
        int group = clauses.groupAt(token + 1);
        int head = group < 0 ? -1 : clauses.groups().get(group).head();
        if (head >= 0 && text.sumAt(head) == null && isContent(head)) {
            heads.add(head);
        }
    }

    /** "…, Sweden pledges Moldova": another clause begins, whatever else its verb could mean. */
    private static boolean isMainVerb(Clauses clauses, int token) {
        return clauses.all().stream()
                .anyMatch(clause -> clause.verb() == token
                        && !clause.passive()
                        && (clause.link() == Link.COORDINATED || clause.link() == Link.ROOT));
    }

    /** "…, Defence Secretary Healey said": a new subject after a comma. */
    private static boolean isSubject(Clauses clauses, int token) {
        int group = clauses.groupAt(token);
        return group >= 0
                && clauses.all().stream()
                        .anyMatch(clause -> clause.verb() > token
                                && clause.link() == Link.ROOT
                                && clause.subjects().contains(group));
    }

    /** "6 billion euros as a loan", "as grants": the form in which money is given. */
    private boolean isForm(int token) {
        return English.AS.at(tokens, token) && (English.A.at(tokens, token + 1) || isContent(token + 1));
    }

    private boolean isGenitive(int token) {
        return tokens.kind(token) == TokenKind.GENITIVE;
    }

    private boolean isJoint(int token) {
        return tokens.isSign(token, ',')
                || tokens.isSign(token, '/')
                || tokens.isSign(token, '-')
                || English.AND.at(tokens, token)
                || tokens.kind(token) == TokenKind.QUOTE;
    }

    /** Prepositions, verbs and pronouns end the content of a sum. */
    private boolean ends(Clauses clauses, int token) {
        if (text.sumAt(token) != null
                || English.TOWARD.at(tokens, token)
                || English.FROM.at(tokens, token)
                || English.BY.at(tokens, token)
                || English.ON.at(tokens, token)
                || English.THROUGH.at(tokens, token)
                || English.WITH.at(tokens, token)
                || English.AGAINST.at(tokens, token)
                || English.CONTENT.at(tokens, token)
                || English.IT.at(tokens, token)
                || English.WE.at(tokens, token)
                || English.BE.at(tokens, token)
                || English.HAVE.at(tokens, token)) {
            return true;
        }
        for (Clause clause : clauses.all()) {
            if (clause.verb() >= 0 && token >= clause.verbStart() && token < clause.verbEnd()) {
                return true;
            }
        }
        return false;
    }

    private boolean isContent(int token) {
        if (token >= tokens.size() || text.sumAt(token) != null) {
            return false;
        }
        for (Cue cue : CONTENT) {
            if (text.is(token, cue)) {
                return true;
            }
        }
        return false;
    }

    private boolean isGoods(int token) {
        return text.sumAt(token) == null && !text.thingsFrom(token, token + 1).isEmpty();
    }
}
