package dev.tranche.dating;

import dev.tranche.mention.Words;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds years that are part of a name: "Harbour Report 2023", "the 2019 Coastal Strategy", ".../harbour-report-2023/".
 *
 * <p>They name no date in the text, so they are only clues to its day.
 */
final class NamedYears {

    private static final Words NUMBERED = Words.of(
            "resolution resolutions order law section sections act no number flight title article room route chapter"
                    + " model page box bill directive regulation");
    private static final int YEAR_DIGITS = 4;
    private static final int EARLIEST = 1990;

    private final DatedText dated;
    private final Tokens tokens;
    private final Years years;
    private final Figures figures;

    private NamedYears(DatedText dated) {
        this.dated = dated;
        this.tokens = dated.text().tokens();
        this.figures = new Figures(tokens);
        this.years = new Years(tokens, figures);
    }

    /** Returns the years in names, in order; those of dates that were read are left out. */
    static List<DateExpression> find(DatedText dated) {
        NamedYears named = new NamedYears(dated);
        List<DateExpression> found = new ArrayList<>();
        for (int token = 0; token < named.tokens.size(); token++) {
            if (named.isYear(token) && !named.isRead(token)) {
                Symbol year = Years.whole(named.figures.year(token));
                found.add(new DateExpression(token, token + 1, year, Relation.WITHIN));
            }
        }
        return found;
    }

    private boolean isRead(int token) {
        int next = dated.firstFrom(token + 1);
        return next > 0 && dated.expressions().get(next - 1).end() > token;
    }

    private boolean isYear(int token) {
        boolean figure = tokens.kind(token) == TokenKind.NUMBER
                && tokens.end(token) - tokens.start(token) == YEAR_DIGITS
                && figures.year(token) >= EARLIEST
                && figures.year(token) <= DaySet.LAST.getYear();
        if (!figure || years.isCounted(token + 1) || NUMBERED.at(tokens, token - 1)) {
            return false;
        }
        boolean after = isName(token - 1) && isApart(token - 1) && !opens(token - 1);
        boolean before = isName(token + 1) && isApart(token) && figures.signAt(token - 1) != '$';
        return after || before || isInAddress(token);
    }

    /** A capital says nothing at the start of a sentence. */
    private boolean opens(int token) {
        return dated.text().sentenceOf(token).start() == token;
    }

    /** A month makes a date of the year, if an impossible one: "31 February 2023". */
    private boolean isName(int token) {
        return token >= 0
                && token < tokens.size()
                && tokens.isWord(token)
                && tokens.isCapital(token)
                && Months.at(tokens, token) == 0;
    }

    /** Is there one blank between a token and the next? */
    private boolean isApart(int token) {
        return token >= 0
                && token + 1 < tokens.size()
                && tokens.start(token + 1) == tokens.end(token) + 1
                && tokens.text().charAt(tokens.end(token)) == ' ';
    }

    /** Does it end a part of an address that is made of words: ".../harbour-report-2023/"? */
    private boolean isInAddress(int token) {
        int end = tokens.end(token);
        String text = tokens.text();
        boolean ends = end < text.length() && text.charAt(end) == '/';
        return ends && tokens.isSign(token - 1, '-') && tokens.isWord(token - 2);
    }
}
