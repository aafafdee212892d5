package dev.tranche.assistance;

import dev.tranche.dating.Months;
import dev.tranche.lexicon.Cue;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.NumberReader;
import dev.tranche.syntax.Clause;
import dev.tranche.syntax.NounGroup;
import dev.tranche.text.Sentence;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects the clues that a sum of assistance has added up over a time; {@link TotalWeights} weighs them. */
final class TotalClues {

    /** The number of tokens before and after a sum whose words are clues. */
    private static final int NEAR = 5;

    /** Sums are distinguished by their number of digits between these bounds. */
    private static final int FEWEST_DIGITS = 7;

    private static final int MOST_DIGITS = 12;

    private static final Cue[] CUES = Cue.values();

    private final MarkedText text;
    private final Tokens tokens;

    TotalClues(MarkedText text) {
        this.text = text;
        this.tokens = text.tokens();
    }

    /**
     * Returns the clues to a sum.
     *
     * @param kind what the rules read it as
     */
    List<String> find(Site site, Roles roles, FactKind kind) {
        List<String> clues = new ArrayList<>(List.of("any", kind.rule().value(), kind.total() ? "total" : "aid"));
        clues.add("bound." + slug(site.sum().amount().bound()));
        int digits = site.sum().amount().value().toBigInteger().toString().length();
        clues.add("digits." + Math.clamp(digits, FEWEST_DIGITS, MOST_DIGITS));
        parties(clues, roles);
        verbs(clues, site);
        group(clues, site);
        words(clues, site);
        return clues;
    }

    private static void parties(List<String> clues, Roles roles) {
        int donors = roles.donors().size();
        clues.add("donors." + (donors == 0 ? "none" : donors == 1 ? "one" : "more"));
        if (roles.donorCodes().contains(PartyReader.ALLIES)) {
            clues.add("donor.allies");
        }
        if (roles.recipientCodes().contains(PartyReader.ALLIES)
                || roles.recipients().size() > 1) {
            clues.add("recipients.more");
        }
    }

    private void verbs(List<String> clues, Site site) {
        boolean first = true;
        for (Predicate predicate : site.predicates()) {
            Clause clause = predicate.clause();
            if (clause == null) {
                continue;
            }
            String place = first ? "verb" : "outer";
            clues.add(place + "." + clause.lemma());
            if (first) {
                clues.add("tense." + slug(clause.tense()) + "." + slug(clause.modality())
                        + (clause.passive() ? ".passive" : ""));
                clues.add(predicate.object() ? "object" : "subject");
                clause.subjects().stream().map(site.clauses().groups()::get).forEach(g -> subject(clues, g));
            }
            first = false;
        }
        if (first) {
            clues.add("verb.none");
        }
    }

    private void subject(List<String> clues, NounGroup group) {
        if (text.actorAt(group.head()) == null) {
            clues.add("subject." + word(group.head()));
        }
    }

    private void group(List<String> clues, Site site) {
        NounGroup group = site.group();
        if (group != null && group.preposition() >= 0) {
            clues.add("preposition." + word(group.preposition()));
        }
        if (site.heads().isEmpty()) {
            clues.add("head.none");
        }
        for (int head : site.heads()) {
            clues.add("head." + word(head));
        }
    }

    private void words(List<String> clues, Site site) {
        Sentence sentence = site.sentence();
        int start = site.sum().outerStart();
        int end = site.sum().end();
        for (int token = sentence.start(); token < sentence.end(); token++) {
            for (Cue cue : CUES) {
                if (text.is(token, cue)) {
                    clues.add("sentence." + slug(cue));
                    if (token >= start - NEAR && token < start) {
                        clues.add("cue.before." + slug(cue));
                    }
                    if (token >= end && token < end + NEAR) {
                        clues.add("cue.after." + slug(cue));
                    }
                }
            }
        }
        for (int token = Math.max(sentence.start(), start - NEAR); token < start; token++) {
            clues.add("before." + word(token));
        }
        for (int token = end; token < Math.min(sentence.end(), end + NEAR); token++) {
            clues.add("after." + word(token));
        }
        clues.add("first." + word(sentence.start()) + "." + word(sentence.start() + 1));
        clues.add("first." + word(sentence.start()));
        clues.add(sentence.title() ? "in.title" : site.index() <= 2 ? "in.lead" : "in.body");
    }

    /** The word in lower case; what it is for names, numbers, months and years. */
    private String word(int token) {
        if (token >= tokens.size()) {
            return "end";
        }
        if (text.sumAt(token) != null) {
            return "SUM";
        }
        if (text.actorAt(token) != null) {
            return "ACTOR";
        }
        if (Months.at(tokens, token) > 0) {
            return "MONTH";
        }
        if (tokens.kind(token) == TokenKind.NUMBER) {
            return NumberReader.isYear(tokens, token) ? "YEAR" : "NUMBER";
        }
        if (tokens.kind(token) == TokenKind.SIGN) {
            return tokens.isSign(token, ',') ? "COMMA" : "SIGN";
        }
        return tokens.string(token).toLowerCase(Locale.ROOT).replace(',', '.');
    }

    private static String slug(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
