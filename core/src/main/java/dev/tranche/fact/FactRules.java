package dev.tranche.fact;

import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Entry;
import dev.tranche.mention.Bound;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.SumMention;
import dev.tranche.mention.Words;
import dev.tranche.text.Tokens;
import java.util.Optional;

/**
 * Decides whether a sum is assistance between governments, and by which rule.
 *
 * <p>Rules are tried in the order of the methods; the first that fits gives its name. A sum that none fits is no
 * fact.
 */
final class FactRules {

    private static final Words BRINGING = Words.of("bringing brings bring brought taking takes pushing pushes push");
    private static final Words TOTAL = Words.of("total totals totaling totalling totaled totalled tally sum figure");
    private static final Words TOPS = Words.of("tops topped topping top surpasses surpassed exceeds exceeded passes");
    private static final Words TRACK = Words.of("track tracks tracking audit audits auditing scrutinize scrutinise"
            + " inspect oversight account corroborate inspections inspecting monitor");
    private static final Words GIVEN = Words.of("given sent provided committed pledged supplied delivered spent allocated"
            + " received contributed donated disbursed promised approved authorized authorised earmarked appropriated");
    private static final Words GAVE = Words.of("spent gave sent provided");

    private final MarkedText text;
    private final Tokens tokens;
    private final ReportContext context;

    FactRules(MarkedText text, ReportContext context) {
        this.text = text;
        this.tokens = text.tokens();
        this.context = context;
    }

    Optional<FactKind> decide(SumPhrase phrase, VerbChain chain, Roles roles, Optional<Entry.Authority> authority) {
        if (phrase.sum().vague() || isNoAid(phrase, chain, roles)) {
            return Optional.empty();
        }
        Optional<FactKind> total = total(phrase, chain, roles);
        return total.isPresent() ? total : aid(phrase, chain, roles, authority);
    }

    /** Prices, damages, sanctions, private money and money that stays at home. */
    private boolean isNoAid(SumPhrase phrase, VerbChain chain, Roles roles) {
        boolean aidNoun = phrase.has(text, Cue.AID);
        boolean anti = phrase.has(text, Cue.NOT_AID);
        if (anti && (!aidNoun || phrase.headIs(text, Cue.NOT_AID))) {
            return true;
        }
        if (roles.privateDonor() || phrase.has(text, Cue.PRIVATE) && roles.donors().isEmpty()) {
            return true;
        }
        if (!aidNoun && governedByAnti(phrase, chain)) {
            return true;
        }
        if (phrase.has(text, Cue.DOMESTIC)) {
            return true;
        }
        boolean same = roles.recipients().equals(roles.donors());
        return same && !roles.recipients().isEmpty();
    }

    private boolean governedByAnti(SumPhrase phrase, VerbChain chain) {
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
        boolean fresh = Grammar.MORE.at(tokens, phrase.sum().outerStart() - 1)
                || Grammar.MORE.at(tokens, phrase.sum().end())
                || Grammar.MORE.at(tokens, phrase.sum().end() + 1);
        boolean bundle = phrase.has(text, Cue.PACKAGE) || phrase.has(text, Cue.BILL) || phrase.has(text, Cue.LOAN);
        if (fresh || bundle || chain.hasLeft(text, Cue.REQUEST)) {
            return Optional.empty();
        }
        if (isSpanned(phrase)) {
            return Optional.of(FactKind.total("since"));
        }
        if (TOPS.at(tokens, phrase.sum().outerStart()) || TOPS.at(tokens, phrase.sum().outerStart() - 1)) {
            return Optional.of(FactKind.total("tops"));
        }
        if (isPerfect(phrase, chain)) {
            return Optional.of(FactKind.total("perfect"));
        }
        if (isTracked(phrase)) {
            return Optional.of(FactKind.total("tracked"));
        }
        return Optional.empty();
    }

    private boolean speaksOfAid(SumPhrase phrase, VerbChain chain, Roles roles) {
        boolean named = phrase.has(text, Cue.AID) || phrase.has(text, Cue.WEAPON) || phrase.has(text, Cue.MONEY)
                || phrase.has(text, Cue.MILITARY) || phrase.has(text, Cue.HUMANITARIAN);
        boolean moved = chain.has(text, Cue.GIVE) || chain.has(text, Cue.DELIVER) || isBrought(phrase);
        return (named || moved) && !(roles.recipients().isEmpty() && roles.donors().isEmpty());
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
            boolean perfect = GIVEN.at(tokens, verb.token())
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
        if (phrase.has(text, Cue.AID) && receiver) {
            return Optional.of(FactKind.aid(roles.explicitRecipient() ? "noun.receiver" : "noun.context"));
        }
        if (phrase.has(text, Cue.HUMANITARIAN) && phrase.has(text, Cue.MONEY) && chain.has(text, Cue.REQUEST)) {
            return Optional.of(FactKind.aid("appeal"));
        }
        if (!receiver) {
            return phrase.has(text, Cue.AID) && chain.has(text, Cue.REQUEST) && phrase.has(text, Cue.HUMANITARIAN)
                    ? Optional.of(FactKind.aid("appeal"))
                    : Optional.empty();
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
        if (goods && (moved || roles.explicitRecipient()) && (roles.explicitRecipient() || roles.explicitDonor())) {
            return Optional.of(FactKind.aid("weapons"));
        }
        if (money && (isAidReport() || phrase.has(text, Cue.MILITARY)) && !text.sentenceOf(phrase.start()).title()
                && (roles.explicitDonor() || moved)) {
            return Optional.of(FactKind.aid("money.context"));
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
                        && t.entry() instanceof Entry.Equipment);
    }

    private boolean isAidSentence(SumPhrase phrase) {
        return SumPhrase.any(text, phrase.sentence().start(), phrase.sentence().end(), Cue.AID)
                || SumPhrase.any(text, phrase.sentence().start(), phrase.sentence().end(), Cue.WEAPON)
                || SumPhrase.any(text, phrase.sentence().start(), phrase.sentence().end(), Cue.GIVE);
    }

    /** Does the title or the sentence before speak of aid to the receiver? */
    private boolean isAidReport() {
        SumMention first = text.sums().get(0);
        return context.recipient().isPresent()
                && text.sentences().stream()
                        .filter(s -> s.title() || text.sentenceIndex(first.start()) == text.sentences().indexOf(s))
                        .anyMatch(s -> SumPhrase.any(text, s.start(), s.end(), Cue.AID)
                                || SumPhrase.any(text, s.start(), s.end(), Cue.WEAPON));
    }
}
