package dev.tranche.dating;

import dev.tranche.lexicon.Cue;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.OrdinalWords;
import dev.tranche.mention.SumMention;
import dev.tranche.mention.Words;
import dev.tranche.text.Sentence;
import dev.tranche.text.Span;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Clues from the packages, running totals and ordinals in the record, in a report that names both parties. */
final class SumClues {

    private static final Words FRESH = Words.of(
            "new additional fresh more latest recent another separate today authorizing announcing announces biggest"
                    + " largest");
    private static final Words DRAWDOWN = Words.of("drawdown drawdowns");
    private static final Words DELEGATE =
            Words.of("delegate hereby authorizing authorized authorization delegation authorizes");
    private static final Words HEREBY = Words.of("hereby");
    private static final Words SECURITY = Words.of("security military weapons weaponry arms");
    private static final Words TOLD = Words.of("today announced announcing announces announcement announce");
    private static final Words MILITARY = Words.of("military weapons weaponry arms defense defence");
    private static final Words ADMINISTRATION = Words.of("administration presidency");
    private static final Words INVASION = Words.of("invasion invaded");
    private static final Words BASE = Words.of("since beginning start began");
    private static final int BASE_REACH = 16;
    private static final int MEMORANDUM_TOKENS = 200;
    private static final Words PRESIDENTIAL = Words.of("presidential");
    private static final int FIRST_ORDINAL = 3;
    private static final int DRAWDOWN_LETTERS = 8;
    private static final int NEAR = 10;
    private static final int ARMS_REACH = 5;
    private static final int FRESH_DAYS = 14;
    private static final int TOTAL_DAYS = 14;
    private static final int TELLING_DIGITS = 3;

    /** Sums of one digit and zeros are too common to be clues. */
    private static final int LEAST_DIGITS = 2;

    private static final int MOST_ALTERNATIVES = 5;
    private static final BigDecimal TOTAL_AT_LEAST = BigDecimal.valueOf(3_000_000_000L);

    private final PackageCalendar calendar;
    private final DatedText dated;
    private final MarkedText text;
    private final Tokens tokens;
    private final List<Reason> reasons = new ArrayList<>();

    /** Sums about which something is already known; naming one again adds nothing. */
    private final Set<BigDecimal> told = new HashSet<>();

    private SumClues(PackageCalendar calendar, DatedText dated) {
        this.calendar = calendar;
        this.dated = dated;
        this.text = dated.text();
        this.tokens = text.tokens();
    }

    static List<Reason> read(PackageCalendar calendar, DatedText dated) {
        if (!names(dated.text(), calendar.recipient()) || !names(dated.text(), calendar.donor())) {
            return List.of();
        }
        SumClues clues = new SumClues(calendar, dated);
        for (SumMention sum : clues.text.sums()) {
            boolean dollars = sum.amount().currency().equals(calendar.currency())
                    && sum.amount().upper().isEmpty()
                    && !sum.vague();
            if (dollars && !clues.told.contains(sum.amount().value())) {
                int before = clues.reasons.size();
                clues.sum(sum);
                if (clues.reasons.size() > before) {
                    clues.told.add(sum.amount().value());
                }
            }
        }
        for (int token = 1; token < clues.tokens.size(); token++) {
            boolean longWord = clues.tokens.end(token) - clues.tokens.start(token) >= DRAWDOWN_LETTERS;
            if (longWord && DRAWDOWN.at(clues.tokens, token)) {
                clues.ordinal(token);
            }
        }
        return clues.reasons;
    }

    private static boolean names(MarkedText text, String code) {
        for (ActorMention actor : text.actors()) {
            if (actor.code().equals(code)) {
                return true;
            }
        }
        return false;
    }

    private void sum(SumMention sum) {
        Sentence sentence = text.sentenceOf(sum.start());
        BigDecimal dollars = sum.amount().value();
        Span span = tokens.span(sum.start(), sum.end() - 1);
        boolean total = has(sentence, Cue.TOTAL, Cue.SPAN);
        if (total && hasWord(sentence, SECURITY)) {
            bracket(sum, sentence, span);
        }
        if (total && hasWord(sentence, SECURITY) && dollars.compareTo(TOTAL_AT_LEAST) >= 0) {
            DaySet days = DaySet.NONE;
            for (PackageCalendar.Held held : calendar.totals(dollars)) {
                days = days.or(DaySet.between(held.from(), held.to().plusDays(TOTAL_DAYS)));
            }
            add("record.total", days, span);
            return;
        }
        if (!isOfPackage(sum, sentence)) {
            return;
        }
        boolean directed = isNear(DRAWDOWN, sum) && (hasWord(sentence, DELEGATE) || isMemorandum());
        Set<LocalDate> known = directed ? calendar.drawdowns(dollars) : calendar.packages(dollars);
        if (known.isEmpty() || !directed && known.size() > MOST_ALTERNATIVES && !isTold(sum, sentence)) {
            return;
        }
        int beside = EventClues.beside(dated, sum.start(), sum.end(), NEAR, 4);
        DaySet placed = placed(known, beside);
        boolean round = dollars.stripTrailingZeros().precision() < LEAST_DIGITS;
        if (placed != null && !placed.isEmpty() && (directed || !round)) {
            add("record.date", placed, span);
            recount(known, beside, span);
            return;
        }
        boolean drawn = isNear(DRAWDOWN, sum) && isNear(FRESH, sum) && placed == null;
        if (!directed && !drawn && isTold(sum, sentence)) {
            add("record.told", placed == null ? around(known) : placed, span);
            return;
        }
        if (!directed && !drawn && dollars.stripTrailingZeros().precision() < TELLING_DIGITS) {
            return;
        }
        LocalDate first = known.iterator().next();
        if (directed || placed == null && isNear(FRESH, sum)) {
            DaySet days = around(drawn ? calendar.drawdowns(dollars) : known);
            add(directed && isMemorandum() ? "record.directed" : "record.news", days, span);
        } else if (known.size() == 1 && placed == null) {
            add("record.past", DaySet.since(first.minusDays(1)), DaySet.between(first, first), span);
        }
    }

    /** Does the report itself announce new security assistance of the sum? */
    private boolean isTold(SumMention sum, Sentence sentence) {
        return isNear(FRESH, sum) && hasWord(sentence, TOLD) && isOfArms(sum, sentence);
    }

    /** "$5 billion in military assistance": do the words directly after the sum say that it is for arms? */
    private boolean isOfArms(SumMention sum, Sentence sentence) {
        for (int token = sum.end(); token < Math.min(sentence.end(), sum.end() + ARMS_REACH); token++) {
            if (SECURITY.at(tokens, token)) {
                return true;
            }
        }
        return false;
    }

    private static DaySet around(Set<LocalDate> known) {
        DaySet days = DaySet.NONE;
        for (LocalDate day : known) {
            days = days.or(DaySet.between(day.minusDays(1), day.plusDays(FRESH_DAYS)));
        }
        return days;
    }

    /** Other aid has the same sums, so the sentence must be about arms or, as may the headline, about the recipient. */
    private boolean isOfPackage(SumMention sum, Sentence sentence) {
        if (isNear(DRAWDOWN, sum)) {
            return true;
        }
        return has(sentence, Cue.PACKAGE, Cue.AID, Cue.WEAPON)
                && (hasWord(sentence, MILITARY)
                        || isNamed(sentence, calendar.recipient())
                        || isNamed(text.sentences().get(0), calendar.recipient()));
    }

    private boolean isNamed(Sentence sentence, String code) {
        return text.actorsFrom(sentence.start(), sentence.end()).stream()
                .anyMatch(actor -> actor.code().equals(code));
    }

    /** A running total is dated between the next lower and next higher known totals of its base. */
    private void bracket(SumMention sum, Sentence sentence, Span span) {
        Optional<String> base = base(sum, sentence);
        if (base.isPresent()) {
            PackageCalendar.Held held = calendar.around(base.get(), sum.amount().value());
            DaySet days = DaySet.between(held.from(), held.to().plusDays(TOTAL_DAYS));
            add("record.step", days, span);
        }
    }

    /** Returns the base of a total as the record writes it: the start given by the words directly after the sum. */
    private Optional<String> base(int from, int end) {
        boolean since = false;
        for (int token = from; token < end; token++) {
            since |= BASE.at(tokens, token);
            if (since && ADMINISTRATION.at(tokens, token)) {
                return Optional.of(calendar.administration());
            }
            if (since && INVASION.at(tokens, token)) {
                return Optional.of(calendar.war());
            }
        }
        return Optional.empty();
    }

    private Optional<String> base(SumMention sum, Sentence sentence) {
        return base(sum.end(), Math.min(sentence.end(), sum.end() + BASE_REACH));
    }

    /**
     * Returns the days of writing for which the date beside a sum names the day of one of the packages; null without a
     * date.
     */
    private @Nullable DaySet placed(Set<LocalDate> known, int beside) {
        if (beside < 0) {
            return null;
        }
        DateExpression date = dated.expressions().get(beside);
        boolean specific = date.symbol() instanceof Symbol.MonthDay
                || date.symbol() instanceof Symbol.Period
                || date.symbol() instanceof Symbol.Weekday
                || date.symbol() instanceof Symbol.Month;
        boolean ahead = dated.tense(beside) == Tense.FUTURE;
        if (!specific || ahead || date.relation() != Relation.WITHIN) {
            return null;
        }
        DaySet days = DaySet.NONE;
        for (LocalDate day : known) {
            days = days.or(EventClues.placed(date, false, day, day));
        }
        return days;
    }

    /** A package mentioned with its day but no year is the latest or the last but one. */
    private void recount(Set<LocalDate> known, int beside, Span span) {
        if (!(dated.expressions().get(beside).symbol() instanceof Symbol.MonthDay(int month, int number))) {
            return;
        }
        DaySet days = DaySet.NONE;
        for (LocalDate day : known) {
            boolean told = day.getMonthValue() == month && day.getDayOfMonth() == number;
            days = told ? days.or(DaySet.between(day, calendar.newestUntil(day))) : days;
        }
        add("record.recount", days, span);
    }

    /** "34th drawdown": not before the 34th, and mostly mentioned while it is the latest or the last but one. */
    private void ordinal(int drawdown) {
        int at = PRESIDENTIAL.at(tokens, drawdown - 1) ? drawdown - 2 : drawdown - 1;
        boolean ending = tokens.isWord(at) && tokens.end(at) - tokens.start(at) == 2;
        boolean figures = ending && at > 0 && tokens.kind(at - 1) == TokenKind.NUMBER;
        int number = figures ? number(at - 1) : inWords(at);
        LocalDate day = calendar.drawdown(number);
        if (number > 0 && !day.equals(LocalDate.MIN)) {
            Span span = tokens.span(figures ? at - 1 : at, drawdown);
            boolean made = hasWord(text.sentenceOf(drawdown), DELEGATE);
            LocalDate until = made ? day.plusDays(FRESH_DAYS) : calendar.newestUntil(day);
            add("record.ordinal", DaySet.since(day.minusDays(1)), DaySet.between(day, until), span);
        }
    }

    /** "Seventh drawdown"; the first two are common turns of phrase and so are not read as numbers. */
    private int inWords(int token) {
        int word = OrdinalWords.at(tokens, token);
        return word < FIRST_ORDINAL ? 0 : word;
    }

    private int number(int token) {
        String digits = tokens.string(token);
        return digits.length() <= 3 && digits.chars().allMatch(Character::isDigit) ? Integer.parseInt(digits) : 0;
    }

    private boolean isNear(Words words, SumMention sum) {
        Sentence sentence = text.sentenceOf(sum.start());
        int first = Math.max(sentence.start(), sum.start() - NEAR);
        int last = Math.min(sentence.end(), sum.end() + 3);
        for (int token = first; token < last; token++) {
            if (words.at(tokens, token)) {
                return true;
            }
        }
        return false;
    }

    /** A memorandum may list what it delegates in numbered points. */
    private boolean isMemorandum() {
        for (int token = 0; token + 1 < Math.min(tokens.size(), MEMORANDUM_TOKENS); token++) {
            if (HEREBY.at(tokens, token) && DELEGATE.at(tokens, token + 1)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasWord(Sentence sentence, Words words) {
        for (int token = sentence.start(); token < sentence.end(); token++) {
            if (words.at(tokens, token)) {
                return true;
            }
        }
        return false;
    }

    private boolean has(Sentence sentence, Cue... cues) {
        for (int token = sentence.start(); token < sentence.end(); token++) {
            for (Cue cue : cues) {
                if (text.is(token, cue)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void add(String rule, DaySet days, Span span) {
        add(rule, days, days, span);
    }

    private void add(String rule, DaySet days, DaySet anchor, Span span) {
        if (!days.isEmpty() && !anchor.isEmpty()) {
            reasons.add(new Reason(rule, days, anchor, Optional.of(span)));
        }
    }
}
