package dev.tranche.dating;

import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.text.Sentence;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Clues from the weekdays of a report's lead: it is published on the day it reports on or the day after, and before
 * any weekdays mentioned as still ahead.
 */
final class WeekdayClues {

    private static final int LEAD_SENTENCES = 5;
    private static final Words EARLY = Words.of("earlier early later");
    private static final Words ON = Words.of("on");
    private static final int DAYS_AFTER = 1;
    private static final int LATE_DAYS_AFTER = 3;
    private static final int WEEK = 7;

    private WeekdayClues() {}

    static List<Reason> read(DatedText dated) {
        MarkedText text = dated.text();
        Tokens tokens = text.tokens();
        List<Reason> reasons = new ArrayList<>();
        Optional<DayOfWeek> lead = Optional.empty();
        boolean sameDay = false;
        int told = 0;
        int aheadTold = 0;
        int first = LATE_DAYS_AFTER;
        int last = LATE_DAYS_AFTER;
        int spanOf = -1;
        for (int i = 0; i < dated.expressions().size(); i++) {
            DateExpression date = dated.expressions().get(i);
            if (!(date.symbol() instanceof Symbol.Weekday(DayOfWeek day, Symbol.Which which))
                    || which != Symbol.Which.BARE
                    || date.relation() != Relation.WITHIN) {
                continue;
            }
            boolean ahead = dated.tense(i) == Tense.FUTURE;
            boolean past = dated.tense(i) == Tense.PAST || isSameDay(tokens, date);
            boolean early = bodySentence(text, date) < LEAD_SENTENCES;
            if (lead.isEmpty() && past && early) {
                lead = Optional.of(day);
                spanOf = i;
            }
            told += lead.isPresent() && lead.get() == day && past ? 1 : 0;
            sameDay |= lead.isPresent() && lead.get() == day && !ahead && isSameDay(tokens, date);
            if (ahead && lead.isPresent() && lead.get() != day) {
                int until = Math.floorMod(day.getValue() - lead.get().getValue(), WEEK);
                aheadTold++;
                first = Math.min(first, until - 1);
            }
        }
        if (lead.isEmpty()) {
            return reasons;
        }
        sameDay &= told > 1;
        last = told > 1 ? Math.min(last, DAYS_AFTER) : last;
        last = Math.min(last, aheadTold > 1 ? first : Math.max(first, DAYS_AFTER));
        EnumSet<DayOfWeek> allowed = EnumSet.of(lead.get());
        for (int i = 1; i <= (sameDay ? 0 : last); i++) {
            allowed.add(lead.get().plus(i));
        }
        DateExpression date = dated.expressions().get(spanOf);
        reasons.add(new Reason(
                sameDay ? "weekday.same" : "weekday.lead",
                DaySet.on(allowed),
                DaySet.on(EnumSet.of(lead.get())),
                Optional.of(CalendarClues.span(tokens, date))));
        return reasons;
    }

    private static int bodySentence(MarkedText text, DateExpression date) {
        int index = text.sentenceIndex(date.start());
        int titles = 0;
        for (Sentence sentence : text.sentences()) {
            if (!sentence.title()) {
                break;
            }
            titles++;
        }
        return Math.max(0, index - titles);
    }

    /** "Tuesday's trip", "earlier on Tuesday", "early on Tuesday". */
    private static boolean isSameDay(Tokens tokens, DateExpression date) {
        int before = date.start() - 1;
        boolean early = EARLY.at(tokens, ON.at(tokens, before) ? before - 1 : before) || EARLY.at(tokens, date.start());
        boolean genitive = date.end() < tokens.size() && tokens.kind(date.end()) == TokenKind.GENITIVE;
        return early || genitive;
    }
}
