package dev.tranche.dating;

import dev.tranche.mention.Words;
import dev.tranche.text.Sentence;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.time.LocalDate;
import java.util.Optional;

/** Recognises dates in a text that do not date its content: datelines, stated days, addresses and quoted posts. */
final class HeadDates {

    private static final Words LABEL =
            Words.of("date dated published posted updated released issued publication opublikowano data release");
    private static final Words CREDIT =
            Words.of("photo photos images image photograph picture via ap afp reuters getty");
    private static final int CREDIT_TOKENS = 14;
    private static final int HEAD_TOKENS = 60;
    private static final int DATELINE_TOKENS = 14;
    private static final int LINE_TOKENS = 9;
    private static final int PLACE_TOKENS = 7;
    private static final int POST_TOKENS = 7;

    private final DatedText dated;
    private final Tokens tokens;

    HeadDates(DatedText dated) {
        this.dated = dated;
        this.tokens = dated.text().tokens();
    }

    /** Is it the date of the report or of another text, and so unrelated to what is reported? */
    boolean isOfHead(DateExpression date) {
        return isDay(date.symbol()) && (isDateline(date) || isStatement(date) || isPost(date) || isInAddress(date));
    }

    private static boolean isDay(Symbol symbol) {
        return switch (symbol) {
            case Symbol.MonthDay ignored -> true;
            case Symbol.WeekdayOn ignored -> true;
            case Symbol.Absolute(StatedDate date) -> date.isOneDay();
            default -> false;
        };
    }

    /**
     * Is it the date of a dateline: a place before it, possibly with a country, and a colon, dash or agency after it, or
     * the date in brackets?
     */
    boolean isDateline(DateExpression date) {
        Sentence sentence = dated.text().sentenceOf(date.start());
        boolean early =
                date.start() < HEAD_TOKENS + DATELINE_TOKENS && date.start() - sentence.start() <= DATELINE_TOKENS;
        int next = date.end();
        if (!early || next >= tokens.size() || date.start() == sentence.start()) {
            return false;
        }
        boolean bracketed = tokens.isSign(date.start() - 1, '(') && tokens.isSign(next, ')');
        int placeEnd = bracketed ? date.start() - 1 : date.start();
        return (bracketed ? isPlaceLine(sentence, placeEnd, next + 1) : isDatelineEnd(next))
                && isPlace(sentence, placeEnd);
    }

    /**
     * Returns the day of the first dateline, if it is at most some days before the report's own day.
     *
     * @param published the day that the report states
     * @param most the most days
     */
    Optional<StatedDate> dateline(LocalDate published, int most) {
        for (DateExpression date : dated.expressions()) {
            if (date.start() >= HEAD_TOKENS) {
                return Optional.empty();
            }
            if (isDay(date.symbol()) && isDateline(date)) {
                return Resolver.resolve(date.symbol(), published, Tense.PAST, Optional.empty())
                        .filter(StatedDate::isOneDay)
                        .filter(day -> {
                            LocalDate from = day.from().orElseThrow();
                            return from.isBefore(published) && !from.isBefore(published.minusDays(most));
                        });
            }
        }
        return Optional.empty();
    }

    /** Brackets around a date are not a dateline after anything but a place name in capitals. */
    private boolean isPlaceLine(Sentence sentence, int placeEnd, int next) {
        boolean opens = sentence.paragraphStart() || sentence.start() == 0;
        boolean upper = tokens.isWord(sentence.start()) && tokens.isUpper(sentence.start());
        boolean dash = next < tokens.size() && isDatelineEnd(next);
        return opens && placeEnd - sentence.start() <= PLACE_TOKENS && (upper || dash);
    }

    private boolean isPlace(Sentence sentence, int end) {
        int from = Math.max(sentence.start(), end - 4);
        boolean place = false;
        for (int token = from; token < end; token++) {
            if (tokens.isWord(token)) {
                place = tokens.isCapital(token);
                if (!place) {
                    return false;
                }
            }
        }
        return place;
    }

    private boolean isDatelineEnd(int token) {
        return tokens.isSign(token, ':')
                || tokens.isSign(token, '-')
                || tokens.isSign(token, '\u2013')
                || tokens.isSign(token, '\u2014')
                || tokens.isSign(token, '(') && tokens.isCapital(Math.min(token + 1, tokens.size() - 1));
    }

    /** Does it follow a label, or is it alone on a line, at the head or foot of the report? */
    boolean isStatement(DateExpression date) {
        boolean head = date.start() < HEAD_TOKENS;
        boolean foot = date.end() > tokens.size() - HEAD_TOKENS;
        if (!head && !foot) {
            return false;
        }
        int before = date.start() - 1;
        boolean colon = before > 0 && tokens.isSign(before, ':');
        if (LABEL.at(tokens, colon ? before - 1 : before)) {
            return colon || head;
        }
        Sentence sentence = dated.text().sentenceOf(date.start());
        boolean alone = sentence.paragraphStart()
                && sentence.end() - sentence.start() <= Math.min(LINE_TOKENS, date.end() - date.start() + 3);
        boolean otherWords = false;
        for (int token = sentence.start(); token < sentence.end(); token++) {
            boolean own = token >= date.start() && token < date.end();
            otherWords |= !own && tokens.isWord(token) && !LABEL.at(tokens, token);
        }
        return alone && !otherWords;
    }

    /** Is it the day of a post quoted with its author's account: "(@harbour_watch) March 3, 2024"? */
    boolean isPost(DateExpression date) {
        if (date.start() < 3 || !tokens.isSign(date.start() - 1, ')')) {
            return false;
        }
        for (int token = date.start() - 2; token >= Math.max(0, date.start() - POST_TOKENS); token--) {
            if (tokens.text().charAt(tokens.start(token)) == '@') {
                return true;
            }
        }
        return false;
    }

    /** Is it in the caption of a picture, which ends with a credit: "… on May 2, 2023. (Ann Hale/Harbour Photo)"? */
    boolean isCaption(DateExpression date) {
        int end = dated.text().sentenceOf(date.start()).end();
        int from = tokens.isSign(Math.max(0, end - 1), ')') ? date.end() : end;
        int bracket = from;
        while (bracket < end && !tokens.isSign(bracket, '(')) {
            bracket++;
        }
        if (bracket >= tokens.size() || !tokens.isSign(bracket, '(')) {
            return false;
        }
        boolean credit = false;
        for (int token = bracket + 1; token < Math.min(tokens.size(), bracket + CREDIT_TOKENS); token++) {
            if (tokens.isSign(token, ')')) {
                return credit;
            }
            credit |= CREDIT.at(tokens, token);
        }
        return false;
    }

    /** Is it part of the address of a page? */
    boolean isInAddress(DateExpression date) {
        String text = tokens.text();
        int at = tokens.start(date.start());
        int slashes = 0;
        while (at > 0 && !Character.isWhitespace(text.charAt(at - 1)) && text.charAt(at - 1) != '(') {
            at--;
            slashes += text.charAt(at) == '/' ? 1 : 0;
        }
        return slashes >= 2 && tokens.kind(date.start()) == TokenKind.NUMBER;
    }
}
