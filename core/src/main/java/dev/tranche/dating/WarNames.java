package dev.tranche.dating;

import dev.tranche.dating.Reason.Strength;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.OrdinalWords;
import dev.tranche.mention.Words;
import dev.tranche.text.Sentence;
import dev.tranche.text.Span;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Clues from what the war is called: that it is spoken of as a war at all, its anniversaries, its third year.
 *
 * <p>Words that fear or expect a war, and the older war in the east, tell nothing.
 */
final class WarNames {

    private static final Words WAR = Words.of("war wojna wojny wojnie wojną");
    private static final Words UKRAINE_AFTER = Words.of("in on against with w na z przeciwko");
    private static final Words UKRAINE = Words.of("ukraine ukrainie ukrainę");
    private static final Words INVADED = Words.of("invaded invasion invading invade crossed inwazji inwazja");
    private static final Words NOT_YET =
            Words.of("could would might possible potential imminent threat threats fear fears feared avoid avert"
                    + " prevent averted if eastern east donbas donbass 2014 separatists looming brink civil cold");
    private static final Words ANNIVERSARY = Words.of("anniversary rocznica rocznicę rocznicy");
    private static final Words BEGUN = Words.of("war invasion invaded inwazji wojny invading aggression");
    private static final Words ANNUAL = Words.of("one two three four five six first second third fourth fifth sixth");
    private static final Words ITS = Words.of("its of the into");
    private static final int NEAR = 8;
    private static final int ANNIVERSARY_DAYS = 30;
    private static final int SLACK_DAYS = 10;
    private static final int MOST = 12;

    private WarNames() {}

    /** Adds that the report is not older than the war which it names. */
    static boolean named(MarkedText text, int token, LocalDate start, List<Reason> reasons) {
        Tokens tokens = text.tokens();
        if (!WAR.at(tokens, token) || !isOfUkraine(text, token) || start.isAfter(DaySet.LAST)) {
            return false;
        }
        Sentence sentence = text.sentenceOf(token);
        for (int at = Math.max(sentence.start(), token - NEAR); at < Math.min(sentence.end(), token + NEAR); at++) {
            if (NOT_YET.at(tokens, at)) {
                return false;
            }
        }
        reasons.add(
                new Reason("war.named", Strength.USUAL, DaySet.since(start), Optional.of(tokens.span(token, token))));
        return true;
    }

    /** "Ukraine war", "Russia-Ukraine war", "Russia's war", "war in Ukraine". */
    private static boolean isOfUkraine(MarkedText text, int token) {
        Tokens tokens = text.tokens();
        int before = token - 1;
        boolean genitive = before > 0 && tokens.kind(before) == TokenKind.GENITIVE;
        ActorMention owner = text.actorAt(genitive ? before - 1 : before);
        if (owner != null
                && (owner.code().equals("UA") && !genitive || owner.code().equals("RU") && genitive)) {
            return true;
        }
        if (UKRAINE_AFTER.at(tokens, token + 1) && UKRAINE.at(tokens, token + 2)) {
            return true;
        }
        ActorMention place = UKRAINE_AFTER.at(tokens, token + 1) ? text.actorAt(token + 2) : null;
        return place != null && place.code().equals("UA");
    }

    /** "The second anniversary of the full-scale invasion", "one-year anniversary of the war". */
    static void anniversary(MarkedText text, int token, LocalDate start, List<Reason> reasons) {
        Tokens tokens = text.tokens();
        if (!ANNIVERSARY.at(tokens, token)) {
            return;
        }
        Sentence sentence = text.sentenceOf(token);
        boolean begun = false;
        for (int at = token + 1; at < Math.min(sentence.end(), token + NEAR); at++) {
            begun |= BEGUN.at(tokens, at);
        }
        int number = 0;
        for (int at = token - 1; at >= Math.max(sentence.start(), token - 3) && number == 0; at--) {
            number = ordinal(tokens, at);
        }
        if (begun && number > 0 && number <= MOST) {
            LocalDate day = start.plusYears(number);
            DaySet days = DaySet.between(day.minusDays(ANNIVERSARY_DAYS), day.plusDays(ANNIVERSARY_DAYS));
            add(reasons, "war.anniversary", days, tokens.span(token, token));
        }
    }

    private static int ordinal(Tokens tokens, int at) {
        int word = OrdinalWords.at(tokens, at);
        if (word > 0) {
            return word;
        }
        int code = ANNUAL.at(tokens, at) ? DateWords.code(tokens, at) : 0;
        if (code != 0 && DateWords.kind(code) == DateWords.Kind.NUMBER) {
            return DateWords.value(code);
        }
        boolean figure = tokens.kind(at) == TokenKind.NUMBER && tokens.end(at) - tokens.start(at) <= 2;
        return figure && tokens.string(at).chars().allMatch(Character::isDigit)
                ? Integer.parseInt(tokens.string(at))
                : 0;
    }

    /** Does a text speak of Ukraine in words that are no names of states in English? */
    static boolean isForeign(Tokens tokens, int token) {
        return UKRAINE.at(tokens, token);
    }

    /** "They invaded in February", "crossed the border on 24 February": within a year of the first day. */
    static void month(DatedText dated, int index, LocalDate start, List<Reason> reasons) {
        DateExpression date = dated.expressions().get(index);
        boolean of = date.symbol() instanceof Symbol.Month(int month, Symbol.Which which)
                        && month == start.getMonthValue()
                        && which == Symbol.Which.BARE
                || date.symbol() instanceof Symbol.MonthDay(int monthOfDay, int day)
                        && monthOfDay == start.getMonthValue()
                        && day == start.getDayOfMonth();
        if (!of || dated.tense(index) == Tense.FUTURE || start.isAfter(DaySet.LAST)) {
            return;
        }
        Tokens tokens = dated.text().tokens();
        int first = Math.max(dated.text().sentenceOf(date.start()).start(), date.start() - NEAR);
        boolean invaded = false;
        for (int at = date.start() - 1; at >= first; at--) {
            invaded |= INVADED.at(tokens, at);
            if (ANNIVERSARY.at(tokens, at) || tokens.kind(at) == TokenKind.NUMBER) {
                return;
            }
        }
        if (invaded) {
            DaySet days = Fitting.days(date.symbol(), Tense.PAST, start, start).and(DaySet.since(start));
            add(reasons, "war.month", days, CalendarClues.span(tokens, date));
        }
    }

    /** "In the ninth month of the war", "the war is in its third year": at the unit. */
    static void ordinalUnit(MarkedText text, int unitAt, Unit unit, LocalDate start, List<Reason> reasons) {
        Tokens tokens = text.tokens();
        int number = OrdinalWords.at(tokens, unitAt - 1);
        if (number < 2 || number > MOST || unit != Unit.MONTH && unit != Unit.YEAR && unit != Unit.WEEK) {
            return;
        }
        Sentence sentence = text.sentenceOf(unitAt);
        boolean ofWar = false;
        for (int at = unitAt + 1; at < Math.min(sentence.end(), unitAt + NEAR) && !tokens.isSign(at, ','); at++) {
            ofWar |= ITS.at(tokens, unitAt + 1) && BEGUN.at(tokens, at);
        }
        for (int at = unitAt - 2; at >= Math.max(sentence.start(), unitAt - NEAR); at--) {
            ofWar |= ITS.at(tokens, unitAt - 2) && BEGUN.at(tokens, at);
        }
        if (ofWar) {
            DaySet days = DaySet.between(
                    unit.plus(start, number - 1).minusDays(SLACK_DAYS),
                    unit.plus(start, number).plusDays(SLACK_DAYS));
            add(reasons, "war.duration", days, tokens.span(unitAt - 1, unitAt));
        }
    }

    private static void add(List<Reason> reasons, String rule, DaySet days, Span span) {
        if (!days.isEmpty()) {
            reasons.add(new Reason(rule, Strength.TERM, days, Optional.of(span)));
        }
    }
}
