package dev.tranche.dating;

import dev.tranche.dating.CalendarDates.Read;
import dev.tranche.mention.Words;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads years, decades and ranges of years; a bare number is a year only in the position of one. */
final class Years {

    /** The first year that a number without other signs of a date is read as. */
    static final int FIRST_BARE_YEAR = 1900;

    private static final Words YEAR_BEFORE = Words.of(
            "in since of by until till from to between through during after before the early late mid fiscal year and"
                + " end for around about circa winter spring summer autumn fall election this its their his roku en em"
                + " im seit desde depuis w");
    private static final Words NOT_A_YEAR = Words.of(
            "people troops soldiers men dollars euros tonnes tons miles km kilometres kilometers meters metres homes"
                    + " vehicles tanks civilians missiles drones shells rounds refugees times percent years days"
                    + " mile word page pound foot feet meter metre square kg tonne ton dollar euro seat calorie");

    private final Tokens tokens;
    private final Figures figures;

    Years(Tokens tokens, Figures figures) {
        this.tokens = tokens;
        this.figures = figures;
    }

    /** Does a token name something counted, so that the number before it is neither a year nor a day? */
    boolean isCounted(int token) {
        return NOT_A_YEAR.at(tokens, token);
    }

    /** Reads a year, a decade or a range of years. */
    @Nullable
    Read at(int at, boolean certain) {
        int year = figures.year(at);
        int next = at + 1;
        if (next < tokens.size() && tokens.kind(next) == TokenKind.QUOTE && tokens.end(at) == tokens.start(next)) {
            next++;
        }
        if (next < tokens.size()
                && S.at(tokens, next)
                && tokens.start(next) == tokens.end(next - 1)
                && year % 10 == 0) {
            Unit unit = year % 100 == 0 && year < FIRST_BARE_YEAR ? Unit.CENTURY : Unit.DECADE;
            return new Read(new Symbol.Absolute(unit.around(LocalDate.of(year, 1, 1))), next + 1);
        }
        if (figures.signAt(at + 1) == '-' || figures.signAt(at + 1) == '\u2013') {
            int last = figures.year(at + 2) > 0 ? figures.year(at + 2) : shortEnd(at, year);
            if (last > year && year >= FIRST_BARE_YEAR) {
                return new Read(new Symbol.Between(whole(year), whole(last)), at + 3);
            }
        }
        return certain || isYear(at, year) ? new Read(whole(year), at + 1) : null;
    }

    private static final Words S = Words.of("s");

    private int shortEnd(int at, int year) {
        int end = figures.number(at + 2);
        boolean range = end == year % 100 + 1 || end > year % 100 && isYear(at, year);
        return figures.length(at + 2) == 2 && range ? year / 100 * 100 + end : -1;
    }

    /** Reads "'88" after a word that introduces a year or the name of a month. */
    @Nullable
    Read shortYear(int quote) {
        int next = quote + 1;
        boolean glued = tokens.kind(quote) == TokenKind.QUOTE
                && figures.number(next) >= 0
                && figures.length(next) == 2
                && tokens.start(next) == tokens.end(quote);
        boolean ends = next + 1 >= tokens.size()
                || tokens.start(next + 1) > tokens.end(next)
                || figures.signAt(next + 1) != ' ';
        boolean fits = glued && ends && !S.at(tokens, next + 1) && YEAR_BEFORE.at(tokens, quote - 1);
        return fits ? new Read(whole(Figures.fullYear(figures.number(next), 2)), next + 1) : null;
    }

    static Symbol whole(int year) {
        try {
            return new Symbol.Absolute(Unit.YEAR.around(LocalDate.of(year, 1, 1)));
        } catch (DateTimeException beyond) {
            throw new IllegalArgumentException("a year has four digits: " + year, beyond);
        }
    }

    private boolean isYear(int at, int year) {
        if (year < FIRST_BARE_YEAR || NOT_A_YEAR.at(tokens, at + 1)) {
            return false;
        }
        char before = figures.signAt(at - 1);
        if (before == '$' || before == '\u20ac' || before == '\u00a3' || before == '#' || before == '+') {
            return false;
        }
        boolean ofNoun = ARTICLE.at(tokens, at - 1) && tokens.isWord(at + 1) && !tokens.isCapital(at + 1);
        boolean row = (before == ',' || AND.at(tokens, at - 1) || before == '/')
                && figures.year(before == ' ' && figures.signAt(at - 2) == ',' ? at - 3 : at - 2) >= FIRST_BARE_YEAR
                && (at + 1 >= tokens.size() || !tokens.isWord(at + 1) || AND.at(tokens, at + 1));
        boolean named =
                ofNoun || row || YEAR_BEFORE.at(tokens, at - 1) || at > 0 && tokens.kind(at - 1) == TokenKind.GENITIVE;
        boolean later = THAN.at(tokens, at - 1) && LATER.at(tokens, at - 2);
        boolean bracketed = before == '(' && (figures.signAt(at + 1) == ')' || figures.signAt(at + 1) == ',');
        boolean genitive = at + 1 < tokens.size() && tokens.kind(at + 1) == TokenKind.GENITIVE;
        return named || later || bracketed || genitive || at > 0 && before == '-' && PART.at(tokens, at - 2);
    }

    private static final Words THAN = Words.of("than");
    private static final Words LATER = Words.of("later earlier");
    private static final Words PART = Words.of("early mid late pre post");
    private static final Words AND = Words.of("and or");
    private static final Words ARTICLE = Words.of("a an");
}
