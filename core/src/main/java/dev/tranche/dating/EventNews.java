package dev.tranche.dating;

import dev.tranche.lexicon.Entry;
import dev.tranche.lexicon.Match;
import dev.tranche.mention.Words;
import dev.tranche.text.Sentence;
import dev.tranche.text.Span;
import dev.tranche.text.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Clues from events that are the report's own news or recent news: announced, signed or observed these days. */
final class EventNews {

    private static final Set<String> MADE = Set.of("law", "programme", "sanction", "agreement", "other", "treaty");
    private static final Set<String> GATHERED = Set.of("summit", "conference", "ministerial", "election");
    private static final Words DISTANT = Words.of("since ago last previous years former anniversary ever decade");
    private static final int SOON_DAYS = 60;
    private static final int AFTER_DAYS = 45;
    private static final Words AGO = Words.of("ago anniversary");
    private static final Words TELLS = Words.of("announces announcing intends unveils launches launching signs");
    private static final Words SIGNING = Words.of("signing enactment passage adoption launch announcement");
    private static final Words TOLD = Words.of("announce announced unveil unveiled launch launched sign signed");
    private static final Words NOW = Words.of("today will is am");
    private static final Words LATELY = Words.of("recently newly just");
    private static final Words MAKES = Words.of(
            "announced signed passed enacted approved adopted launched unveiled created agreed concluded ratified");
    private static final Words KEEPS =
            Words.of("today mark marks marking celebrate celebrates celebrating commemorate commemorates honor honors"
                    + " congratulate commemorating observe observes happy statement remarks proclamation");
    private static final int TELL_REACH = 10;
    private static final int LATELY_REACH = 6;
    private static final int LEAD_SENTENCES = 3;
    private static final int HOLIDAY_DAYS = 3;
    private static final int NEWS_DAYS = 7;
    private static final int LATE_DAYS = 60;

    private EventNews() {}

    /** Adds the clues in the words around an event without a date; returns whether there were any. */
    static boolean read(DatedText dated, Match match, List<Entry.Event> events, Span span, List<Reason> reasons) {
        String kind = events.get(0).kind();
        Tokens tokens = dated.text().tokens();
        Sentence sentence = dated.text().sentenceOf(match.start());
        boolean lead = dated.text().sentenceIndex(match.start()) < LEAD_SENTENCES;
        if (kind.equals("holiday")) {
            boolean kept = lead && has(KEEPS, tokens, sentence.start(), sentence.end());
            if (kept) {
                add(reasons, "event.day", EventClues.around(events, HOLIDAY_DAYS, HOLIDAY_DAYS), events, span);
            }
            return kept;
        }
        if (GATHERED.contains(kind)) {
            boolean news = lead && !isDistant(dated, match, sentence);
            if (news) {
                add(reasons, "event.lead", EventClues.around(events, SOON_DAYS, AFTER_DAYS), events, span);
            }
            return news;
        }
        if (!MADE.contains(kind)) {
            return false;
        }
        int before = Math.max(sentence.start(), match.start() - TELL_REACH);
        boolean ago = has(AGO, tokens, before, match.start());
        boolean told = !ago && has(TOLD, tokens, before, match.start()) && has(NOW, tokens, before, match.start());
        boolean signing = lead && SIGNING.at(tokens, match.start() - 2)
                || lead && has(SIGNING, tokens, before, match.start()) && sentence.title();
        if (told || signing || has(TELLS, tokens, before, match.start())) {
            add(reasons, "event.announced", EventClues.around(events, 1, NEWS_DAYS), events, span);
            return true;
        }
        if (isLate(tokens, Math.max(sentence.start(), match.start() - LATELY_REACH), match.start())
                || isLate(tokens, match.end(), Math.min(sentence.end(), match.end() + LATELY_REACH))) {
            add(reasons, "event.lately", EventClues.around(events, 1, LATE_DAYS), events, span);
            return true;
        }
        return false;
    }

    /** Does the sentence name another time, or refer to what came before or long after? */
    private static boolean isDistant(DatedText dated, Match match, Sentence sentence) {
        Tokens tokens = dated.text().tokens();
        for (int token = Math.max(sentence.start(), match.start() - TELL_REACH); token < match.end(); token++) {
            if (DISTANT.at(tokens, token)) {
                return true;
            }
        }
        for (int i = dated.firstFrom(sentence.start()); i < dated.expressions().size(); i++) {
            DateExpression date = dated.expressions().get(i);
            boolean year = date.symbol() instanceof Symbol.Absolute
                    || date.symbol() instanceof Symbol.Period(Unit unit, int least, int ignored)
                            && unit == Unit.YEAR
                            && least != 0;
            if (date.start() >= sentence.end()) {
                return false;
            }
            if (year) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLate(Tokens tokens, int start, int end) {
        for (int token = start; token + 1 < end; token++) {
            if (LATELY.at(tokens, token) && MAKES.at(tokens, token + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(Words words, Tokens tokens, int start, int end) {
        for (int token = start; token < end; token++) {
            if (words.at(tokens, token)) {
                return true;
            }
        }
        return false;
    }

    private static void add(List<Reason> reasons, String rule, DaySet days, List<Entry.Event> events, Span span) {
        if (!days.isEmpty()) {
            reasons.add(new Reason(rule, days, EventClues.around(events, 0, 0), Optional.of(span)));
        }
    }
}
