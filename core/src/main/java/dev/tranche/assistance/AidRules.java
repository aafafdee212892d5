package dev.tranche.assistance;

import dev.tranche.fact.Refusal.Reason;
import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Entry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.ThingMention;
import dev.tranche.mention.Words;
import dev.tranche.syntax.Clause;
import dev.tranche.syntax.NounGroup;
import dev.tranche.text.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Recognises sums that are assistance. The first condition that holds names the rule. */
final class AidRules {

    private static final Words COST = Words.of("cost value");
    private static final Words ESTIMATED = Words.of("estimated");
    private static final List<Cue> MOVING = List.of(
            Cue.GIVE,
            Cue.PROMISE,
            Cue.ANNOUNCE,
            Cue.APPROVE,
            Cue.DELIVER,
            Cue.REQUEST,
            Cue.ENACT,
            Cue.BLOCK,
            Cue.PLAN,
            Cue.RECEIVE,
            Cue.SECURE,
            Cue.GATHER,
            Cue.LEND);

    /** A line of a list is short. */
    private static final int LONGEST_LABEL = 16;

    private final Lexicon lexicon;
    private final MarkedText text;
    private final ReportContext context;
    private final StageMarks marks;
    private final ReportFrame frame;

    AidRules(Lexicon lexicon, MarkedText text, ReportContext context, ReportFrame frame) {
        this.lexicon = lexicon;
        this.text = text;
        this.context = context;
        this.marks = new StageMarks(text);
        this.frame = frame;
    }

    /** A decision: the kind of fact, or the reason why there is none. */
    sealed interface Decision {
        /** The sum is assistance. */
        record Accepted(FactKind kind) implements Decision {}

        /** The sum is not. */
        record Refused(Reason reason) implements Decision {}
    }

    Decision decide(Site site, Roles roles, Optional<Entry.Authority> authority) {
        if (isGiverAlone(roles)) {
            return refuse(Reason.NO_PARTIES);
        }
        boolean receiver = !roles.recipients().isEmpty();
        boolean giver = !roles.donors().isEmpty();
        if (authority.isPresent() && (receiver || giver)) {
            return accept("authority");
        }
        if (isSale(site) && receiver) {
            return giver && (roles.namesRecipient() || roles.namesDonor() || frame.sale(site) >= 0)
                    ? accept("sale")
                    : new Decision.Refused(Reason.TRADE);
        }
        boolean relief =
                site.tells(text, Cue.HUMANITARIAN) || Site.any(text, site.end(), site.reach(), Cue.HUMANITARIAN);
        boolean appeals = text.actorsFrom(site.sentence().start(), site.start()).stream()
                .anyMatch(actor -> lexicon.appeals(actor.code()));
        boolean appealed = site.holders().stream().anyMatch(token -> text.is(token, Cue.APPEAL))
                && site.governedBy(text, Cue.REQUEST);
        if (appealed || site.headIs(text, Cue.APPEAL) || roles.asked() && (relief || appeals)) {
            return receiver || appealed || site.tells(text, Cue.HUMANITARIAN)
                    ? accept("appeal")
                    : refuse(Reason.NO_PARTIES);
        }
        if (site.tells(text, Cue.AID)) {
            if (receiver) {
                return accept(roles.namesRecipient() ? "noun.receiver" : "noun.context");
            }
            return refuse(Reason.NO_PARTIES);
        }
        if (site.isDebtRelief(text) && receiver && giver) {
            return accept("debt");
        }
        boolean money = isMoney(site) || roles.donorCodes().stream().anyMatch(lexicon::lends);
        boolean moved = isMoved(site);
        if (!receiver) {
            boolean given = moved && money && roles.namesDonor() && site.tells(text, Cue.HUMANITARIAN);
            return given ? accept("money.giver") : refuse(giver ? Reason.NO_ASSISTANCE : Reason.NO_PARTIES);
        }
        if (money && roles.namesRecipient() && (giver || moved || isVerbless(site))) {
            return accept("money.receiver");
        }
        boolean about = context.isAidReport(site.index());
        if (isHeld(site) && (roles.namesRecipient() || about && giver)) {
            return accept("held");
        }
        boolean goods = site.tells(text, Cue.WEAPON) || hasEquipment(site) || site.tells(text, Cue.MILITARY);
        boolean price = goods && isPriceTag(site, moved);
        if (goods && !price && (moved || roles.namesRecipient()) && (giver || roles.namesRecipient())) {
            return accept("weapons");
        }
        if (roles.asked() && roles.namesRecipient() && site.governedBy(text, Cue.REQUEST)) {
            return accept("asked");
        }
        if (money && giver && (roles.namesDonor() || about)) {
            return accept("money.context");
        }
        Decision decision = byParties(site, roles, moved, about);
        return price && decision instanceof Decision.Refused ? refuse(Reason.PRICE) : decision;
    }

    /** A sum that no noun marks as assistance may still be assistance, judging by who gives it to whom. */
    private Decision byParties(Site site, Roles roles, boolean moved, boolean about) {
        boolean giver = !roles.donors().isEmpty();
        if (moved && roles.namesDonor() && roles.namesRecipient()) {
            return accept("between");
        }
        boolean pledged = site.predicates().stream().anyMatch(p -> !p.isNoun() && p.is(text, Cue.PROMISE));
        if (pledged && giver && roles.namesRecipient()) {
            return accept("pledged");
        }
        boolean listed = text.tokens().isSign(site.sum().outerStart() - 1, '(');
        if (listed && roles.namesDonor() && (about || site.sentenceHas(text, Cue.DONORS))) {
            return accept("listed");
        }
        if (isBare(site) && roles.namesDonor() && roles.namesRecipient()) {
            return accept("from.for");
        }
        if (moved && about && giver && (roles.namesDonor() || roles.namesRecipient() || isByOfficial(site))) {
            return accept("transfer");
        }
        if (giver && isGivenByVerb(site, roles)) {
            return accept("verb");
        }
        if (moved && roles.donorCodes().contains(PartyReader.ALLIES) && site.isOfConference(text)) {
            return accept("raised");
        }
        boolean got = roles.namesRecipient()
                && site.verb()
                        .filter(p -> p.is(text, Cue.RECEIVE) && p.object() && !p.is(text, Cue.REQUEST))
                        .isPresent();
        if (giver && got) {
            return accept("received");
        }
        return refuse(Reason.NO_ASSISTANCE);
    }

    /** "Qatar has offered $60 million", "set aside 2.5 billion for Ukraine": the verb means giving, and one party is named. */
    private boolean isGivenByVerb(Site site, Roles roles) {
        Optional<Predicate> verb = site.verb();
        boolean given = verb.isPresent()
                && (verb.get().is(text, Cue.PROMISE)
                        || English.GRANT.at(text.tokens(), verb.get().token()));
        return given
                && (roles.namesRecipient() || roles.namesDonor() && verb.get().object());
    }

    /** "The development minister set out £5 million": an official acts whose state is named elsewhere in the report. */
    private boolean isByOfficial(Site site) {
        return site.actors().stream()
                .anyMatch(group -> English.WE.at(text.tokens(), group.head())
                        || text.actorsFrom(group.start(), group.end()).isEmpty() && isOffice(group));
    }

    private boolean isOffice(NounGroup group) {
        for (int token = group.start(); token < group.end(); token++) {
            if (English.MINISTER.at(text.tokens(), token)) {
                return true;
            }
        }
        return false;
    }

    /** A usual donor cannot be the recipient of money without a named donor. */
    private boolean isGiverAlone(Roles roles) {
        return roles.donors().isEmpty()
                && !roles.recipients().isEmpty()
                && roles.recipientCodes().stream()
                        .allMatch(code -> lexicon.usuallyGives(code) && !lexicon.appeals(code));
    }

    private static Decision accept(String name) {
        return new Decision.Accepted(FactKind.aid(name));
    }

    private static Decision refuse(Reason reason) {
        return new Decision.Refused(reason);
    }

    /** "a $1.1bn arms sale", "the sale of $619m of missiles": a sale of arms by one government to another. */
    boolean isSale(Site site) {
        boolean sale = site.headIs(text, Cue.SALE) || site.governedBy(text, Cue.SELL) || site.tells(text, Cue.SALE);
        boolean arms = site.tells(text, Cue.WEAPON)
                || site.tells(text, Cue.MILITARY)
                || hasEquipment(site)
                || site.sentenceHas(text, Cue.WEAPON)
                || sentenceHasEquipment(site);
        boolean sold = frame.sale(site) >= 0 || site.sentenceHas(text, Cue.SALE);
        return arms && (sale || sold && isItem(site))
                || frame.sale(site) >= 0 && (isLabelled(site) || isCostOfSale(site));
    }

    /** "The estimated total cost is $4 million": of the sale reported. */
    private boolean isCostOfSale(Site site) {
        Clause clause = site.clause();
        return clause != null
                && clause.lemma().equals("be")
                && clause.subjects().stream().map(site.clauses().groups()::get).anyMatch(this::isEstimatedCost);
    }

    private boolean isEstimatedCost(NounGroup group) {
        return COST.at(text.tokens(), group.head())
                && IntStream.range(group.start(), group.head()).anyMatch(token -> ESTIMATED.at(text.tokens(), token));
    }

    /** "60 missiles at $355 million", "tank shells will cost $774 million": one of the things sold. */
    private boolean isItem(Site site) {
        Tokens tokens = text.tokens();
        int before = site.sum().outerStart() - 1;
        return site.governedBy(text, Cue.PRICE)
                || site.tells(text, Cue.PRICE)
                || English.AT.at(tokens, before)
                || English.FOR.at(tokens, before)
                || English.WORTH.at(tokens, before)
                || tokens.isSign(before, '(');
    }

    /** "Mission software: $1 billion", in a list. */
    private boolean isLabelled(Site site) {
        return text.tokens().isSign(site.sum().outerStart() - 1, ':')
                && site.sentence().end() - site.sentence().start() <= LONGEST_LABEL;
    }

    private boolean hasEquipment(Site site) {
        return text.thingsFrom(site.start(), site.end()).stream().anyMatch(AidRules::isEquipment);
    }

    private boolean sentenceHasEquipment(Site site) {
        return text.thingsFrom(site.sentence().start(), site.sentence().end()).stream()
                .anyMatch(AidRules::isEquipment);
    }

    private static boolean isEquipment(ThingMention thing) {
        return thing.entry() instanceof Entry.Equipment;
    }

    /** "Shot down a $74m jet", "a $3m tank": the price of something not given. */
    private boolean isPriceTag(Site site, boolean moved) {
        boolean one = site.group() != null
                && site.group().start() <= site.sum().start()
                && site.group().head() >= site.sum().end()
                && !text.is(site.group().head(), Cue.PACKAGE)
                && !text.tokens().string(site.group().head()).endsWith("s");
        boolean acts = site.predicates().stream().anyMatch(p -> !p.isNoun());
        return one && acts && !moved;
    }

    /** "$2bn in loans to help farmers": no verb says that the sum is something else, as "found" does in "found $1m in cash". */
    private boolean isVerbless(Site site) {
        return site.predicates().stream()
                .allMatch(p -> p.isNoun() || p.is(text, Cue.SAY) || English.BE.at(text.tokens(), p.token()));
    }

    /** "£120m more from Britain for Sudan": a headline without a verb. */
    private boolean isBare(Site site) {
        boolean from = site.clauses().groups().stream()
                .anyMatch(g -> g.start() >= site.end()
                        && g.start() < site.reach()
                        && g.preposition() >= 0
                        && English.FROM.at(text.tokens(), g.preposition()));
        return from && site.predicates().isEmpty();
    }

    private boolean isMoney(Site site) {
        return site.sentenceHas(text, Cue.AID_AGENCY)
                || site.tells(text, Cue.PACKAGE)
                || site.tells(text, Cue.MONEY)
                || site.tells(text, Cue.LOAN)
                || site.tells(text, Cue.BILL)
                || site.headIs(text, Cue.WISH);
    }

    /** "the request includes $14bn for Israel", "a law that gives Ukraine $40bn": a bill or package holds the sum. */
    private boolean isHeld(Site site) {
        boolean holds = site.predicates().stream()
                .anyMatch(p -> p.clause() != null
                        && (p.is(text, Cue.INCLUDE)
                                || p.is(text, Cue.GIVE)
                                || p.clause().lemma().equals("have")));
        return holds
                && site.holders().stream()
                        .anyMatch(token ->
                                text.is(token, Cue.BILL) || text.is(token, Cue.WISH) || text.is(token, Cue.PACKAGE));
    }

    /** Does a word of giving, asking or stopping apply to the sum? */
    private boolean isMoved(Site site) {
        boolean goes = site.predicates().stream()
                .anyMatch(p -> !p.isNoun() && !p.object() && English.GO.at(text.tokens(), p.token()));
        return goes || marks.halted(site) >= 0 || MOVING.stream().anyMatch(cue -> site.governedBy(text, cue));
    }
}
