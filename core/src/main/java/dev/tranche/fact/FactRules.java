package dev.tranche.fact;

import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Entry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.Bound;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.text.Sentence;
import dev.tranche.text.Tokens;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether a sum is assistance between governments, and by which rule.
 *
 * <p>Rules are tried in the order of the methods; the first that fits gives its name. A sum that none fits is no
 * fact.
 */
final class FactRules {

    private static final Set<String> LENDERS = Set.of("EU", "IMF", "WB", "EBRD", "EIB", "G7");
    /** Half a trillion: no assistance has come near it, state budgets start there. */
    private static final BigDecimal LARGEST = new BigDecimal("5e11");
    private static final int OPENING = 3;
    private static final Words BRINGING = Words.of("bringing brings bring brought taking takes pushing pushes push");
    private static final Words TOTAL = Words.of("total totals totaling totalling totaled totalled tally sum figure");
    private static final Words TOPS = Words.of("tops topped topping top surpasses surpassed exceeds exceeded passes");
    private static final Words TRACK = Words.of("track tracks tracking audit audits auditing scrutinize scrutinise"
            + " inspect oversight account corroborate inspections inspecting monitor");
    private static final Words GIVEN = Words.of("given sent provided committed pledged supplied delivered spent allocated"
            + " received contributed donated disbursed promised approved authorized authorised earmarked appropriated");
    private static final Words GATHERED = Words.of("given sent provided committed supplied delivered spent allocated"
            + " contributed donated disbursed");
    private static final Words FRESH = Words.of("today just recently");
    private static final Words COMES = Words.of("comes come came stands stood reaches reached amounts amounted totals"
            + " totalled totaled adds climbs rises rose risen grown");
    private static final Words GAVE = Words.of("spent gave sent provided");

    private final Lexicon lexicon;
    private final MarkedText text;
    private final Tokens tokens;
    private final ReportContext context;

    FactRules(Lexicon lexicon, MarkedText text, ReportContext context) {
        this.lexicon = lexicon;
        this.text = text;
        this.tokens = text.tokens();
        this.context = context;
    }

    Optional<FactKind> decide(
            SumPhrase phrase,
            VerbChain chain,
            Roles roles,
            Optional<Entry.Authority> authority,
            List<Candidate> earlier) {
        boolean budget = phrase.sum().amount().value().compareTo(LARGEST) >= 0;
        if (phrase.sum().vague() || budget || isNoAid(phrase, chain, roles)) {
            return Optional.empty();
        }
        Optional<FactKind> total = total(phrase, chain, roles);
        if (total.isPresent()) {
            return total;
        }
        Optional<FactKind> aid = aid(phrase, chain, roles, authority);
        return aid.isPresent() ? aid : continued(phrase, roles, earlier);
    }

    /** A sum that goes on with one told before it: "about $1 billion of it", "it is worth $275 million". */
    private Optional<FactKind> continued(SumPhrase phrase, Roles roles, List<Candidate> earlier) {
        if (earlier.isEmpty()) {
            boolean official = roles.explicitDonor()
                    || SumPhrase.any(text, phrase.sentence().start(), phrase.start(), Cue.LEGISLATURE);
            boolean about = (isAidReport(phrase) || official)
                    && !roles.recipients().isEmpty()
                    && !roles.donors().isEmpty();
            if (about && Anaphora.isWorth(text, phrase)) {
                return Optional.of(FactKind.aid("worth"));
            }
            return about && isForReceiver(phrase, roles) ? Optional.of(FactKind.aid("for")) : Optional.empty();
        }
        Candidate last = earlier.get(earlier.size() - 1);
        int distance = text.sentenceIndex(phrase.start()) - text.sentenceIndex(last.phrase().start());
        if (distance <= 2 && Anaphora.isPart(text, phrase)) {
            return Optional.of(FactKind.aid("part"));
        }
        if (isForReceiver(phrase, roles)) {
            return Optional.of(FactKind.aid("for"));
        }
        if (distance <= 1 && Anaphora.isWorth(text, phrase)) {
            return Optional.of(FactKind.aid("worth"));
        }
        if (distance <= 2 && isGiven(phrase, roles)) {
            return Optional.of(FactKind.aid("given"));
        }
        boolean listed = distance == 0 && phrase.has(text, Cue.HUMANITARIAN);
        return listed ? Optional.of(FactKind.aid("listed")) : Optional.empty();
    }

    /** "Sweden contributes $275 million", "Germany will pay 500 million euros" in a report on aid. */
    private boolean isGiven(SumPhrase phrase, Roles roles) {
        if (!roles.explicitDonor() || roles.recipients().isEmpty() || !namesAidNear(phrase)) {
            return false;
        }
        int before = phrase.sum().outerStart() - 1;
        while (Grammar.FILLER.at(tokens, before)) {
            before--;
        }
        return GIVES.at(tokens, before) && !Grammar.PREPOSITION.at(tokens, phrase.end());
    }

    private boolean namesAidNear(SumPhrase phrase) {
        int here = text.sentenceIndex(phrase.start());
        for (int i = Math.max(0, here - 2); i <= here; i++) {
            Sentence s = text.sentences().get(i);
            if (SumPhrase.any(text, s.start(), s.end(), Cue.AID) || SumPhrase.any(text, s.start(), s.end(), Cue.WEAPON)) {
                return true;
            }
        }
        return false;
    }

    private static final Words GIVES = Words.of("contributes contribute contributed contributing gives gave give giving"
            + " pledges pledged pledge pledging provides provided provide donates donated donate sends sent commits"
            + " committed pays paid pay adds added promises promised");

    /** "$61 billion is for Ukraine", "$8 billion for Taiwan", "House passes $60.8 billion for Ukraine". */
    private boolean isForReceiver(SumPhrase phrase, Roles roles) {
        if (!roles.explicitRecipient()) {
            return false;
        }
        int at = phrase.end();
        while (Grammar.BE.at(tokens, at) || Words.of("goes go will would").at(tokens, at)) {
            at++;
        }
        if (!Grammar.FOR.at(tokens, at) && !Grammar.TO.at(tokens, at)) {
            return false;
        }
        for (int token = at + 1; token <= at + 3; token++) {
            ActorMention actor = text.actorAt(token);
            if (actor != null) {
                return roles.recipients().contains(actor.code());
            }
        }
        return false;
    }

    /** Prices, damages, sanctions, private money and money that stays at home. */
    private boolean isNoAid(SumPhrase phrase, VerbChain chain, Roles roles) {
        boolean aidNoun = phrase.has(text, Cue.AID);
        boolean anti = phrase.has(text, Cue.NOT_AID);
        if (anti && (!aidNoun || phrase.headIs(text, Cue.NOT_AID))) {
            return true;
        }
        if (roles.privateDonor() || isPrivate(phrase, roles) || isForEmbargoed(phrase, chain)) {
            return true;
        }
        if (!aidNoun && governedByAnti(phrase, chain)) {
            return true;
        }
        if (phrase.has(text, Cue.DOMESTIC)) {
            return true;
        }
        boolean members = roles.donors().equals(List.of("EU")) && !roles.recipients().isEmpty()
                && roles.recipients().stream().allMatch(code -> lexicon.isMember(code, "EU"));
        boolean same = roles.recipients().equals(roles.donors());
        return members || same && !roles.recipients().isEmpty();
    }

    /** Donations and raised money without an official giver. */
    private boolean isPrivate(SumPhrase phrase, Roles roles) {
        if (roles.explicitDonor()) {
            return false;
        }
        int before = phrase.sum().outerStart() - 1;
        return phrase.has(text, Cue.PRIVATE) || RAISE.at(tokens, before) || RAISE.at(tokens, before - 1)
                || DONATIONS.at(tokens, phrase.end() - 1);
    }

    /** Money of or for a state under embargo: "paid $15.8bn to Russia", "Russia borrows £11bn". */
    private boolean isForEmbargoed(SumPhrase phrase, VerbChain chain) {
        for (int token = phrase.sum().end(); token < Math.min(phrase.sentence().end(), phrase.end() + 3); token++) {
            ActorMention actor = text.actorAt(token);
            if (actor != null && Grammar.TO.at(tokens, actor.start() - 1) && lexicon.isEmbargoed(actor.code())) {
                return true;
            }
        }
        if (chain.left().isEmpty()) {
            return false;
        }
        ActorMention subject = text.actorAt(chain.left().get(chain.left().size() - 1).token() - 1);
        boolean says = chain.left().get(chain.left().size() - 1).is(text, Cue.SAY);
        return subject != null && lexicon.isEmbargoed(subject.code()) && !says;
    }

    private static final Words COST = Words.of("cost costs price prices losses damage damages");
    private static final Words RAISE = Words.of("raise raises raised raising");
    private static final Words DONATIONS = Words.of("donations donation");

    private boolean governedByAnti(SumPhrase phrase, VerbChain chain) {
        int opening = phrase.sentence().start();
        if (text.is(opening, Cue.NOT_AID) && COST.at(tokens, opening)) {
            return true;
        }
        int from = chain.left().isEmpty() ? phrase.sentence().start() : chain.left().get(0).token() + 1;
        for (int token = phrase.start() - 1; token >= Math.max(from, phrase.start() - 6); token--) {
            if (text.is(token, Cue.NOT_AID) || text.is(token, Cue.PRIVATE)) {
                return true;
            }
        }
        for (int token = phrase.end(); token < Math.min(phrase.sentence().end(), phrase.end() + 3); token++) {
            if (tokens.isSign(token, ',')) {
                return false;
            }
            if (text.is(token, Cue.NOT_AID)) {
                return true;
            }
        }
        return false;
    }

    private Optional<FactKind> total(SumPhrase phrase, VerbChain chain, Roles roles) {
        if (!speaksOfAid(phrase, chain, roles)) {
            return Optional.empty();
        }
        if (isBrought(phrase)) {
            return Optional.of(FactKind.total("bringing"));
        }
        if (Anaphora.isPart(text, phrase)) {
            return Optional.empty();
        }
        if (isTracked(phrase)) {
            return Optional.of(FactKind.total("tracked"));
        }
        boolean fresh = Grammar.MORE.at(tokens, phrase.sum().outerStart() - 1)
                || Grammar.MORE.at(tokens, phrase.sum().end())
                || Grammar.MORE.at(tokens, phrase.sum().end() + 1);
        boolean bundle = phrase.has(text, Cue.PACKAGE) || phrase.has(text, Cue.BILL) || phrase.has(text, Cue.LOAN);
        if (fresh || bundle || chain.hasLeft(text, Cue.REQUEST) || chain.hasLeft(text, Cue.ANNOUNCE)) {
            return Optional.empty();
        }
        if (isSpanned(phrase)) {
            return Optional.of(FactKind.total("since"));
        }
        if (isStanding(phrase)) {
            return Optional.of(FactKind.total("stands"));
        }
        if (TOPS.at(tokens, phrase.sum().outerStart()) || TOPS.at(tokens, phrase.sum().outerStart() - 1)) {
            return Optional.of(FactKind.total("tops"));
        }
        if (isPerfect(phrase, chain)) {
            return Optional.of(FactKind.total("perfect"));
        }
        return Optional.empty();
    }

    private boolean speaksOfAid(SumPhrase phrase, VerbChain chain, Roles roles) {
        boolean named = phrase.has(text, Cue.AID) || phrase.has(text, Cue.WEAPON)
                || phrase.has(text, Cue.MILITARY) || phrase.has(text, Cue.HUMANITARIAN);
        boolean moved = chain.has(text, Cue.GIVE) || chain.has(text, Cue.DELIVER) || isBrought(phrase)
                || SumPhrase.any(text, phrase.sentence().start(), phrase.sentence().end(), Cue.AID);
        boolean relief = phrase.has(text, Cue.HUMANITARIAN);
        boolean between = !roles.donors().isEmpty() && (relief || !roles.recipients().isEmpty());
        boolean told = named || roles.explicitRecipient()
                || isAidReport(phrase) && (roles.explicitDonor() || isBrought(phrase));
        return (named || moved) && told && between;
    }

    /** "bringing the total to $20bn", "brings total U.S. security assistance to Ukraine to $15.2 billion". */
    private boolean isBrought(SumPhrase phrase) {
        int limit = Math.max(phrase.sentence().start(), phrase.sum().start() - 22);
        boolean total = false;
        for (int token = phrase.sum().outerStart() - 1; token >= limit; token--) {
            if (isOtherSum(token)) {
                return false;
            }
            total |= TOTAL.at(tokens, token) || text.is(token, Cue.AID) || text.is(token, Cue.MONEY);
            if (BRINGING.at(tokens, token)) {
                return total && (Grammar.TO.at(tokens, phrase.sum().outerStart() - 1)
                        || Grammar.TO.at(tokens, phrase.sum().start() - 1)
                        || Grammar.PREPOSITION.at(tokens, phrase.sum().outerStart() - 1));
            }
        }
        return total && phrase.sum().outerStart() > 1
                && TOTAL.at(tokens, phrase.sum().outerStart() - 1)
                && SinceFinder.spans(text, phrase.end(), phrase.sentence().end());
    }

    private boolean isOtherSum(int token) {
        return text.sums().stream().anyMatch(s -> s.start() <= token && token < s.end());
    }

    private boolean isSpanned(SumPhrase phrase) {
        int end = phrase.end();
        int limit = Math.min(phrase.sentence().end(), end + 14);
        for (int token = phrase.sum().end(); token < limit; token++) {
            if (isOtherSum(token) || tokens.isSign(token, ';')) {
                break;
            }
            if (Grammar.SINCE.at(tokens, token) || text.is(token, Cue.SPAN) && isStrongSpan(token)) {
                return true;
            }
        }
        for (int token = phrase.sentence().start(); token < phrase.start(); token++) {
            boolean opens = Grammar.SINCE.at(tokens, token) && token < phrase.sentence().start() + 2
                    || text.is(token, Cue.SPAN) && isStrongSpan(token);
            if (opens && !isBetween(token, phrase.start())) {
                return true;
            }
        }
        return false;
    }

    /** "security assistance for Ukraine now totals $55bn", "has come to about $7.3bn". */
    private boolean isStanding(SumPhrase phrase) {
        int from = phrase.sum().outerStart() - 1;
        int limit = Math.max(phrase.sentence().start(), from - 3);
        for (int token = from; token >= limit; token--) {
            if (COMES.at(tokens, token)) {
                return SumPhrase.any(text, phrase.sentence().start(), token, Cue.AID)
                        || SumPhrase.any(text, phrase.sentence().start(), token, Cue.TOTAL);
            }
        }
        return false;
    }

    private boolean isBetween(int from, int to) {
        return text.sums().stream().anyMatch(s -> s.start() > from && s.end() < to);
    }

    private static final Words STRONG_SPAN = Words.of("so far to date thus this year alone over past last");

    private boolean isStrongSpan(int token) {
        return STRONG_SPAN.at(tokens, token);
    }

    /** "has sent $17bn in weapons": what was given over time, not one package. */
    private boolean isPerfect(SumPhrase phrase, VerbChain chain) {
        for (Verb verb : chain.left()) {
            if (FRESH.at(tokens, verb.token() - 1)) {
                break;
            }
            if (isByLegislature(verb)) {
                break;
            }
            boolean loose = phrase.sum().amount().bound() == Bound.AT_LEAST && GIVEN.at(tokens, verb.token());
            boolean perfect = (loose || GATHERED.at(tokens, verb.token()))
                    && (Grammar.HAVE.at(tokens, verb.token() - 1) || Grammar.HAVE.at(tokens, verb.token() - 2)
                            || Grammar.HAVE.at(tokens, verb.token()));
            if (perfect || GAVE.at(tokens, verb.token()) && phrase.sum().amount().bound() != Bound.EXACTLY) {
                return true;
            }
            break;
        }
        int at = phrase.end();
        int limit = Math.min(phrase.sentence().end(), at + 7);
        for (int token = at; token < limit; token++) {
            if (tokens.isSign(token, ',') || Grammar.BE.at(tokens, token)) {
                break;
            }
            boolean have = Grammar.HAVE.at(tokens, token) || tokens.string(token).endsWith("ve");
            if (have && GIVEN.at(tokens, token + 1)) {
                return true;
            }
        }
        return false;
    }

    private boolean isByLegislature(Verb verb) {
        for (int token = verb.token() - 1; token >= Math.max(0, verb.token() - 3); token--) {
            ActorMention actor = text.actorAt(token);
            if (text.is(token, Cue.LEGISLATURE) || actor != null && actor.kind().equals("parliament")) {
                return true;
            }
        }
        return false;
    }

    /** "track $20bn in Ukraine aid", "$20bn in weapons sent to Ukraine". */
    private boolean isTracked(SumPhrase phrase) {
        for (int token = phrase.start() - 1; token >= Math.max(phrase.sentence().start(), phrase.start() - 5); token--) {
            if (TRACK.at(tokens, token)) {
                return true;
            }
        }
        return GIVEN.at(tokens, phrase.end()) && text.is(phrase.end(), Cue.DELIVER)
                || GIVEN.at(tokens, phrase.end()) && Words.of("sent given").at(tokens, phrase.end());
    }

    private Optional<FactKind> aid(
            SumPhrase phrase, VerbChain chain, Roles roles, Optional<Entry.Authority> authority) {
        boolean receiver = !roles.recipients().isEmpty();
        if (authority.isPresent() && receiver) {
            return Optional.of(FactKind.aid("authority"));
        }
        boolean appeal = !roles.explicitRecipient() && phrase.has(text, Cue.HUMANITARIAN)
                && chain.has(text, Cue.REQUEST) && roles.donors().stream().allMatch("UN"::equals);
        if (appeal) {
            return Optional.of(FactKind.aid("appeal"));
        }
        if (phrase.has(text, Cue.AID) && receiver) {
            return Optional.of(FactKind.aid(roles.explicitRecipient() ? "noun.receiver" : "noun.context"));
        }
        if (!receiver) {
            return Optional.empty();
        }
        boolean money = phrase.has(text, Cue.PACKAGE) || phrase.has(text, Cue.MONEY) || phrase.has(text, Cue.LOAN)
                || phrase.has(text, Cue.BILL);
        boolean moved = chain.has(text, Cue.GIVE) || chain.has(text, Cue.ANNOUNCE) || chain.has(text, Cue.APPROVE)
                || chain.has(text, Cue.DELIVER) || chain.has(text, Cue.REQUEST) || chain.has(text, Cue.ENACT)
                || chain.has(text, Cue.BLOCK) || chain.has(text, Cue.PLAN) || chain.has(text, Cue.RECEIVE);
        if (money && roles.explicitRecipient()) {
            return Optional.of(FactKind.aid("money.receiver"));
        }
        boolean goods = phrase.has(text, Cue.WEAPON) || hasEquipment(phrase) || phrase.has(text, Cue.MILITARY);
        if (goods && (moved || roles.explicitRecipient())
                && (roles.explicitRecipient() || !roles.donors().isEmpty())) {
            return Optional.of(FactKind.aid("weapons"));
        }
        boolean lender = roles.donors().stream().anyMatch(LENDERS::contains);
        boolean title = phrase.sentence().title() && !lender;
        if (money && (lender || isAidReport(phrase) || phrase.has(text, Cue.MILITARY)) && !title
                && !roles.donors().isEmpty() && (roles.explicitDonor() || moved) && namesAid(phrase)) {
            return Optional.of(FactKind.aid("money.context"));
        }
        if (chain.hasLeft(text, Cue.REQUEST) && isAidReport(phrase) && roles.donors().equals(List.of("ALLIES"))) {
            return Optional.of(FactKind.aid("request"));
        }
        if (moved && roles.explicitRecipient() && isAidSentence(phrase)) {
            return Optional.of(FactKind.aid("transfer"));
        }
        if (phrase.has(text, Cue.HUMANITARIAN) && moved && roles.explicitDonor()) {
            return Optional.of(FactKind.aid("relief"));
        }
        return Optional.empty();
    }

    private boolean hasEquipment(SumPhrase phrase) {
        return text.things().stream()
                .anyMatch(t -> t.start() >= phrase.sum().end() && t.end() <= phrase.end() + 4
                        && t.entry() instanceof Entry.Equipment equipment
                        && TypeFinder.isArms(equipment));
    }

    private boolean isAidSentence(SumPhrase phrase) {
        return SumPhrase.any(text, phrase.sentence().start(), phrase.sentence().end(), Cue.AID)
                || SumPhrase.any(text, phrase.sentence().start(), phrase.sentence().end(), Cue.WEAPON)
                || SumPhrase.any(text, phrase.sentence().start(), phrase.sentence().end(), Cue.GIVE);
    }

    /** Does the sum's own sentence name aid, weapons or the receiver? */
    private boolean namesAid(SumPhrase phrase) {
        for (int token = phrase.sentence().start(); token < phrase.sentence().end(); token++) {
            ActorMention actor = text.actorAt(token);
            boolean receiver = actor != null && context.votesToReceive(actor.code()) > 0;
            if (receiver || text.is(token, Cue.WEAPON) || text.is(token, Cue.AID) && !HELP.at(tokens, token)) {
                return true;
            }
        }
        return false;
    }

    private static final Words HELP = Words.of("help helping support");

    /** Does the title, the opening or a sentence beside the sum speak of aid? */
    private boolean isAidReport(SumPhrase phrase) {
        int here = text.sentenceIndex(phrase.start());
        for (int i = 0; i < text.sentences().size(); i++) {
            Sentence s = text.sentences().get(i);
            boolean near = s.title() || i < OPENING || Math.abs(i - here) <= 1;
            if (near && (SumPhrase.any(text, s.start(), s.end(), Cue.AID)
                    || SumPhrase.any(text, s.start(), s.end(), Cue.WEAPON))) {
                return true;
            }
        }
        return false;
    }
}
