package dev.tranche.rule;

import dev.tranche.clause.Anaphora;
import dev.tranche.clause.Grammar;
import dev.tranche.clause.SumPhrase;
import dev.tranche.clause.Verb;
import dev.tranche.clause.VerbChain;
import dev.tranche.lexicon.Cue;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.Bound;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.role.ReportContext;
import dev.tranche.role.Roles;
import dev.tranche.text.Tokens;
import java.util.Optional;

/**
 * Tells running totals: sums said to have gathered over a time or over several packages.
 */
final class TotalRules {

    private static final Words NEXT = Words.of("next coming");
    private static final Words YEAR = Words.of("year years");
    private static final Words BRINGING = Words.of("bringing brings bring brought taking takes pushing pushes push"
            + " carried carries carrying lifts lifted lifting raises raised raising");
    private static final Words TOTAL = Words.of("total totals totaling totalling totaled totalled tally sum figure");
    private static final Words TOPS = Words.of("tops topped topping top surpasses surpassed exceeds exceeded passes");
    private static final Words TRACK = Words.of("track tracks tracking audit audits auditing scrutinize scrutinise"
            + " inspect oversight account corroborate inspections inspecting monitor");
    private static final Words GIVEN = Words.of(
            "given sent provided committed pledged supplied delivered spent allocated received contributed donated"
                    + " disbursed promised approved authorized authorised earmarked appropriated");
    private static final Words GATHERED = Words.of(
            "given sent provided committed supplied delivered spent allocated" + " contributed donated disbursed");
    private static final Words FRESH = Words.of("today just recently");
    private static final Words COMES = Words.of("comes come came stands stood reaches reached amounts amounted totals"
            + " totalled totaled adds climbs rises rose risen grown");
    private static final Words GAVE = Words.of("spent gave sent provided");
    private static final Words STRONG_SPAN = Words.of("so far to date thus this year alone over past last");

    private final MarkedText text;
    private final Tokens tokens;
    private final ReportContext context;

    TotalRules(MarkedText text, ReportContext context) {
        this.text = text;
        this.tokens = text.tokens();
        this.context = context;
    }

    Optional<FactKind> decide(SumPhrase phrase, VerbChain chain, Roles roles) {
        if (!speaksOfAid(phrase, chain, roles)) {
            return Optional.empty();
        }
        if (isBrought(phrase)) {
            return Optional.of(FactKind.total("bringing"));
        }
        if (Anaphora.isPart(text, phrase) || looksForward(phrase, chain)) {
            return Optional.empty();
        }
        if (isTracked(phrase)) {
            return Optional.of(FactKind.total("tracked"));
        }
        boolean fresh = Grammar.MORE.at(tokens, phrase.sum().outerStart() - 1)
                || Grammar.MORE.at(tokens, phrase.sum().end())
                || Grammar.MORE.at(tokens, phrase.sum().end() + 1);
        boolean loans = phrase.has(text, Cue.LOAN) && !isSpanned(phrase);
        boolean bundle = phrase.has(text, Cue.PACKAGE) || phrase.has(text, Cue.BILL) || loans;
        if (fresh || bundle || chain.hasLeft(text, Cue.REQUEST) || chain.hasLeft(text, Cue.ANNOUNCE)) {
            return Optional.empty();
        }
        if (isSpanned(phrase)) {
            return Optional.of(FactKind.total("since"));
        }
        if (isStanding(phrase)) {
            return Optional.of(FactKind.total("stands"));
        }
        if (TOPS.at(tokens, phrase.sum().outerStart())
                || TOPS.at(tokens, phrase.sum().outerStart() - 1)) {
            return Optional.of(FactKind.total("tops"));
        }
        if (isPerfect(phrase, chain)) {
            return Optional.of(FactKind.total("perfect"));
        }
        return Optional.empty();
    }

    /** What will be given or stands in next year's plans has not gathered yet. */
    private boolean looksForward(SumPhrase phrase, VerbChain chain) {
        boolean will = !chain.left().isEmpty()
                && Grammar.FUTURE.at(tokens, chain.left().get(0).token() - 1);
        boolean next = false;
        for (int token = phrase.end(); token < Math.min(phrase.sentence().end(), phrase.end() + 10); token++) {
            next |= NEXT.at(tokens, token) && YEAR.at(tokens, token + 1);
        }
        return will || next;
    }

    private boolean speaksOfAid(SumPhrase phrase, VerbChain chain, Roles roles) {
        boolean named = phrase.has(text, Cue.AID)
                || phrase.has(text, Cue.WEAPON)
                || phrase.has(text, Cue.MILITARY)
                || phrase.has(text, Cue.HUMANITARIAN);
        boolean moved = chain.has(text, Cue.GIVE)
                || chain.has(text, Cue.DELIVER)
                || isBrought(phrase)
                || SumPhrase.any(
                        text, phrase.sentence().start(), phrase.sentence().end(), Cue.AID);
        boolean relief = phrase.has(text, Cue.HUMANITARIAN);
        boolean between =
                !roles.donors().isEmpty() && (relief || !roles.recipients().isEmpty());
        boolean told = named
                || roles.explicitRecipient()
                || context.isAidReport(phrase) && (roles.explicitDonor() || isBrought(phrase))
                || Grammar.WE.at(tokens, phrase.end());
        return (named || moved) && told && between;
    }

    /** "bringing the total to $20bn", "brings Norwegian aid to Kyiv to 12 billion kroner". */
    private boolean isBrought(SumPhrase phrase) {
        int limit = Math.max(phrase.sentence().start(), phrase.sum().start() - 22);
        boolean total = false;
        for (int token = phrase.sum().outerStart() - 1; token >= limit; token--) {
            if (isOtherSum(token)) {
                return false;
            }
            total |= TOTAL.at(tokens, token) || text.is(token, Cue.AID) || text.is(token, Cue.MONEY);
            if (BRINGING.at(tokens, token)) {
                return total
                        && (Grammar.TO.at(tokens, phrase.sum().outerStart() - 1)
                                || Grammar.TO.at(tokens, phrase.sum().start() - 1)
                                || Grammar.PREPOSITION.at(tokens, phrase.sum().outerStart() - 1));
            }
        }
        return total
                && phrase.sum().outerStart() > 1
                && TOTAL.at(tokens, phrase.sum().outerStart() - 1)
                && SinceFinder.spans(text, phrase.end(), phrase.sentence().end());
    }

    private boolean isOtherSum(int token) {
        return text.sumAt(token) != null;
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
            boolean opens =
                    Grammar.SINCE.at(tokens, token) && token < phrase.sentence().start() + 2
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
        for (int token = from + 1; token < to; token++) {
            if (text.sumAt(token) != null) {
                return true;
            }
        }
        return false;
    }

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
                    && (Grammar.HAVE.at(tokens, verb.token() - 1)
                            || Grammar.HAVE.at(tokens, verb.token() - 2)
                            || Grammar.HAVE.at(tokens, verb.token()));
            if (perfect
                    || GAVE.at(tokens, verb.token()) && phrase.sum().amount().bound() != Bound.EXACTLY) {
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
            boolean have =
                    Grammar.HAVE.at(tokens, token) || tokens.string(token).endsWith("ve");
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
        for (int token = phrase.start() - 1;
                token >= Math.max(phrase.sentence().start(), phrase.start() - 5);
                token--) {
            if (TRACK.at(tokens, token)) {
                return true;
            }
        }
        return GIVEN.at(tokens, phrase.end()) && text.is(phrase.end(), Cue.DELIVER)
                || GIVEN.at(tokens, phrase.end()) && Words.of("sent given").at(tokens, phrase.end());
    }
}
