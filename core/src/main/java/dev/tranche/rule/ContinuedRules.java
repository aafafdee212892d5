package dev.tranche.rule;

import dev.tranche.clause.Anaphora;
import dev.tranche.clause.Grammar;
import dev.tranche.clause.SumPhrase;
import dev.tranche.lexicon.Cue;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.role.ReportContext;
import dev.tranche.role.Roles;
import dev.tranche.text.Sentence;
import dev.tranche.text.Tokens;
import java.util.List;
import java.util.Optional;

/**
 * Tells sums that are assistance because they go on with one told before them: "about $1 billion of it", "it is worth
 * $275 million", "Sweden contributes $275 million".
 */
final class ContinuedRules {

    private static final Words LINK = Words.of("goes go will would went");
    private static final Words GIVES = Words.of("contributes contribute contributed contributing gives gave give giving"
            + " pledges pledged pledge pledging provides provided provide donates donated donate sends sent commits"
            + " committed pays paid pay adds added promises promised");

    private final MarkedText text;
    private final Tokens tokens;
    private final ReportContext context;

    ContinuedRules(MarkedText text, ReportContext context) {
        this.text = text;
        this.tokens = text.tokens();
        this.context = context;
    }

    /** A sum that goes on with one told before it: "about $1 billion of it", "it is worth $275 million". */
    Optional<FactKind> decide(SumPhrase phrase, Roles roles, List<Candidate> earlier) {
        if (earlier.isEmpty()) {
            boolean official = roles.explicitDonor()
                    || SumPhrase.any(text, phrase.sentence().start(), phrase.start(), Cue.LEGISLATURE);
            boolean about = (context.isAidReport(phrase) || official)
                    && !roles.recipients().isEmpty()
                    && !roles.donors().isEmpty();
            if (about && Anaphora.isWorth(text, phrase)) {
                return Optional.of(FactKind.aid("worth"));
            }
            return about && isForReceiver(phrase, roles) ? Optional.of(FactKind.aid("for")) : Optional.empty();
        }
        Candidate last = earlier.get(earlier.size() - 1);
        int distance = text.sentenceIndex(phrase.start())
                - text.sentenceIndex(last.phrase().start());
        if (distance <= 2 && Anaphora.isPart(text, phrase)) {
            return Optional.of(last.total() ? FactKind.total("part") : FactKind.aid("part"));
        }
        if (isForReceiver(phrase, roles)) {
            return Optional.of(FactKind.aid("for"));
        }
        if (distance <= 1 && Anaphora.isWorth(text, phrase)) {
            return Optional.of(FactKind.aid("worth"));
        }
        boolean close = distance <= 2
                && !roles.recipients().isEmpty()
                && !roles.donors().isEmpty();
        if (close && (phrase.has(text, Cue.PACKAGE) || isForPurpose(phrase))) {
            return Optional.of(FactKind.aid("continued"));
        }
        if (distance <= 2 && isGiven(phrase, roles)) {
            return Optional.of(FactKind.aid("given"));
        }
        if (distance == 0 && last.total() && Grammar.SINCE.at(tokens, phrase.end())) {
            return Optional.of(FactKind.total("part"));
        }
        boolean listed = distance == 0 && close && isListed(phrase, last);
        return listed ? Optional.of(FactKind.aid("listed")) : Optional.empty();
    }

    /** "7.5 billion kroner, is for weapons", "a further $10 million will help to repair the grid". */
    private boolean isForPurpose(SumPhrase phrase) {
        boolean further = Grammar.MORE.at(tokens, phrase.sum().outerStart() - 1);
        int at = afterLink(phrase);
        boolean linked = Grammar.FOR.at(tokens, at) || Grammar.TO.at(tokens, at);
        if (!linked && !further) {
            return false;
        }
        for (int token = at; token < Math.min(phrase.sentence().end(), at + 8); token++) {
            if (text.is(token, Cue.WEAPON)
                    || text.is(token, Cue.MILITARY)
                    || text.is(token, Cue.HUMANITARIAN)
                    || text.is(token, Cue.AID)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the token after "is", "goes", "will go" and a comma behind the sum. */
    private int afterLink(SumPhrase phrase) {
        int at = phrase.end();
        while (Grammar.BE.at(tokens, at)
                || LINK.at(tokens, at)
                || tokens.isSign(Math.min(at, tokens.size() - 1), ',') && Grammar.BE.at(tokens, at + 1)) {
            at++;
        }
        return at;
    }

    /** "including A and B", "$1.85 billion: $1 billion in weapons and $850 million through …". */
    private boolean isListed(SumPhrase phrase, Candidate last) {
        for (int token = phrase.sentence().start(); token < phrase.sum().start(); token++) {
            boolean opens = Grammar.INCLUDING.at(tokens, token)
                    || tokens.isSign(token, ':') && token > phrase.sentence().start() + 3;
            if (opens && last.phrase().sum().start() >= phrase.sentence().start()) {
                return Grammar.PREPOSITION.at(tokens, phrase.end())
                        || phrase.end() > phrase.sum().end();
            }
        }
        int before = phrase.sum().outerStart() - 1;
        boolean row = Grammar.CONJUNCTION.at(tokens, before);
        return row && (isForPurpose(phrase) || phrase.has(text, Cue.LOAN) || phrase.has(text, Cue.HUMANITARIAN));
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
            if (SumPhrase.any(text, s.start(), s.end(), Cue.AID)
                    || SumPhrase.any(text, s.start(), s.end(), Cue.WEAPON)) {
                return true;
            }
        }
        return false;
    }

    /** "$61 billion is for Ukraine", "$8 billion for Taiwan", "House passes $60.8 billion for Ukraine". */
    private boolean isForReceiver(SumPhrase phrase, Roles roles) {
        if (!roles.explicitRecipient()) {
            return false;
        }
        int at = afterLink(phrase);
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
}
