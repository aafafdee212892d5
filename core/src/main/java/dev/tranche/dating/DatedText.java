package dev.tranche.dating;

import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.SumMention;
import dev.tranche.problem.Problems;
import dev.tranche.text.Sentence;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A text with the dates that its words name, each with its tense; not yet placed in time. */
final class DatedText {

    private final MarkedText text;
    private final Tokens tokens;
    private final List<DateExpression> expressions;
    private final Tense[] tenses;

    private DatedText(MarkedText text, NamedDays named, Problems problems) {
        this.text = text;
        this.tokens = text.tokens();
        this.expressions = DateReader.find(tokens, named, token -> code(text.actorAt(token)), problems);
        this.tenses = new Tense[expressions.size()];
    }

    static DatedText of(MarkedText text, NamedDays named, Problems problems) {
        return new DatedText(text, named, problems);
    }

    private static @Nullable String code(@Nullable ActorMention actor) {
        return actor == null ? null : actor.code();
    }

    MarkedText text() {
        return text;
    }

    List<DateExpression> expressions() {
        return expressions;
    }

    /** Returns the index of the first expression that starts at or after a token. */
    int firstFrom(int token) {
        int low = 0;
        int high = expressions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (expressions.get(middle).start() < token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    Tense tense(int index) {
        Tense known = tenses[index];
        if (known != null) {
            return known;
        }
        DateExpression date = expressions.get(index);
        Tense read = TenseReader.read(tokens, text.sentenceOf(date.start()), date.start(), date.end());
        boolean until = date.relation() == Relation.UNTIL || date.relation() == Relation.BEFORE;
        if (until
                && (read == Tense.UNKNOWN
                        || read == Tense.PAST
                                && TenseReader.isDue(tokens, text.sentenceOf(date.start()), date.start()))) {
            read = Tense.FUTURE;
        }
        tenses[index] = read;
        return read;
    }

    /** Returns the days of every expression for a text written within the reference, in order. */
    List<Optional<StatedDate>> resolve(StatedDate reference) {
        List<Optional<StatedDate>> dates = new ArrayList<>(expressions.size());
        Optional<StatedDate> anchor = Optional.empty();
        int anchorSentence = -1;
        for (int i = 0; i < expressions.size(); i++) {
            DateExpression date = expressions.get(i);
            int sentence = text.sentenceIndex(date.start());
            Optional<StatedDate> near = sentence - anchorSentence <= 2 ? anchor : Optional.empty();
            Optional<StatedDate> days = Resolver.resolve(framed(i), reference, tense(i), near);
            dates.add(days);
            if (days.isPresent() && !isNow(date.symbol())) {
                anchor = days;
                anchorSentence = sentence;
            }
        }
        return dates;
    }

    private static boolean isNow(Symbol symbol) {
        return symbol instanceof Symbol.Period(Unit unit, int least, int most)
                && unit == Unit.DAY
                && least == 0
                && most == 0;
    }

    /**
     * Puts a bare weekday into the week or month that its sentence opens with, and a quoted "today" on the weekday on
     * which it was spoken according to the same sentence.
     */
    private Symbol framed(int index) {
        DateExpression date = expressions.get(index);
        if (isNow(date.symbol()) && isQuoted(date)) {
            Optional<Integer> spoken = spokenOn(date);
            if (spoken.isPresent()) {
                return framed(spoken.get());
            }
        }
        if (!(date.symbol() instanceof Symbol.Weekday(java.time.DayOfWeek day, Symbol.Which which))
                || which != Symbol.Which.BARE) {
            return date.symbol();
        }
        Optional<Symbol> frame = frame(index);
        return frame.isPresent() ? new Symbol.Within(new Symbol.Weekday(day, which), frame.get()) : date.symbol();
    }

    private Optional<Symbol> frame(int index) {
        Sentence sentence = text.sentenceOf(expressions.get(index).start());
        Optional<Symbol> own = opening(sentence, index);
        if (own.isPresent() || text.sums().isEmpty()) {
            return own;
        }
        int number = text.sentenceIndex(sentence.start());
        if (number == 0) {
            return Optional.empty();
        }
        Sentence before = text.sentences().get(number - 1);
        return tellsSameSum(before, sentence) ? opening(before, index) : Optional.empty();
    }

    /** Returns the past week or month that a sentence begins with. */
    private Optional<Symbol> opening(Sentence sentence, int before) {
        for (int i = before - 1; i >= 0; i--) {
            DateExpression date = expressions.get(i);
            if (date.start() < sentence.start()) {
                return Optional.empty();
            }
            boolean opens = date.start() < sentence.end() && date.start() - sentence.start() <= 2;
            if (opens
                    && date.symbol() instanceof Symbol.Period(Unit unit, int least, int most)
                    && most < 0
                    && least == most
                    && (unit == Unit.WEEK || unit == Unit.MONTH)) {
                return Optional.of(date.symbol());
            }
        }
        return Optional.empty();
    }

    private boolean tellsSameSum(Sentence one, Sentence other) {
        for (SumMention a : text.sums()) {
            if (a.start() < one.start() || a.start() >= one.end()) {
                continue;
            }
            for (SumMention b : text.sums()) {
                if (b.start() >= other.start()
                        && b.start() < other.end()
                        && a.amount().equals(b.amount())) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isQuoted(DateExpression date) {
        Sentence sentence = text.sentenceOf(date.start());
        int quotes = 0;
        for (int token = sentence.start(); token < date.start(); token++) {
            quotes += tokens.kind(token) == TokenKind.QUOTE ? 1 : 0;
        }
        return quotes % 2 == 1;
    }

    private Optional<Integer> spokenOn(DateExpression today) {
        Sentence sentence = text.sentenceOf(today.start());
        for (int i = 0; i < expressions.size(); i++) {
            DateExpression other = expressions.get(i);
            if (other.start() >= sentence.end()) {
                return Optional.empty();
            }
            boolean weekday = other.start() >= sentence.start() && other.symbol() instanceof Symbol.Weekday;
            if (weekday && !isQuoted(other)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
