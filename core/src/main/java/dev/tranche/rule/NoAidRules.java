package dev.tranche.rule;

import dev.tranche.clause.Grammar;
import dev.tranche.clause.SumPhrase;
import dev.tranche.clause.VerbChain;
import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.role.Roles;
import dev.tranche.text.Tokens;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * Tells sums that are no assistance between governments: prices, damages, sanctions, private money, money that stays at
 * home and money for states under embargo.
 */
final class NoAidRules {

    /** Half a trillion: no assistance has come near it, state budgets start there. */
    private static final BigDecimal LARGEST = new BigDecimal("5e11");

    private static final Set<String> STRONG = Set.of("USD", "EUR", "GBP", "CHF", "CAD", "AUD");
    private static final Words COST = Words.of("cost costs price prices losses damage damages");
    private static final Words RAISE = Words.of("raise raises raised raising");
    private static final Words DONATIONS = Words.of("donations donation");

    private final Lexicon lexicon;
    private final MarkedText text;
    private final Tokens tokens;

    NoAidRules(Lexicon lexicon, MarkedText text) {
        this.lexicon = lexicon;
        this.text = text;
        this.tokens = text.tokens();
    }

    /** Prices, damages, sanctions, private money and money that stays at home. */
    boolean isNoAid(SumPhrase phrase, VerbChain chain, Roles roles) {
        boolean strong = STRONG.contains(phrase.sum().amount().currency());
        boolean budget = strong && phrase.sum().amount().value().compareTo(LARGEST) >= 0;
        if (phrase.sum().vague() || budget) {
            return true;
        }
        boolean aidNoun = phrase.has(text, Cue.AID);
        boolean anti = phrase.has(text, Cue.NOT_AID);
        if (anti && (!aidNoun || phrase.headIs(text, Cue.NOT_AID))) {
            return true;
        }
        if (roles.privateDonor() || isPrivate(phrase, chain, roles) || isForEmbargoed(phrase, chain, roles)) {
            return true;
        }
        if (!aidNoun && !isTransfer(chain, roles) && governedByAnti(phrase, chain)) {
            return true;
        }
        if (phrase.has(text, Cue.DOMESTIC)) {
            return true;
        }
        boolean members = roles.donors().equals(List.of("EU"))
                && !roles.recipients().isEmpty()
                && roles.recipients().stream().allMatch(code -> lexicon.isMember(code, "EU"));
        boolean same = roles.recipients().equals(roles.donors());
        return members || same && !roles.recipients().isEmpty();
    }

    /** A named giver, a giving verb and a named receiver: words of trade nearby cannot undo that. */
    private boolean isTransfer(VerbChain chain, Roles roles) {
        boolean gives = !chain.left().isEmpty()
                && (chain.left().get(0).is(text, Cue.GIVE)
                        || chain.left().get(0).is(text, Cue.DELIVER));
        return gives && roles.explicitDonor() && roles.explicitRecipient();
    }

    /** Is the subject of the giving verb a private person or firm: "the actor donated"? */
    private boolean hasPrivateSubject(VerbChain chain) {
        if (chain.left().isEmpty()) {
            return false;
        }
        int verb = chain.left().get(chain.left().size() - 1).token();
        return SumPhrase.any(text, Math.max(0, verb - 4), verb, Cue.PRIVATE);
    }

    /** Donations and raised money without an official giver. */
    private boolean isPrivate(SumPhrase phrase, VerbChain chain, Roles roles) {
        if (roles.explicitDonor()) {
            return false;
        }
        int before = phrase.sum().outerStart() - 1;
        return phrase.has(text, Cue.PRIVATE)
                || hasPrivateSubject(chain)
                || RAISE.at(tokens, before)
                || RAISE.at(tokens, before - 1)
                || DONATIONS.at(tokens, phrase.end() - 1);
    }

    /** Money of or for a state under embargo: "paid $15.8bn to Russia", "Russia borrows £11bn". */
    private boolean isForEmbargoed(SumPhrase phrase, VerbChain chain, Roles roles) {
        for (int token = phrase.sum().end(); token < Math.min(phrase.sentence().end(), phrase.end() + 3); token++) {
            ActorMention actor = text.actorAt(token);
            if (actor != null && Grammar.TO.at(tokens, actor.start() - 1) && lexicon.isEmbargoed(actor.code())) {
                return true;
            }
        }
        if (chain.left().isEmpty() || roles.explicitRecipient()) {
            return false;
        }
        ActorMention subject =
                text.actorAt(chain.left().get(chain.left().size() - 1).token() - 1);
        boolean says = chain.left().get(chain.left().size() - 1).is(text, Cue.SAY);
        return subject != null && lexicon.isEmbargoed(subject.code()) && !says;
    }

    private boolean governedByAnti(SumPhrase phrase, VerbChain chain) {
        int opening = phrase.sentence().start();
        if (text.is(opening, Cue.NOT_AID) && COST.at(tokens, opening)) {
            return true;
        }
        int from = chain.left().isEmpty()
                ? phrase.sentence().start()
                : chain.left().get(0).token() + 1;
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
}
