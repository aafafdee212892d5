package dev.tranche.assistance;

import dev.tranche.lexicon.Cue;
import dev.tranche.mention.Bound;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.syntax.Clause;
import dev.tranche.syntax.NounGroup;
import dev.tranche.syntax.Tense;
import dev.tranche.text.Tokens;
import java.util.Optional;

/** Recognises running totals: sums said to have accumulated over a period or over several packages. */
final class TotalRules {

    private static final Words GATHERED =
            Words.of("commitments pledges donations contributions deliveries disbursements");
    private static final Words TOGETHER = Words.of("together combined");
    private static final Words STANDS = Words.of("stands stood");
    private static final Words WHAT = Words.of("what");
    private static final Words PUT = Words.of("put puts putting");
    private static final Words MAKE = Words.of("make makes made making");
    private static final Words COME_TO = Words.of("come comes came bring brings brought amount amounts amounted");
    private static final Words TOTAL = Words.of("total overall cumulative");
    private static final Words AMOUNT = Words.of("amount sum aid assistance support relief help");
    private static final Words NOW = Words.of("now");
    private static final Words TRANSFER = Words.of("transferred disbursed paid");
    private static final Words INSTALMENT = Words.of("payment tranche instalment installment batch");
    private static final int REACH = 22;
    private final MarkedText text;
    private final Tokens tokens;
    private final TotalSpans spans;
    private final TotalVerbs reached;
    private final ReportContext context;
    private final Agents agents;

    TotalRules(MarkedText text, ReportContext context, Agents agents) {
        this.text = text;
        this.tokens = text.tokens();
        this.spans = new TotalSpans(text);
        this.reached = new TotalVerbs(text);
        this.context = context;
        this.agents = agents;
    }

    Optional<FactKind> decide(Site site, Roles roles) {
        boolean parties = !roles.donors().isEmpty() && !roles.recipients().isEmpty();
        if (parties && isSummed(site)) {
            return Optional.of(FactKind.total("stands"));
        }
        return speaksOfAid(site, roles) ? ofAid(site) : Optional.empty();
    }

    /** Does the sentence count payments over a time, whatever else it says? */
    boolean isCounted(Site site) {
        return spans.isCounted(site);
    }

    private Optional<FactKind> ofAid(Site site) {
        if (isBrought(site) && !isRaise(site)) {
            return Optional.of(FactKind.BRINGING);
        }
        if (spans.isByEndOf(site) || spans.isPaidSoFar(site)) {
            return Optional.of(FactKind.SINCE);
        }
        if (Anaphora.isPart(text, site)) {
            return Optional.empty();
        }
        if (isTracked(site)) {
            return Optional.of(FactKind.TRACKED);
        }
        if (reached.isFuturePerfect(site)) {
            return Optional.of(FactKind.total("stands"));
        }
        if (looksForward(site)) {
            return Optional.empty();
        }
        boolean fresh = text.is(site.sum().outerStart() - 1, Cue.FRESH)
                || text.is(site.sum().end(), Cue.FRESH)
                || text.is(site.sum().end() + 1, Cue.FRESH);
        boolean spanned = spans.isSpanned(site);
        boolean bundle = site.tells(text, Cue.PACKAGE) && !site.tells(text, Cue.AID)
                || site.nearestHeadIs(text, Cue.PACKAGE)
                        && !spans.isPlural(site.heads().getLast())
                || site.tells(text, Cue.BILL)
                || site.predicates().stream().anyMatch(p -> !p.isNoun() && p.is(text, Cue.LEND))
                        && !has(site, English.SINCE)
                || site.tells(text, Cue.LOAN) && !spanned
                || site.headIs(text, Cue.WISH);
        boolean act = site.predicates().stream()
                .anyMatch(p -> !p.isNoun()
                        && !isSpeech(site, p)
                        && (p.is(text, Cue.REQUEST) && !p.is(text, Cue.GIVE)
                                || p.is(text, Cue.ANNOUNCE) && !(spanned && isInPerfect(p))
                                || p.is(text, Cue.BLOCK) && !p.is(text, Cue.GIVE)));
        if (fresh || bundle || act) {
            return Optional.empty();
        }
        if (spanned || spans.isOfPeriod(site)) {
            return Optional.of(FactKind.SINCE);
        }
        if (isStanding(site)) {
            return Optional.of(FactKind.total("stands"));
        }
        if (isPerfect(site) && !isReported(site) && !spans.isRegular(site) && !isNod(site)) {
            return Optional.of(FactKind.PERFECT);
        }
        if (isOwned(site)) {
            return Optional.of(FactKind.OWNED);
        }
        return Optional.empty();
    }

    private static boolean isInPerfect(Predicate predicate) {
        Clause clause = predicate.clause();
        return clause != null && clause.tense() == Tense.PERFECT;
    }

    /** "Figures revealed that": a statement about a sum does not announce it. */
    private static boolean isSpeech(Site site, Predicate predicate) {
        Clause own = site.clause();
        Clause clause = predicate.clause();
        return own != null
                && clause != null
                && own.speech() == clause.index()
                && !clause.lemma().equals("announce");
    }

    /** Future aid, such as next year's plans, has not accumulated yet. */
    private boolean looksForward(Site site) {
        boolean ahead =
                site.predicates().stream().filter(p -> !p.isNoun()).limit(1).anyMatch(p -> !p.isReal());
        for (int token = site.end(); token < Math.min(site.sentence().end(), site.end() + 10); token++) {
            ahead |= English.NEXT.at(tokens, token)
                    && (English.YEAR.at(tokens, token + 1) || English.YEAR.at(tokens, token + 2));
        }
        return ahead;
    }

    /** "To raise aid to 8 billion euros next year": future aid, not an accumulated sum. */
    private boolean isRaise(Site site) {
        Clause clause = site.clause();
        return clause != null
                && clause.verb() >= 0
                && English.INCREASE.at(tokens, clause.verb())
                && (clause.tense() != Tense.PARTICIPLE || isYearly(site, clause));
    }

    /** "Raises its 2024 aid to", "doubles the arms budget to": the aid of one year. */
    private boolean isYearly(Site site, Clause clause) {
        for (int index : clause.objects()) {
            NounGroup group = site.clauses().groups().get(index);
            for (int token = group.start(); token < group.end(); token++) {
                if (spans.isYear(token) || English.YEARLY.at(tokens, token)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean speaksOfAid(Site site, Roles roles) {
        boolean named = site.tells(text, Cue.AID)
                || site.tells(text, Cue.LOAN) && site.sentenceHas(text, Cue.SPAN)
                || site.tells(text, Cue.WEAPON)
                || site.tells(text, Cue.MILITARY)
                || site.tells(text, Cue.HUMANITARIAN)
                || site.headIs(text, Cue.DELIVER)
                || site.headIs(text, Cue.PROMISE);
        boolean moved = site.governedBy(text, Cue.GIVE)
                || site.governedBy(text, Cue.DELIVER)
                || isBrought(site)
                || site.sentenceHas(text, Cue.AID);
        boolean relief = site.tells(text, Cue.HUMANITARIAN);
        boolean counted = named && roles.namesRecipient() && has(site, English.SINCE);
        boolean between = site.governedBy(text, Cue.RECEIVE)
                        && !roles.recipients().isEmpty()
                || !roles.donors().isEmpty() && (relief || !roles.recipients().isEmpty())
                || counted;
        boolean told = named
                || site.governedBy(text, Cue.RECEIVE) && context.isAidReport(site.index())
                || roles.namesRecipient()
                || context.isAidReport(site.index())
                        && (roles.namesDonor()
                                || isBrought(site)
                                || !roles.donors().isEmpty() && site.governedBy(text, Cue.DELIVER));
        boolean pledged = roles.namesRecipient()
                && has(GATHERED, site.sentence().start(), site.sum().start());
        boolean both = !roles.donors().isEmpty() && !roles.recipients().isEmpty() && context.isAidReport(site.index());
        return (named || moved) && told && between || both || pledged;
    }

    /** "bringing the total to $20bn", "brings Norwegian aid to Kyiv to 12 billion kroner". */
    private boolean isBrought(Site site) {
        int first = site.sum().outerStart() - 1;
        int limit = Math.max(site.sentence().start(), site.sum().start() - REACH);
        boolean total = false;
        boolean to = English.TOWARD.at(tokens, first)
                || English.TOWARD.at(tokens, site.sum().start() - 1);
        for (int token = first; token >= limit; token--) {
            if (text.sumAt(token) != null) {
                return false;
            }
            total |= English.TOTAL.at(tokens, token) || text.is(token, Cue.AID) || text.is(token, Cue.MONEY);
            if (text.is(token, Cue.BRING)) {
                boolean it = English.ONLY_IT.at(tokens, token + 1)
                                && Site.any(text, site.sentence().start(), token, Cue.AID)
                        || WHAT.at(tokens, token + 1);
                return to && (total || it || token >= first - 1 && isAmountOf(site));
            }
            if (PUT.at(tokens, token) && English.AT.at(tokens, first)) {
                return total;
            }
            if (English.INCREASE.at(tokens, token) && English.ONLY_IT.at(tokens, token + 1) && to) {
                return tokens.string(token).endsWith("ing")
                        && Site.any(text, site.sentence().start(), token, Cue.AID);
            }
        }
        return false;
    }

    /** "Brings to 10 million the amount of relief", "raises to 10 million what it gave": what is summed follows. */
    private boolean isAmountOf(Site site) {
        int end = site.sum().end();
        if (WHAT.at(tokens, end)) {
            return true;
        }
        for (int at = end; at < Math.min(site.sentence().end(), end + 4); at++) {
            if (English.TOTAL.at(tokens, at)
                    || at == end + 1 && English.ARTICLE.at(tokens, end) && AMOUNT.at(tokens, at)) {
                return true;
            }
        }
        return false;
    }

    /** "Stands at": what has gathered, not what a package comes to. */
    private boolean isStock(int token) {
        return STANDS.at(tokens, token) || STANDS.at(tokens, token - 1);
    }

    private boolean has(Site site, Words words) {
        return has(words, site.sentence().start(), site.sentence().end());
    }

    private boolean has(Words words, int from, int to) {
        for (int token = from; token < to; token++) {
            if (words.at(tokens, token)) {
                return true;
            }
        }
        return false;
    }

    /** "security assistance for Ukraine now totals $55bn", "has come to about $7.3bn", "reaches $12B in arms". */
    private boolean isStanding(Site site) {
        Clause clause = site.clause();
        boolean measured = clause != null
                && clause.lemma().equals("be")
                && clause.subjects().stream()
                        .map(site.clauses().groups()::get)
                        .anyMatch(g -> text.is(g.head(), Cue.AID) && has(TOTAL, g.start(), g.head()));
        if (measured || reached.isGrown(site)) {
            return true;
        }
        for (int token = site.sum().start() - 1;
                token >= Math.max(site.sentence().start(), site.sum().start() - 4);
                token--) {
            if (English.WITH.at(tokens, token)) {
                return false;
            }
            if (text.is(token, Cue.STAND)) {
                // "House passes $300 million": a vote, not a count.
                if (text.is(token - 1, Cue.LEGISLATURE)) {
                    return false;
                }
                return Site.any(text, site.sentence().start(), token, Cue.AID)
                        || has(GATHERED, site.sentence().start(), token)
                        || site.sentenceHas(text, Cue.AID)
                        || Site.any(text, site.sentence().start(), token, Cue.TOTAL)
                        || isStock(token) && Site.any(text, site.sum().end(), site.reach(), Cue.TOTAL)
                        || site.headIs(text, Cue.DELIVER)
                        || site.tells(text, Cue.WEAPON);
            }
        }
        return false;
    }

    /**
     * "Together with the first grant it makes 12 million", "that makes 160 million this year", "on top of 10 million last
     * week, making 30 million": earlier sums are added.
     */
    private boolean isSummed(Site site) {
        int start = site.sentence().start();
        int before = site.sum().outerStart() - 1;
        if (MAKE.at(tokens, before) && tokens.isSign(before - 1, ',') && spans.isBetween(start - 1, before)) {
            return true;
        }
        Clause clause = site.clause();
        int verb = clause == null ? -1 : clause.verb();
        boolean together = TOGETHER.at(tokens, start)
                && English.WITH.at(tokens, start + 1)
                && (MAKE.at(tokens, verb) || COME_TO.at(tokens, verb));
        boolean that = English.DEMONSTRATIVE.at(tokens, start) && verb == start + 1 && MAKE.at(tokens, verb);
        return verb < site.sum().start() && (together || that);
    }

    /** "Washington's $100bn aid to Kyiv": all the aid of a donor, without an act of giving. */
    private boolean isOwned(Site site) {
        int before = site.sum().outerStart() - 1;
        boolean genitive = before > 0 && tokens.kind(before) == dev.tranche.text.TokenKind.GENITIVE;
        boolean acts = site.predicates().stream()
                .anyMatch(p -> !p.isNoun()
                        && (p.is(text, Cue.GIVE)
                                || p.is(text, Cue.APPROVE)
                                || p.is(text, Cue.ENACT)
                                || p.is(text, Cue.BLOCK)
                                || p.is(text, Cue.PLAN)
                                || p.is(text, Cue.PROMISE)));
        return genitive && !acts && site.nearestHeadIs(text, Cue.AID) && !site.tells(text, Cue.PACKAGE);
    }

    /** "has sent $17bn in weapons": aid given over time, not one package. */
    private boolean isPerfect(Site site) {
        if (isInstalment(site)) {
            return false;
        }
        for (Predicate predicate : site.predicates()) {
            Clause clause = predicate.clause();
            if (clause == null) {
                continue;
            }
            if (agents.isByLegislature(site, predicate)) {
                return false;
            }
            boolean loose = site.sum().amount().bound() == Bound.AT_LEAST;
            boolean perfect = clause.tense() == Tense.PERFECT || clause.tense() == Tense.PLUPERFECT;
            boolean gathered = predicate.is(text, Cue.GATHER)
                    && (predicate.is(text, Cue.HANDLED)
                            || predicate.is(text, Cue.DELIVER)
                            || loose && !English.PLEDGED.at(tokens, predicate.token())
                            || !English.PLEDGED.at(tokens, predicate.token()) && !predicate.is(text, Cue.APPROVE));
            if (TRANSFER.at(tokens, predicate.token()) && !loose && !has(site, English.SINCE)) {
                return false;
            }
            if (predicate.is(text, Cue.RECEIVE) && !loose) {
                return false;
            }
            if (perfect && NOW.at(tokens, predicate.token() - 1) && predicate.is(text, Cue.GATHER)) {
                return predicate.isReal() && !predicate.negative();
            }
            boolean past = clause.tense() == Tense.PAST
                    && predicate.is(text, Cue.HANDLED)
                    && site.sum().amount().bound() != Bound.EXACTLY;
            return predicate.isReal() && !predicate.negative() && (perfect && gathered || past);
        }
        return false;
    }

    /** "Has given the green light to": an approval. */
    private boolean isNod(Site site) {
        Clause clause = site.clause();
        return clause != null
                && clause.objects().stream()
                        .filter(index -> !site.chain().contains(index))
                        .anyMatch(index ->
                                text.is(site.clauses().groups().get(index).head(), Cue.APPROVE));
    }

    /** "Said Norway had given 5 million": one gift, told as of the past. */
    private boolean isReported(Site site) {
        return site.sum().amount().bound() == Bound.EXACTLY
                && site.verb()
                        .map(Predicate::clause)
                        .filter(c -> c.tense() == Tense.PLUPERFECT && c.speech() >= 0)
                        .isPresent();
    }

    /** "has paid out €50 million, the second payment of": one act, whatever its tense. */
    private boolean isInstalment(Site site) {
        boolean apart = false;
        for (int token = site.end(); token < Math.min(site.sentence().end(), site.end() + 14); token++) {
            apart |= tokens.isSign(token, ',');
            if (apart && INSTALMENT.at(tokens, token)) {
                return true;
            }
        }
        return false;
    }

    /** "track $20bn in Ukraine aid", "$20bn in weapons sent to Ukraine". */
    private boolean isTracked(Site site) {
        for (int token = site.start() - 1; token >= Math.max(site.sentence().start(), site.start() - 5); token--) {
            boolean way = tokens.isSign(token - 1, '-') || English.ON.at(tokens, token - 1);
            if (text.is(token, Cue.TRACK) && !way) {
                return true;
            }
        }
        int at = site.end();
        boolean handled = text.is(at, Cue.HANDLED) || text.is(at + 1, Cue.HANDLED) && !English.BE.at(tokens, at);
        if (English.FOR.at(tokens, at + 1)) {
            return false;
        }
        boolean goods = site.tells(text, Cue.AID) || site.tells(text, Cue.WEAPON);
        boolean bare = site.heads().isEmpty() && English.TOWARD.at(tokens, at + 1);
        return handled && (goods || bare);
    }
}
