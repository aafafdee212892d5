package dev.tranche.assistance;

import dev.tranche.fact.Refusal.Reason;
import dev.tranche.lexicon.ActorForm;
import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.syntax.Clause;
import dev.tranche.syntax.Link;
import dev.tranche.syntax.NounGroup;
import dev.tranche.text.Tokens;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises sums that are not assistance between governments, with the reason. */
final class NoAidRules {

    /** Half a trillion: no assistance comes near it, and state budgets start there. */
    private static final BigDecimal LARGEST = new BigDecimal("5e11");

    /** Currencies in which half a trillion is a state budget; the units of others are smaller. */
    private static final Set<String> STRONG = Set.of("USD", "EUR", "GBP", "CHF", "CAD", "AUD");

    private static final Words MORE = Words.of("more less higher lower above below");
    private static final Words THAN = Words.of("than");
    private static final Words PERCENT = Words.of("percent cent pct");

    private static final Map<Cue, Reason> NOUNS = nouns();

    private final Lexicon lexicon;
    private final MarkedText text;
    private final Tokens tokens;
    private final PartyReader parties;
    private final CostRules costs;
    private final HomeRules home;

    NoAidRules(Lexicon lexicon, MarkedText text, PartyReader parties) {
        this.lexicon = lexicon;
        this.text = text;
        this.tokens = text.tokens();
        this.parties = parties;
        this.costs = new CostRules(text);
        this.home = new HomeRules(lexicon, text);
    }

    private static Map<Cue, Reason> nouns() {
        Map<Cue, Reason> map = new LinkedHashMap<>();
        map.put(Cue.PRICE, Reason.PRICE);
        map.put(Cue.DAMAGE, Reason.DAMAGE);
        map.put(Cue.SANCTION, Reason.SANCTION);
        map.put(Cue.BUDGET, Reason.BUDGET);
        map.put(Cue.DEBT, Reason.DEBT);
        map.put(Cue.CRIME, Reason.CRIME);
        map.put(Cue.TAX, Reason.TAX);
        map.put(Cue.MARKET, Reason.MARKET);
        map.put(Cue.TRADE, Reason.TRADE);
        map.put(Cue.INVESTMENT, Reason.INVESTMENT);
        return map;
    }

    /**
     * Returns why the sum is not assistance, whatever else is said; empty if it may be.
     *
     * @param earlier the gifts before it: where one goes to the same recipient, homes and schools are not the donor's
     *     own
     */
    Optional<Reason> refuse(Site site, Roles roles, boolean sale, List<Candidate> earlier) {
        if (site.sum().vague()) {
            return Optional.of(Reason.VAGUE);
        }
        boolean strong = STRONG.contains(site.sum().amount().currency());
        if (strong && site.sum().amount().value().compareTo(LARGEST) >= 0) {
            return Optional.of(Reason.TOO_LARGE);
        }
        if (isNegated(site)) {
            return Optional.of(Reason.NEGATED);
        }
        Optional<Reason> cost = costs.refuse(site, roles, sale);
        if (cost.isPresent()) {
            return cost;
        }
        if (isPaidBack(site)) {
            return Optional.of(Reason.DEBT);
        }
        if (isDifference(site)) {
            return Optional.of(Reason.DAMAGE);
        }
        Optional<Reason> noun = sale ? Optional.empty() : byNoun(site, roles);
        if (noun.isPresent()) {
            return noun;
        }
        if (isPrivate(site, roles)) {
            return Optional.of(Reason.PRIVATE);
        }
        if (isForEmbargoed(site, roles)) {
            return Optional.of(Reason.EMBARGO);
        }
        return home.isAtHome(site, roles, isAidNoun(site), earlier) ? Optional.of(Reason.DOMESTIC) : Optional.empty();
    }

    /** "asked to repay £4 million in aid": repaid money is not a gift. */
    private boolean isPaidBack(Site site) {
        return site.predicates().stream()
                .anyMatch(p -> !p.isNoun() && !p.behind() && English.REPAY.at(tokens, p.token()));
    }

    /** "7 billion more than Japan", "7 billion less than the 33 billion requested": how far two sums differ. */
    private boolean isDifference(Site site) {
        int end = site.sum().end();
        if (!MORE.at(tokens, end) || !THAN.at(tokens, end + 1)) {
            return false;
        }
        ActorMention other = text.actorAt(end + 2);
        return other != null && other.form() == ActorForm.NAME
                || text.sums().stream()
                        .anyMatch(sum -> sum.start() > end && sum.start() <= end + 4 && sum.outerStart() <= end + 3);
    }

    /** "will not give", "denied that it would", "never pledged": a negated verb of giving that governs the sum. */
    private boolean isNegated(Site site) {
        if (site.predicates().stream().anyMatch(p -> !p.isNoun() && isOpenQuestion(p))) {
            return false;
        }
        if (hasNoDeterminer(site) || isDeniedReport(site)) {
            return true;
        }
        for (Predicate predicate : site.predicates()) {
            if (isDenied(site, predicate)) {
                return true;
            }
            if (!predicate.negative() || isAddition(predicate)) {
                continue;
            }
            boolean gives = predicate.is(text, Cue.GIVE)
                    || predicate.is(text, Cue.PROMISE)
                    || predicate.is(text, Cue.APPROVE)
                    || predicate.is(text, Cue.ANNOUNCE)
                    || predicate.is(text, Cue.DELIVER);
            boolean refused = predicate.is(text, Cue.APPROVE) && !predicate.is(text, Cue.GIVE);
            if (refused || gives && isStopped(site)) {
                return false;
            }
            if (gives && !predicate.is(text, Cue.BLOCK)) {
                return !site.headIs(text, Cue.BILL) && !site.headIs(text, Cue.WISH);
            }
        }
        return false;
    }

    /** "Had been voted and not yet given": a second verb does not undo the first. */
    private static boolean isAddition(Predicate predicate) {
        return predicate.behind()
                && predicate.clause() != null
                && predicate.clause().link() == Link.COORDINATED;
    }

    /** "Norway denies 20 million euros in aid": the sum itself is the object of the verb. */
    private boolean isDenied(Site site, Predicate predicate) {
        Clause clause = predicate.clause();
        return clause != null
                && clause.lemma().equals("deny")
                && !clause.negative()
                && !clause.passive()
                && site.chain().stream().anyMatch(clause.objects()::contains);
    }

    /** "withheld a tranche: €1bn will not be paid": a stopped payment was promised. */
    private boolean isStopped(Site site) {
        return site.clauses().all().stream()
                .anyMatch(c -> c.verb() >= 0 && !c.negative() && text.is(c.verb(), Cue.BLOCK));
    }

    /** "has yet to decide whether to give" is an open question. */
    private boolean isOpenQuestion(Predicate predicate) {
        return predicate.clause() != null && predicate.clause().lemma().equals("decide");
    }

    /** "No 20 million euros will go", "neither Norway nor Sweden will give". */
    private boolean hasNoDeterminer(Site site) {
        for (int token : new int[] {site.sum().outerStart() - 1, site.start()}) {
            boolean before = token < site.sum().outerStart() && token >= 0;
            if (before && English.NOTHING.at(tokens, token) && !English.LESS.at(tokens, token + 1)) {
                return true;
            }
        }
        Clause clause = site.clause();
        return clause != null
                && clause.subjects().stream()
                        .map(site.clauses().groups()::get)
                        .anyMatch(g ->
                                English.NOTHING.at(tokens, g.start()) || English.NOTHING.at(tokens, g.start() - 1));
    }

    /** "dismissed reports that it had given". */
    private boolean isDeniedReport(Site site) {
        for (int token = site.sentence().start(); token < site.start(); token++) {
            if (English.DENY.at(tokens, token)
                    && (English.CLAIM.at(tokens, token + 1) || English.CLAIM.at(tokens, token + 2))) {
                return true;
            }
        }
        return false;
    }

    private boolean isAidNoun(Site site) {
        return site.has(text, Cue.AID)
                || site.headIs(text, Cue.LOAN)
                || site.has(text, Cue.HUMANITARIAN) && site.has(text, Cue.MONEY)
                || site.headIs(text, Cue.APPEAL);
    }

    private Optional<Reason> byNoun(Site site, Roles roles) {
        boolean aid = isAidNoun(site);
        for (Map.Entry<Cue, Reason> entry : NOUNS.entrySet()) {
            boolean nearest = site.nearestHeadIs(text, entry.getKey());
            boolean inside = site.headIs(text, entry.getKey());
            boolean bill = entry.getKey() == Cue.BUDGET && site.nearestHeadIs(text, Cue.BILL);
            boolean gift = entry.getKey() == Cue.TRADE && isTransfer(site, roles) && !costs.isOrder(site);
            boolean relief = entry.getKey() == Cue.DEBT && site.isDebtRelief(text);
            boolean share = roles.namesRecipient() && isShare(site);
            if (gift || relief || share || bill && roles.namesRecipient()) {
                continue;
            }
            if (nearest && !site.nearestHeadIs(text, Cue.AID) && !site.nearestHeadIs(text, Cue.LOAN)
                    || inside && !aid) {
                return Optional.of(entry.getValue());
            }
        }
        boolean measure = site.group() != null
                && site.group().preposition() >= 0
                && English.BY.at(tokens, site.group().preposition());
        if (measure && site.sentenceHas(text, Cue.DAMAGE)) {
            return Optional.of(Reason.DAMAGE);
        }
        if (site.has(text, Cue.CRIME) && !site.headIs(text, Cue.LOAN)) {
            return Optional.of(Reason.CRIME);
        }
        boolean attribute = site.has(text, Cue.TAX) || site.has(text, Cue.SANCTION);
        if (!aid && attribute) {
            return Optional.of(site.has(text, Cue.TAX) ? Reason.TAX : Reason.SANCTION);
        }
        boolean owed = !site.isDebtRelief(text)
                && site.predicates().stream()
                        .anyMatch(p -> p.behind()
                                && p.clause() != null
                                && p.clause().link() == Link.RELATIVE
                                && p.is(text, Cue.DEBT));
        if (owed) {
            return Optional.of(Reason.DEBT);
        }
        if (aid || isTransfer(site, roles)) {
            return Optional.empty();
        }
        Optional<Reason> object = byObject(site, roles);
        if (object.isPresent()) {
            return object;
        }
        for (Predicate predicate : site.predicates()) {
            if (predicate.behind() && predicate.is(text, Cue.DEBT)) {
                return Optional.of(Reason.DEBT);
            }
            if (predicate.isNoun() || predicate.behind()) {
                continue;
            }
            for (Map.Entry<Cue, Reason> entry : NOUNS.entrySet()) {
                if (predicate.is(text, entry.getKey()) && entry.getValue() != Reason.BUDGET) {
                    return Optional.of(entry.getValue());
                }
            }
            break;
        }
        return besides(site);
    }

    /** "One percent of its budget, about 5 million": the sum is the share, not the whole. */
    private boolean isShare(Site site) {
        int index = site.heads().isEmpty()
                ? -1
                : site.clauses().groupAt(site.heads().getFirst());
        int of = index < 0 ? -1 : site.clauses().groups().get(index).preposition();
        return of > 0 && English.OF.at(tokens, of) && (tokens.isSign(of - 1, '%') || PERCENT.at(tokens, of - 1));
    }

    /** "puts the damage at $486 billion", "cuts taxes by 10 billion": by the object of the sum's verb. */
    private Optional<Reason> byObject(Site site, Roles roles) {
        Clause clause = site.clause();
        boolean tied = site.group() != null
                && site.group().preposition() >= 0
                && site.heads().isEmpty();
        boolean part = tied && isWith(site.group()) && roles.namesRecipient();
        if (clause == null || !tied || part) {
            return Optional.empty();
        }
        for (int index : clause.objects()) {
            for (Map.Entry<Cue, Reason> entry : NOUNS.entrySet()) {
                if (text.is(site.clauses().groups().get(index).head(), entry.getKey())) {
                    return Optional.of(entry.getValue());
                }
            }
        }
        return Optional.empty();
    }

    private boolean isWith(@Nullable NounGroup group) {
        return group != null && English.WITH.at(tokens, group.preposition());
    }

    /** "at a cost of", "$5m in damage": the nouns beside a bare sum. */
    private Optional<Reason> besides(Site site) {
        if (!site.heads().isEmpty()) {
            return Optional.empty();
        }
        boolean gives = site.governedBy(text, Cue.GIVE)
                || site.governedBy(text, Cue.LEND)
                || site.governedBy(text, Cue.RECEIVE)
                || site.governedBy(text, Cue.PROMISE);
        int limit = Math.min(site.reach(), site.end() + 3);
        for (int token = site.end(); token < limit; token++) {
            boolean apart = tokens.isSign(token, ',')
                    || text.is(token, Cue.TOWARD)
                    || gives && English.FROM.at(tokens, token)
                    || !text.thingsFrom(token, token + 1).isEmpty();
            if (apart) {
                break;
            }
            for (Map.Entry<Cue, Reason> entry : NOUNS.entrySet()) {
                if (text.is(token, entry.getKey()) && text.actorAt(token) == null) {
                    return Optional.of(entry.getValue());
                }
            }
        }
        for (int token = site.start() - 1; token >= Math.max(site.sentence().start(), site.start() - 3); token--) {
            if (tokens.isSign(token, ',')) {
                break;
            }
            if (text.is(token, Cue.PRICE)) {
                return Optional.of(Reason.PRICE);
            }
            if (text.is(token, Cue.DAMAGE)) {
                return Optional.of(Reason.DAMAGE);
            }
            if (text.is(token, Cue.MARKET)) {
                return Optional.of(Reason.MARKET);
            }
        }
        return Optional.empty();
    }

    /** A named donor, a verb of giving and a named recipient: trade words nearby do not override that. */
    private boolean isTransfer(Site site, Roles roles) {
        boolean gives = site.predicates().stream()
                .filter(p -> !p.isNoun())
                .limit(1)
                .anyMatch(p -> p.is(text, Cue.GIVE) || p.is(text, Cue.DELIVER) || p.is(text, Cue.PROMISE));
        return gives && roles.namesDonor() && roles.namesRecipient();
    }

    private boolean isPrivate(Site site, Roles roles) {
        if (roles.privately()) {
            return true;
        }
        boolean named = site.has(text, Cue.PRIVATE) && !site.headIs(text, Cue.AID);
        for (Predicate predicate : site.predicates()) {
            Clause clause = predicate.clause();
            if (clause == null || predicate.behind()) {
                continue;
            }
            boolean raised = English.RAISE.at(tokens, clause.verb())
                    && !roles.namesDonor()
                    && !isOfAid(site, clause)
                    && !isCollectedFor(clause, roles)
                    && (clause.passive() || site.chain().stream().anyMatch(clause.objects()::contains));
            boolean appeal = English.RAISE.at(tokens, clause.verb()) && isAppealSubject(site, clause);
            if (raised || appeal) {
                return !isBodySubject(site, clause) && !isConference(site, clause);
            }
        }
        return named && !roles.namesDonor();
    }

    /** "Raised its relief by 10 million", "raised it to 10 million": more aid, not money collected. */
    private boolean isOfAid(Site site, Clause clause) {
        return clause.objects().stream()
                .map(site.clauses().groups()::get)
                .filter(g -> g.end() <= site.start())
                .anyMatch(g -> English.IT.at(tokens, g.head())
                        || Site.any(text, g.start(), g.end(), Cue.AID)
                        || Site.any(text, g.start(), g.end(), Cue.PROMISE));
    }

    /** "Has been raised for Togo": collected from those who give to a state, unless somebody else is named. */
    private static boolean isCollectedFor(Clause clause, Roles roles) {
        return clause.passive() && clause.agents().isEmpty() && roles.namesRecipient();
    }

    private boolean isAppealSubject(Site site, Clause clause) {
        return clause.subjects().stream()
                .map(site.clauses().groups()::get)
                .anyMatch(g -> text.is(g.head(), Cue.APPEAL));
    }

    /** "A Paris conference raises $1bn": the participants pledged it. */
    private boolean isConference(Site site, Clause clause) {
        return clause.subjects().stream()
                .map(site.clauses().groups()::get)
                .anyMatch(g -> English.CONFERENCE.at(tokens, g.head()) && !text.is(g.head(), Cue.APPEAL));
    }

    /** "The UN raised $1.2bn from donors": a body raises money from governments. */
    private boolean isBodySubject(Site site, Clause clause) {
        for (int index : clause.subjects()) {
            NounGroup group = site.clauses().groups().get(index);
            ActorMention actor = text.actorAt(group.head());
            boolean fund =
                    English.FUND.at(tokens, group.head()) && !Site.any(text, group.start(), group.end(), Cue.PRIVATE);
            if (fund || actor != null && !actor.isPrivate()) {
                return true;
            }
        }
        return false;
    }

    /** Money for a state under embargo: "paid $15.8bn to Russia". */
    private boolean isForEmbargoed(Site site, Roles roles) {
        boolean embargoed = roles.recipientCodes().stream().anyMatch(lexicon::isEmbargoed);
        if (embargoed && !isAidNoun(site)) {
            return true;
        }
        if (roles.namesRecipient()) {
            return false;
        }
        for (NounGroup group : site.clauses().groups()) {
            boolean near = group.start() >= site.sum().end() && group.start() < Math.min(site.reach(), site.end() + 4);
            ActorMention actor = text.actorAt(group.head());
            if (near
                    && actor != null
                    && group.preposition() >= 0
                    && English.TO.at(tokens, group.preposition())
                    && lexicon.isEmbargoed(actor.code())) {
                return true;
            }
        }
        for (Predicate predicate : site.predicates()) {
            Clause clause = predicate.clause();
            if (clause == null || predicate.behind() || predicate.is(text, Cue.SAY)) {
                continue;
            }
            for (int index : clause.subjects()) {
                ActorMention actor =
                        text.actorAt(site.clauses().groups().get(index).head());
                if (actor != null && lexicon.isEmbargoed(actor.code()) && !parties.isHostile(actor)) {
                    return predicate.is(text, Cue.GIVE)
                            || predicate.is(text, Cue.RECEIVE)
                            || predicate.is(text, Cue.DEBT);
                }
            }
            break;
        }
        return false;
    }
}
