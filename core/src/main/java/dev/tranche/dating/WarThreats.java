package dev.tranche.dating;

import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.text.Sentence;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokenizer;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Clues from an invasion that a report still expects: it is from before the first day of the war.
 *
 * <pre>
 * condition = ("if" | "should" | "were") … ("invade" | "invades") place
 * build-up  = ("build-up" | "buildup" | "massed" | "massing") … place ["'s"] … ("border" | "borders")
 * </pre>
 */
final class WarThreats {

    private static final Words CONDITION = Words.of("if should were unless");
    private static final Words INVADES = Words.of("invade invades");
    private static final Words MASSED = Words.of("buildup massed massing amassed amassing mobilisation");
    private static final Words BUILD = Words.of("build");
    private static final Words UP = Words.of("up");
    private static final Words BORDER = Words.of("border borders frontier");
    private static final Tokens INVASION = Tokenizer.split("invasion");
    private static final int CONDITION_REACH = 7;
    private static final int BORDER_REACH = 12;

    private final Wars wars;
    private final MarkedText text;
    private final Tokens tokens;
    private final List<Reason> reasons = new ArrayList<>();

    private WarThreats(Wars wars, MarkedText text) {
        this.wars = wars;
        this.text = text;
        this.tokens = text.tokens();
    }

    /** Returns a clue for the first words of each kind. */
    static List<Reason> read(Wars wars, MarkedText text) {
        WarThreats threats = new WarThreats(wars, text);
        boolean condition = false;
        boolean massed = false;
        for (int token = 0; token < threats.tokens.size(); token++) {
            condition = condition || INVADES.at(threats.tokens, token) && threats.condition(token);
            massed = massed || threats.isMassed(token) && threats.massed(token);
        }
        return threats.reasons;
    }

    /** "If they invade Ruritania", "should it further invade Ruritania"; adds a clue and returns whether it did. */
    private boolean condition(int invades) {
        Sentence sentence = text.sentenceOf(invades);
        int first = Math.max(sentence.start(), invades - CONDITION_REACH);
        for (int token = invades - 1; token >= first; token--) {
            if (CONDITION.at(tokens, token)) {
                return invades + 1 < sentence.end()
                        && add("war.threat.condition", text.actorAt(invades + 1), token, invades + 1);
            }
        }
        return false;
    }

    private boolean isMassed(int token) {
        return MASSED.at(tokens, token)
                || UP.at(tokens, token) && token > 1 && tokens.isSign(token - 1, '-') && BUILD.at(tokens, token - 2);
    }

    /** "The build-up of troops on Ruritania's border"; adds a clue and returns whether it did. */
    private boolean massed(int massed) {
        int end = Math.min(text.sentenceOf(massed).end(), massed + BORDER_REACH);
        for (int token = massed + 1; token < end; token++) {
            if (BORDER.at(tokens, token)) {
                return add("war.threat.border", beside(token), massed, token);
            }
        }
        return false;
    }

    /** Returns the state whose border it is: "Ruritania's border", "the border with Ruritania". */
    private @Nullable ActorMention beside(int border) {
        boolean genitive = border > 1 && tokens.kind(border - 1) == TokenKind.GENITIVE;
        ActorMention owner = text.actorAt(genitive ? border - 2 : border - 1);
        return owner != null || border + 2 >= tokens.size() ? owner : text.actorAt(border + 2);
    }

    private boolean add(String rule, @Nullable ActorMention place, int first, int last) {
        DaySet starts = DaySet.NONE;
        DaySet days = DaySet.NONE;
        for (War war : wars.all()) {
            boolean there = place != null
                    && war.places().contains(place.code())
                    && war.words().at(INVASION, 0);
            starts = there ? starts.or(DaySet.between(war.from(), war.from())) : starts;
            days = there ? days.or(DaySet.until(war.from())) : days;
        }
        if (!starts.isEmpty()) {
            reasons.add(new Reason(rule, days, starts, Optional.of(tokens.span(first, last))));
        }
        return !starts.isEmpty();
    }
}
