package dev.tranche.dating;

import dev.tranche.dating.DateWords.Kind;
import dev.tranche.mention.Words;
import dev.tranche.text.Tokens;
import org.jspecify.annotations.Nullable;

/** The tokens of a text as the date readers need them: units, numbers and punctuation. */
final class DateTokens {

    private static final Words THIS = Words.of("this");
    private static final Words OTHER = Words.of("last next");

    private final Tokens tokens;
    private final CalendarDates calendar;

    DateTokens(Tokens tokens, CalendarDates calendar) {
        this.tokens = tokens;
        this.calendar = calendar;
    }

    @Nullable
    Unit unit(int at) {
        int code = DateWords.code(tokens, at);
        return code != 0 && DateWords.kind(code) == Kind.UNIT ? Unit.values()[DateWords.value(code)] : null;
    }

    /** Returns the number at a token, -1 for "several", 0 if there is none. */
    int count(int at) {
        int figure = calendar.figures().number(at);
        if (figure > 0) {
            return figure;
        }
        int code = DateWords.code(tokens, at);
        if (code == 0) {
            return 0;
        }
        return switch (DateWords.kind(code)) {
            case NUMBER -> DateWords.value(code);
            case SOME -> -1;
            default -> 0;
        };
    }

    boolean isDash(int token) {
        return token < tokens.size()
                && (tokens.isSign(token, '-') || tokens.isSign(token, '\u2013') || tokens.isSign(token, '\u2014'));
    }

    boolean isComma(int token) {
        return token < tokens.size() && tokens.isSign(token, ',');
    }

    boolean isThis(int at) {
        return THIS.at(tokens, at) || OTHER.at(tokens, at);
    }
}
